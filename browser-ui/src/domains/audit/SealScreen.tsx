import { Anchor, Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import { moment, number } from '../../shared/format';
import { DayRange } from '../../shared/list/DayRange';
import { defined } from '../../shared/list/search';
import { Facts, Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { AuditScreen } from './AuditScreen';
import { useCheckpoints, useSeal } from './queries';

/** How can anybody check that nothing was changed? */
export function SealScreen() {
  return (
    <AuditScreen lead={texts.audit.sealLead}>
      <Standing />
      <Bundle />
      <Signed />
    </AuditScreen>
  );
}

function Standing() {
  const seal = useSeal();
  const { timeZone } = useBusiness();
  return (
    <Loaded query={seal}>
      {({ facts, access, ageSeconds, faults }) => (
        <Section
          title={texts.audit.standing}
          aside={
            <Badge variant="light" color={faults === 0 ? 'teal' : 'red'} tt="none">
              {texts.audit.faults(faults)}
            </Badge>
          }
        >
          <Facts
            facts={[
              [texts.audit.sealedEvents, number(facts.size)],
              [texts.audit.sealedLooks, number(access?.size ?? 0)],
              [texts.audit.signedAt, moment(facts.madeAt, timeZone)],
              [texts.audit.waits, ageSeconds === 0 ? texts.audit.nothingWaits : texts.audit.seconds(ageSeconds)],
            ]}
          />
          <Text size="xs" c="dimmed" mt="sm">
            {texts.audit.root}
          </Text>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {facts.root}
          </Code>
          <Group gap="xs" mt="sm">
            <Button
              component="a"
              href="/api/audit/checkpoint"
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {texts.audit.keepCheckpoint}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mt="xs">
            {texts.audit.keepWhy}
          </Text>
        </Section>
      )}
    </Loaded>
  );
}

function Bundle() {
  const [period, setPeriod] = useState<{ from?: string; to?: string }>({});
  return (
    <Section title={texts.audit.bundle}>
      <Stack gap="sm">
        <Text size="sm">{texts.audit.bundleText}</Text>
        <Group gap="xs" align="flex-end">
          <DayRange
            search={period}
            show={(change) => {
              setPeriod(
                defined({
                  from: 'from' in change ? change.from : period.from,
                  to: 'to' in change ? change.to : period.to,
                }),
              );
            }}
          />
          <Button
            component="a"
            href={address('/api/audit/bundle', {}, { from: period.from, until: period.to })}
            download
            leftSection={<IconFileZip size={16} aria-hidden />}
          >
            {texts.audit.fetchBundle}
          </Button>
        </Group>
        <Text size="sm">
          {texts.audit.check}{' '}
          <Anchor href="/api/audit/verifier" download size="sm">
            Verifier.java
          </Anchor>
        </Text>
        <Code block>java Verifier.java audit.zip checkpoint.txt</Code>
      </Stack>
    </Section>
  );
}

function Signed() {
  const checkpoints = useCheckpoints();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.audit.checkpoints}>
      <Loaded query={checkpoints}>
        {({ items }) => (
          <ul className="rows">
            {items.map((checkpoint) => (
              <li key={checkpoint.number}>
                <div className="cardRow">
                  <Text size="sm">{moment(checkpoint.madeAt, timeZone)}</Text>
                  <span className="figures">{number(checkpoint.size)}</span>
                </div>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {checkpoint.root}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
