import { Button, Container, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isThere } from '../api/client';
import { Problem } from '../api/problem';
import { Empty } from '../shared/Empty';
import { SkeletonLines } from '../shared/Screen';
import { texts } from '../texts';
import { ButtonLink } from '../shared/links';
import { NotLoaded } from './screen';

/** When the page was last loaded anew by itself. */
const RENEWED = 'medflip.renewed';
const SOON_MS = 60_000;

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

export function WaitingScreen() {
  return (
    <Container py="xl">
      <SkeletonLines />
    </Container>
  );
}

/**
 * A screen didn't come. Where the service answers, it is a newer one: its page knows the screen, and is loaded by
 * itself; but not twice, lest it goes round. Without an answer it isn't, since the browser would show its own page.
 */
function NotLoadedScreen() {
  const renewing = useMutation({
    mutationFn: isThere,
    onSuccess: (there) => {
      if (!there) return;
      sessionStorage.setItem(RENEWED, String(Date.now()));
      window.location.reload();
    },
    networkMode: 'always',
  });
  const { mutate: renew } = renewing;
  useEffect(() => {
    if (Date.now() - Number(sessionStorage.getItem(RENEWED)) > SOON_MS) renew();
  }, [renew]);
  return (
    <Container py="xl">
      <Empty
        picture="page"
        title={texts.common.notLoaded}
        text={texts.common.notLoadedHint}
        action={
          <Button
            loading={renewing.isPending}
            onClick={() => {
              renew();
            }}
          >
            {texts.common.retry}
          </Button>
        }
      />
    </Container>
  );
}

/** A bug of ours: say that nothing saved is lost, and show what a report would need. */
export function CrashedScreen({ error }: ErrorComponentProps) {
  if (error instanceof NotLoaded) return <NotLoadedScreen />;
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
