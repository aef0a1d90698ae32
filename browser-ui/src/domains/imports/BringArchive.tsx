import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { ButtonLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useBringArchive } from './commands';
import { Ended } from './Ended';
import { useNothingYet } from './queries';

/** How do I move here from another server? Only while there is nothing yet. */
export function BringArchive() {
  const bring = useBringArchive();
  const empty = useNothingYet();
  if (bring.data) {
    return (
      <Ended title={texts.archives.done} text={texts.archives.doneText(bring.data.events, bring.data.files)}>
        <Group gap="xs">
          <ButtonLink to="/deals">{texts.imports.seeDeals}</ButtonLink>
          <ButtonLink to="/people" variant="default">
            {texts.imports.seePeople}
          </ButtonLink>
        </Group>
      </Ended>
    );
  }
  if (!empty && bring.isIdle) return null;
  return (
    <Section title={texts.archives.title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{texts.archives.what}</Text>
        <Text size="sm" c="dimmed">
          {texts.archives.staysThere}
        </Text>
        {bring.error && <ProblemBanner problem={Problem.of(bring.error)} />}
        <FileButton
          onChange={(file) => {
            if (file) bring.mutate(file);
          }}
          accept=".zip,application/zip"
          inputProps={{ 'aria-label': texts.archives.choose }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={bring.isPending}>
              {texts.archives.choose}
            </Button>
          )}
        </FileButton>
        {bring.isPending && (
          <Stack gap="xs" w="100%" role="status">
            <Progress value={100} animated aria-label={texts.archives.busy} />
            <Text size="sm" c="dimmed">
              {texts.archives.busy}
            </Text>
          </Stack>
        )}
      </Stack>
    </Section>
  );
}
