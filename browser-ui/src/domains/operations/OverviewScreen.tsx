import { Badge, Group, SimpleGrid } from '@mantine/core';
import { moment, number } from '../../shared/format';
import { Facts, Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { PlainTable } from './parts';
import { useFeatureSums, useHealth, usePolicyVersions } from './queries';
import { RetentionSection } from './RetentionSection';

/** Is the service well? */
export function OverviewScreen() {
  const health = useHealth();
  const sums = useFeatureSums();
  const versions = usePolicyVersions();
  const { timeZone } = useBusiness();
  return (
    <Screen title={texts.operator.overview} lead={texts.operator.overviewLead}>
      <Loaded query={health}>
        {(now) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Section
              title={texts.operator.health}
              aside={<Badge color={now.status === 'UP' ? 'teal' : 'red'}>{now.status}</Badge>}
            >
              <Group gap={6}>
                {now.parts.map((part) => (
                  <Badge key={part.name} variant="light" color={part.status === 'UP' ? 'gray' : 'red'} tt="none">
                    {part.name}: {part.status}
                  </Badge>
                ))}
              </Group>
              <Facts
                facts={[
                  [texts.operator.startedAt, moment(now.startedAt, timeZone)],
                  [texts.operator.position, number(now.position)],
                  [texts.operator.policy, texts.settings.version(now.policyVersion)],
                  [
                    texts.operator.agreedTo,
                    versions.data?.map(({ version, users }) => texts.operator.agreed(version, users)).join(', '),
                  ],
                ]}
              />
            </Section>
            <Section title={texts.operator.needsALook}>
              <Facts
                facts={[
                  [texts.operator.failedProcessors, number(now.failedProcessors)],
                  [texts.operator.furthestBehind, number(now.furthestBehind)],
                  [texts.operator.deadLetters, number(now.deadLetters)],
                  [texts.operator.effects, number(now.stuckEffects)],
                  [texts.operator.deliveries, number(now.unreadDeliveries)],
                  [texts.operator.lateJobs, number(now.lateJobs)],
                  [texts.operator.outbox, texts.operator.waiting(now.outbox.waiting, now.outbox.oldestSeconds)],
                  [texts.operator.inbox, texts.operator.waiting(now.inbox.waiting, now.inbox.oldestSeconds)],
                ]}
              />
            </Section>
          </SimpleGrid>
        )}
      </Loaded>
      <RetentionSection />
      <Section title={texts.featureUse.title}>
        <Loaded query={sums}>
          {(all) => (
            <PlainTable
              label={texts.featureUse.title}
              columns={[
                texts.featureUse.day,
                texts.featureUse.feature,
                texts.featureUse.use,
                texts.featureUse.times,
                texts.featureUse.users,
              ]}
              rows={all}
              none={texts.featureUse.none}
              keyOf={(row) => `${row.day} ${row.feature} ${row.use}`}
              cells={(row) => [
                row.day,
                texts.featureUse.features[row.feature] ?? row.feature,
                texts.featureUse.uses[row.use],
                number(row.times),
                number(row.users),
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  );
}
