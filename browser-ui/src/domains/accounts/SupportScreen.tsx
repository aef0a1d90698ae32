import { Badge, Button, Checkbox, Group, Modal, Select, Stack, Table, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { eventSentence, texts } from '../../texts';
import { useGrantSupport, useRevokeSupport, type SupportSession } from './commands';
import { useOperatorActs, useSupport } from './queries';

const HOURS = ['1', '4', '8', '24'];

/** Did, or does, the service's staff look at our books, and why? */
export function SupportScreen() {
  const sessions = useSupport();
  const administers = useMay('administer');
  const [granting, { open, close }] = useDisclosure(false);
  return (
    <Screen
      title={texts.support.title}
      lead={administers ? texts.support.lead : texts.support.ownersOnly}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      actions={administers && <Button onClick={open}>{texts.support.grant}</Button>}
    >
      <Section title={texts.support.sessions}>
        <Loaded query={sessions}>
          {(all) =>
            all.length === 0 ? (
              <Text size="sm" c="dimmed">
                {texts.support.none}
              </Text>
            ) : (
              <Stack gap="lg">
                {all.map((session) => (
                  <SessionCard key={session.id} session={session} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Section>
      <Acts />
      <Modal opened={granting} onClose={close} title={texts.support.grant}>
        <GrantForm close={close} />
      </Modal>
    </Screen>
  );
}

function GrantForm({ close }: { close: () => void }) {
  const grant = useGrantSupport();
  const form = useForm({
    initialValues: { reason: '', hours: '4', mayWrite: false },
    validate: { reason: (value) => (value.trim() ? null : texts.common.required(texts.support.reason)) },
  });
  return (
    <CommandForm
      form={form}
      problem={grant.problem}
      pending={grant.pending}
      submit={texts.support.grant}
      onCancel={close}
      onSubmit={({ reason, hours, mayWrite }) => {
        grant.run({ reason: reason.trim(), hours: Number(hours), mayWrite }, () => {
          close();
          tell(texts.support.granted);
        });
      }}
    >
      <Text size="sm">{texts.support.grantText}</Text>
      <Textarea
        label={texts.support.reason}
        description={texts.support.reasonHint}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
      <Select
        label={texts.support.hours}
        data={HOURS.map((value) => ({ value, label: texts.support.hoursOf(Number(value)) }))}
        allowDeselect={false}
        {...form.getInputProps('hours')}
      />
      <Checkbox
        label={texts.support.mayWrite}
        description={texts.support.mayWriteHint}
        {...form.getInputProps('mayWrite', { type: 'checkbox' })}
      />
    </CommandForm>
  );
}

function SessionCard({ session }: { session: SupportSession }) {
  const { timeZone } = useBusiness();
  const administers = useMay('administer');
  const revoke = useRevokeSupport();
  const [shown, setShown] = useState(false);
  return (
    <Stack gap={6}>
      {revoke.problem && <ProblemBanner problem={revoke.problem} />}
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {session.reason}
            </Text>
            <Badge variant="light" color={session.over ? 'gray' : 'orange'} tt="none">
              {session.over ? texts.support.over : texts.support.holds}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed">
            {texts.support.grantedAt(moment(session.grantedAt, timeZone))} ·{' '}
            {texts.support.terms(session.mayWrite, moment(session.goodUntil, timeZone))}
            {session.revoked && session.endedAt && ` · ${texts.support.revokedAt(moment(session.endedAt, timeZone))}`}
          </Text>
        </div>
        {administers && !session.over && (
          <Button
            size="compact-sm"
            color="red"
            variant="light"
            loading={revoke.pending}
            onClick={() => {
              revoke.run(session, () => {
                tell(texts.support.revoked);
              });
            }}
          >
            {texts.support.revoke}
          </Button>
        )}
      </Group>
      {session.visits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.support.nobodyCame}
        </Text>
      ) : (
        session.visits.map((visit) => (
          <Text key={visit.enteredAt} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {visit.leftAt
              ? texts.support.wasIn(visit.operator, moment(visit.enteredAt, timeZone), moment(visit.leftAt, timeZone))
              : texts.support.isIn(visit.operator, moment(visit.enteredAt, timeZone))}
          </Text>
        ))
      )}
      {session.looks.length > 0 &&
        (shown ? (
          <Looks session={session} />
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            w="fit-content"
            onClick={() => {
              setShown(true);
            }}
          >
            {texts.support.showLooks}
          </Button>
        ))}
    </Stack>
  );
}

/** What was asked for, kind by kind; which single thing it was isn't kept. */
function Looks({ session }: { session: SupportSession }) {
  const { timeZone } = useBusiness();
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table aria-label={texts.support.looks} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.support.looks}</Table.Th>
            <Table.Th>{texts.support.times}</Table.Th>
            <Table.Th>{texts.support.last}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {session.looks.map((look) => (
            <Table.Tr key={look.endpoint}>
              <Table.Td ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                {look.endpoint}
              </Table.Td>
              <Table.Td>{look.times}</Table.Td>
              <Table.Td>{moment(look.lastAt, timeZone)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What else the service's staff did to the business's data: mended what was stuck. */
function Acts() {
  const acts = useOperatorActs();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.support.acts}>
      <Loaded query={acts}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.support.noActs}
            </Text>
          ) : (
            <Stack gap={6}>
              {all.map((act) => (
                <div key={act.position}>
                  <Text size="sm">{eventSentence({ event: act.event, detail: {} })}</Text>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {[moment(act.recordedAt, timeZone), act.about, act.processor, act.reason]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
