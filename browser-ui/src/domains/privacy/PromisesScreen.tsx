import { Badge, Group, Stack, Text } from '@mantine/core';
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
      </Stack>
    </Section>
  );
}
