import { Button, Container, Stack, Text } from '@mantine/core';
import { type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { Empty } from '../shared/Empty';
import { texts } from '../texts';
import { ButtonLink } from '../shared/links';

export function NotFoundScreen() {
  return (
    <Container py="xl">
      <Empty
        picture="page"
        title={texts.common.notFound}
        text={texts.common.notFoundHint}
        action={<ButtonLink to="/">{texts.common.toToday}</ButtonLink>}
      />
    </Container>
  );
}

/** A bug of ours: say that nothing saved is lost, and show what a report would need. */
export function CrashedScreen({ error }: ErrorComponentProps) {
  return (
    <Container py="xl">
      <Stack align="center">
        <Empty
          picture="page"
          title={texts.common.crashed}
          action={
            <Button
              onClick={() => {
                window.location.reload();
              }}
            >
              {texts.common.reload}
            </Button>
          }
        />
        <Text size="xs" c="dimmed">
          {Problem.of(error).message}
        </Text>
      </Stack>
    </Container>
  );
}
