import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date, moment } from '../../shared/format';
import { useMay, useSession } from '../../shared/session';
import { texts, twilioError } from '../../texts';
import { useConversationStep, type Conversation, type Text as OneText } from './commands';
import { Pictures } from './Pictures';
import { ReviewButtons } from './ReviewButtons';

const WAITING: OneText['state'][] = ['SCHEDULED', 'HELD'];
const FAILED: OneText['state'][] = ['UNDELIVERED', 'FAILED', 'BLOCKED'];

/** One text, how far it came, and what can still be done about it. */
export function TextBubble({ conversation, text }: { conversation: Conversation; text: OneText }) {
  const { business } = useSession();
  const writes = useMay('write');
  const waits = WAITING.includes(text.state);
  const when = text.sendAt && text.state === 'SCHEDULED' ? text.sendAt : (text.heldUntil ?? text.at);
  return (
    <li className="bubble" data-mine={!text.incoming} data-off={text.state === 'CANCELLED'}>
      {text.body && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text.body}
        </Text>
      )}
      {text.pictureIds.length > 0 && <Pictures conversation={conversation} ids={text.pictureIds} />}
      {text.pictures > text.pictureIds.length && (
        <Text size="sm" c="dimmed">
          {texts.inbox.picturesCame(text.pictures - text.pictureIds.length)}
        </Text>
      )}
      <Text size="xs" c={FAILED.includes(text.state) ? 'red' : 'dimmed'}>
        {!text.incoming && `${texts.inbox.states[text.state]} · `}
        {moment(when, business.timeZone)}
      </Text>
      {text.secondTryOf && <Text size="xs">{texts.inbox.secondTry}</Text>}
      {text.blockedFor.map((reason) => (
        <Text key={reason} size="xs">
          {texts.inbox.blocked[reason]}
        </Text>
      ))}
      {text.errorCode !== undefined && <Text size="xs">{twilioError(text.errorCode)}</Text>}
      {text.reviewBy && (
        <>
          <Text size="xs">{texts.inbox.reviewBy(date(text.reviewBy))}</Text>
          {writes && <ReviewButtons conversationId={conversation.id} textId={text.id} />}
        </>
      )}
      {waits && writes && <WaitingActions conversation={conversation} text={text} />}
    </li>
  );
}

function WaitingActions({ conversation, text }: { conversation: Conversation; text: OneText }) {
  const step = useConversationStep();
  const [edited, edit] = useState<string>();
  return (
    <>
      {step.problem && <ProblemBanner problem={step.problem} />}
      {edited !== undefined && (
        <Textarea
          aria-label={texts.inbox.edit}
          autosize
          value={edited}
          data-autofocus
          onChange={(event) => {
            edit(event.currentTarget.value);
          }}
        />
      )}
      <Group gap="xs">
        {edited === undefined ? (
          <>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                edit(text.body ?? '');
              }}
            >
              {texts.common.edit}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              loading={step.pending}
              onClick={() => {
                step.run({
                  conversation,
                  step: { path: '/api/conversations/{id}/texts/cancel', body: { textId: text.id } },
                });
              }}
            >
              {texts.inbox.cancelText}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="compact-xs"
              loading={step.pending}
              disabled={!edited.trim()}
              onClick={() => {
                step.run(
                  {
                    conversation,
                    step: {
                      path: '/api/conversations/{id}/texts/change',
                      body: {
                        textId: text.id,
                        body: edited.trim(),
                        ...(text.sendAt ? { sendAt: text.sendAt } : {}),
                      },
                    },
                  },
                  () => {
                    edit(undefined);
                  },
                );
              }}
            >
              {texts.common.save}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                edit(undefined);
              }}
            >
              {texts.common.cancel}
            </Button>
          </>
        )}
      </Group>
    </>
  );
}
