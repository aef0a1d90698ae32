import { Button, Stack, Text } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answer, Entry } from '../api/types';
import { eventSentence, texts } from '../texts';
import { useSession } from './session';
import { moment } from './format';
import { useAsk } from './query';
import { Section, SkeletonLines } from './Screen';
import { AnchorLink } from './links';
import { UndoEntry } from './UndoEntry';

/** Everything that happened, newest first, in sentences. */
export function Timeline({
  entries,
  here,
  gone = false,
  filter,
}: {
  entries: UseInfiniteQueryResult<Entry[]>;
  here?: string;
  /** Whose history it is was erased: nothing of it comes back. */
  gone?: boolean;
  /** What chooses the kind of entries, if there is a choice. */
  filter?: ReactNode;
}) {
  const session = useSession();
  const members = useMembers();
  const mayUndo = !gone && session.role !== 'AUDITOR' && !session.business.closedOn;
  return (
    <Section title={texts.timeline.title} aside={filter}>
      {entries.data === undefined ? (
        <SkeletonLines lines={4} />
      ) : entries.data.length === 0 ? (
        <Text c="dimmed" size="sm">
          {texts.timeline.empty}
        </Text>
      ) : (
        <Stack gap={0}>
          <ol className="timeline">
            {entries.data.map((entry) => (
              <li key={`${String(entry.position)} ${entry.event}`}>
                {mayUndo && !entry.undone && (
                  <span className="entryStep">
                    <UndoEntry entry={entry} />
                  </span>
                )}
                <Text size="sm" td={entry.undone ? 'line-through' : undefined}>
                  {eventSentence(entry)}
                  <Change entry={entry} />
                  {entry.text && (
                    <Text span c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
                      : {entry.text}
                    </Text>
                  )}
                  {entry.conversationId && (
                    <>
                      {' · '}
                      <AnchorLink to="/inbox" search={{ open: entry.conversationId }} size="sm">
                        {texts.inbox.thread}
                      </AnchorLink>
                    </>
                  )}
                  {entry.dealId && entry.dealId !== here && (
                    <>
                      {' · '}
                      <AnchorLink to="/deals/$dealId" params={{ dealId: entry.dealId }} size="sm">
                        {texts.deals.one}
                      </AnchorLink>
                    </>
                  )}
                </Text>
                <Text size="xs" c="dimmed">
                  {moment(entry.recordedAt, session.business.timeZone)} ·{' '}
                  {actorText(entry.actor, session.userId, members)}
                  {entry.undone && ` · ${texts.undo.undone}`}
                  {entry.undoReason && ` · ${texts.undo.because(texts.undo.reasons[entry.undoReason])}`}
                </Text>
              </li>
            ))}
          </ol>
          {entries.hasNextPage && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={entries.isFetchingNextPage}
              onClick={() => void entries.fetchNextPage()}
            >
              {texts.timeline.more}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}

type Members = Answer<'/api/members'>;

/** Who works for the business, for telling who did what. */
function useMembers(): Members | undefined {
  return useAsk('/api/members').data;
}

/** What a correction found and left. */
function Change({ entry: { before = '', after = '' } }: { entry: Entry }) {
  if (before === '' && after === '') return null;
  return (
    <Text span c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
      : {before === '' ? texts.common.none : before} → {after === '' ? texts.common.none : after}
    </Text>
  );
}

/** Who did something, in words. */
export function actorText(actor: string, userId: string, members: Members = []): string {
  if (actor === `user:${userId}`) return texts.timeline.you;
  if (actor.startsWith('user:')) {
    // Who works here no longer is in no list.
    return members.find(({ id }) => actor === `user:${id}`)?.email ?? texts.timeline.colleague;
  }
  if (actor.startsWith('key:')) return texts.timeline.byKey;
  if (actor.startsWith('link:')) return texts.timeline.byLink;
  if (actor.startsWith('operator:')) return texts.timeline.byOperator;
  return actor.startsWith('job:') ? texts.timeline.job : texts.timeline.automatic;
}
