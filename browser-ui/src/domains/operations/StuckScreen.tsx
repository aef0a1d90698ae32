import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { moment, number } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { retryDeadLetter, retryEffect, skipDeadLetter } from './commands';
import { Deliveries } from './Deliveries';
import { PlainTable, ShortId } from './parts';
import {
  useDeadLetters,
  useHaltedImports,
  useJobs,
  useStuckEffects,
  type DeadLetter,
  type StuckEffect,
} from './queries';
import { ReasonForm } from './ReasonForm';
import { useStep } from './step';

/** What doesn't go on by itself? */
export function StuckScreen() {
  return (
    <Screen title={texts.operator.stuck} lead={texts.operator.stuckLead}>
      <DeadLetters />
      <Effects />
      <Deliveries />
      <Imports />
      <Jobs />
    </Screen>
  );
}

function DeadLetters() {
  const letters = useDeadLetters();
  const { timeZone } = useBusiness();
  const [skipping, setSkipping] = useState<DeadLetter>();
  const retrying = useStep(({ id }: DeadLetter) => retryDeadLetter(id), texts.operator.tried);
  const close = () => {
    setSkipping(undefined);
  };
  return (
    <Section title={texts.operator.deadLetters}>
      <Loaded query={letters}>
        {(all) => (
          <PlainTable
            label={texts.operator.deadLetters}
            columns={texts.operator.deadLetterColumns}
            rows={all}
            none={texts.operator.noDeadLetters}
            keyOf={({ id }) => id}
            cells={(letter) => [
              <Stack key="event" gap={0}>
                <Text span size="sm">
                  {letter.event}
                </Text>
                <Text span size="xs" c="dimmed">
                  {texts.operator.behind(letter.behind)}
                </Text>
              </Stack>,
              letter.processor,
              letter.cause.replace(/^.*\./, ''),
              moment(letter.setAsideAt, timeZone),
              <ShortId key="business" id={letter.tenantId} />,
              <Group key="steps" gap={4} wrap="nowrap">
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={retrying.isPending && retrying.variables.id === letter.id}
                  onClick={() => {
                    retrying.mutate(letter);
                  }}
                >
                  {texts.operator.retry}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => {
                    setSkipping(letter);
                  }}
                >
                  {texts.operator.skip}
                </Button>
              </Group>,
            ]}
          />
        )}
      </Loaded>
      <Modal opened={skipping !== undefined} onClose={close} title={texts.operator.skipTitle}>
        {skipping && (
          <ReasonForm
            text={texts.operator.skipText(skipping.event, skipping.processor)}
            hint={texts.operator.reasonHint}
            submit={texts.operator.skip}
            done={texts.operator.skipped}
            step={(reason) => skipDeadLetter(skipping.id, reason)}
            close={close}
          />
        )}
      </Modal>
    </Section>
  );
}

function Effects() {
  const effects = useStuckEffects();
  const { timeZone } = useBusiness();
  const retrying = useStep(({ id }: StuckEffect) => retryEffect(id), texts.operator.effectRetried);
  return (
    <Section title={texts.operator.effects}>
      <Loaded query={effects}>
        {(all) => (
          <PlainTable
            label={texts.operator.effects}
            columns={texts.operator.effectColumns}
            rows={all}
            none={texts.operator.noEffects}
            keyOf={({ id }) => id}
            cells={(effect) => [
              texts.operator.mailKinds[effect.kind] ?? effect.kind,
              effect.channel,
              <Badge key="state" variant="light" color={effect.state === 'PENDING' ? 'gray' : 'orange'} tt="none">
                {texts.operator.effectStates[effect.state]}
              </Badge>,
              effect.reason ?? '',
              number(effect.attempts),
              moment(effect.recordedAt, timeZone),
              <ShortId key="business" id={effect.tenantId} />,
              effect.retryable ? (
                <Button
                  key="retry"
                  size="compact-xs"
                  variant="default"
                  title={effect.doubtful ? texts.operator.twice : undefined}
                  loading={retrying.isPending && retrying.variables.id === effect.id}
                  onClick={() => {
                    retrying.mutate(effect);
                  }}
                >
                  {effect.doubtful ? texts.operator.retryDoubtful : texts.operator.retry}
                </Button>
              ) : (
                texts.operator.forgotten
              ),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

/** They are tried again by themselves; what makes them break off is for whoever runs the service to find. */
function Imports() {
  const imports = useHaltedImports();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.operator.imports}>
      <Loaded query={imports}>
        {(all) => (
          <PlainTable
            label={texts.operator.imports}
            columns={texts.operator.importColumns}
            rows={all}
            none={texts.operator.noHaltedImports}
            keyOf={({ id }) => id}
            cells={(halted) => [
              <ShortId key="import" id={halted.id} />,
              texts.operator.importStates[halted.state],
              texts.operator.rowsOf(number(halted.done), number(halted.rows)),
              texts.operator.failing(halted.failures),
              moment(halted.failedAt, timeZone),
              <ShortId key="business" id={halted.tenantId} />,
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Jobs() {
  const jobs = useJobs();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.operator.jobs}>
      <Loaded query={jobs}>
        {(all) => (
          <PlainTable
            label={texts.operator.jobs}
            columns={texts.operator.jobColumns}
            rows={all}
            none={texts.operator.noJobs}
            keyOf={({ name, instance }) => `${name} ${instance}`}
            cells={(job) => [
              job.name,
              job.late || job.failures > 0 ? (
                <Badge key="state" color="orange" variant="light" tt="none">
                  {job.late ? texts.operator.late : texts.operator.failing(job.failures)}
                </Badge>
              ) : (
                texts.operator.onTime
              ),
              moment(job.dueAt, timeZone),
              job.lastSuccess ? moment(job.lastSuccess, timeZone) : '',
              job.lastFailure ? moment(job.lastFailure, timeZone) : '',
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
