import { ActionIcon, Badge, Group, Menu, Paper, Select, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconDots, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { phone } from '../../shared/format';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { problemText, texts, twilioError } from '../../texts';
import { useAssign, useConversationStep, useMarkSeen, useOptOut, type Conversation } from './commands';
import { Composer } from './Composer';
import { useConversation, useMembers } from './queries';
import { SimulatedPhone } from './SimulatedPhone';
import { TextBubble } from './TextBubble';

/** One conversation: what was said, and what to say next. */
export function ConversationPanel({ id, back }: { id: string; back: () => void }) {
  const conversation = useConversation(id);
  return (
    <Loaded query={conversation} skeleton={<SkeletonLines />}>
      {(data) => <Thread conversation={data} back={back} />}
    </Loaded>
  );
}

function Thread({ conversation, back }: { conversation: Conversation; back: () => void }) {
  const step = useConversationStep();
  const optOut = useOptOut();
  const problem = step.problem ?? optOut.problem;
  const writes = useMay('write');
  const end = useRef<HTMLDivElement>(null);
  const texted = conversation.texts.length;
  const assignee = useMembers().data?.find(({ id }) => id === conversation.assignedTo)?.email;
  useSeen(conversation, writes);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [texted]);
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={texts.inbox.thread}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <ActionIcon variant="subtle" aria-label={texts.common.back} onClick={back} hiddenFrom="md">
              <IconArrowLeft size={18} aria-hidden />
            </ActionIcon>
            <div style={{ minWidth: 0 }}>
              {conversation.personId ? (
                <AnchorLink to="/people/$customerId" params={{ customerId: conversation.personId }} fw={600}>
                  {conversation.personName}
                </AnchorLink>
              ) : (
                <Text fw={600}>{phone(conversation.number)}</Text>
              )}
              <Text size="xs" c="dimmed">
                {conversation.personId ? phone(conversation.number) : texts.inbox.unknown}
                {assignee && ` · ${texts.inbox.answers(assignee)}`}
                {conversation.consent && ` · ${texts.inbox.consents[conversation.consent]}`}
              </Text>
            </div>
          </Group>
          <Group gap="xs" wrap="nowrap">
            {conversation.optedOut && (
              <Badge color="red" variant="light" tt="none">
                {texts.inbox.optedOutBadge}
              </Badge>
            )}
            {writes && <More conversation={conversation} step={step} optOut={optOut} />}
          </Group>
        </Group>
        {!conversation.personId && writes && (
          <ButtonLink
            to="/people"
            search={{ add: true, phone: conversation.number }}
            size="compact-sm"
            variant="light"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconUserPlus size={16} aria-hidden />}
          >
            {texts.inbox.addPerson}
          </ButtonLink>
        )}
        {problem && <ProblemBanner problem={problem} />}
        {conversation.optedOut && (
          <Text size="sm" c="dimmed">
            {texts.inbox.optedOutWays[conversation.optedOut]}
          </Text>
        )}
        {conversation.unusableCode !== undefined && (
          <Text size="sm" c="dimmed">
            {twilioError(conversation.unusableCode)}
          </Text>
        )}
        <ol className="thread" aria-label={texts.inbox.texts}>
          {conversation.texts.map((text) => (
            <TextBubble key={text.id} conversation={conversation} text={text} />
          ))}
        </ol>
        <div ref={end} />
        {writes && <Composer conversation={conversation} />}
        {writes && <SimulatedPhone number={conversation.number} />}
      </Stack>
    </Paper>
  );
}

/** What is on the screen was seen. */
function useSeen({ id, unseen, texts: shown }: Conversation, writes: boolean): void {
  const { run, pending } = useMarkSeen();
  const last = useRef('');
  const textId = shown.findLast((text) => text.incoming)?.id;
  useEffect(() => {
    if (writes && unseen && textId && !pending && last.current !== textId) {
      last.current = textId;
      run({ id, textId });
    }
  });
}

/** Who answers this person, in a menu. */
function Assignee({ conversation }: { conversation: Conversation }) {
  const members = useMembers().data ?? [];
  const assign = useAssign();
  return (
    <Select
      p="xs"
      label={texts.inbox.assignee}
      placeholder={texts.inbox.nobody}
      clearable
      data={members.map(({ id, email }) => ({ value: id, label: email }))}
      value={conversation.assignedTo ?? null}
      comboboxProps={{ withinPortal: false }}
      error={assign.problem && problemText(assign.problem.code)}
      onChange={(memberId) => {
        assign.run({ id: conversation.id, ...(memberId ? { memberId } : {}) });
      }}
    />
  );
}

interface MoreProps {
  conversation: Conversation;
  step: ReturnType<typeof useConversationStep>;
  optOut: ReturnType<typeof useOptOut>;
}

function More({ conversation, step, optOut }: MoreProps) {
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={texts.inbox.more} loading={step.pending || optOut.pending}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Select
          p="xs"
          label={texts.inbox.consent}
          data={Object.entries(texts.inbox.consents).map(([value, label]) => ({ value, label }))}
          value={conversation.consent ?? null}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(basis) => {
            if (basis) {
              step.run({
                conversation,
                step: {
                  path: '/api/conversations/{id}/consent',
                  body: { basis: basis as NonNullable<Conversation['consent']> },
                },
              });
            }
          }}
        />
        <Assignee conversation={conversation} />
        {conversation.optedOut === undefined ? (
          <Menu.Item
            color="red"
            onClick={() => {
              optOut.run(conversation.id, () => {
                tell(texts.inbox.optedOutNow);
              });
            }}
          >
            {texts.inbox.optOut}
          </Menu.Item>
        ) : (
          conversation.optedOut === 'TOLD_STAFF' && (
            <Menu.Item
              onClick={() => {
                step.run({ conversation, step: { path: '/api/conversations/{id}/opt-out/lift' } }, () => {
                  tell(texts.inbox.optedIn);
                });
              }}
            >
              {texts.inbox.liftOptOut}
            </Menu.Item>
          )
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
