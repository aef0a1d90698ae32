import { Anchor, Badge, Collapse, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Answer } from '../../api/types';
import { AnchorLink } from '../../shared/links';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { usePromises } from './queries';

type KeptPromise = Answer<'/api/policy/promises'>[number];

/** What does the policy promise, and how can one see that it is kept? */
export function PromisesScreen() {
  const promises = usePromises();
  return (
    <Screen
      title={texts.promises.title}
      lead={texts.promises.lead}
      above={
        <AnchorLink to="/settings/privacy" size="sm">
          {texts.promises.back}
        </AnchorLink>
      }
    >
      <Loaded query={promises}>
        {(all) => (
          <Stack gap="md">
            {all.map((promise) => (
              <PromiseSection key={promise.id} promise={promise} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
}

function PromiseSection({ promise }: { promise: KeptPromise }) {
  return (
    <Section title={texts.promises.numbered(promise.id)}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {promise.says}
        </Text>
        <Text size="sm">{promise.kept}</Text>
        {promise.limits.map(({ what, late }) => (
          <Group key={what} gap="xs" justify="space-between" align="flex-start">
            <Text size="sm" c="dimmed" style={{ flex: 1, minWidth: 0 }}>
              {what}
            </Text>
            <Badge color={late === 0 ? 'teal' : 'red'} variant="light" tt="none">
              {texts.promises.late(late)}
            </Badge>
          </Group>
        ))}
        <Shown promise={promise} />
      </Stack>
    </Section>
  );
}

/** Which code keeps it and which tests show that, for who wants to look. */
function Shown({ promise }: { promise: KeptPromise }) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <Anchor component="button" size="sm" ta="left" aria-expanded={open} onClick={toggle}>
        {texts.promises.shown(promise.tests.length)}
      </Anchor>
      <Collapse expanded={open}>
        <Lines title={texts.promises.code} lines={promise.code} />
        <Lines title={texts.promises.tests} lines={promise.tests} />
      </Collapse>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  return (
    <>
      <Text size="xs" fw={600} mt="xs">
        {title}
      </Text>
      <List size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </>
  );
}
