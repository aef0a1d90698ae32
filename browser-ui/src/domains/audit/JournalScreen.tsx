import { Button, Checkbox, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import { moment } from '../../shared/format';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { DayRange } from '../../shared/list/DayRange';
import { Filters } from '../../shared/list/Filters';
import { Paging } from '../../shared/list/Paging';
import { defined } from '../../shared/list/search';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { actorText } from '../../shared/Timeline';
import { fieldText, journalSentence, texts } from '../../texts';
import { AuditScreen } from './AuditScreen';
import { useJournal, useJournalChange, useMembers, type JournalEntry } from './queries';
import { RecordLink } from './RecordLink';

const route = getRouteApi('/signed-in/settings/audit');

/** What happened, who did it, and what did it change? */
export function JournalScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const members = useMembers();
  const { actor, way, domain, record, person, undoing, from, to: until, page, size } = search;
  const asked = defined({ actor, way, domain, record, person, undoing, from, until });
  const journal = useJournal({ ...asked, ...defined({ page, size }) });
  const show = (change: object) => {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  };
  return (
    <AuditScreen
      lead={texts.audit.journalLead}
      views={<CsvMenu href={address('/api/audit/journal.csv', {}, asked)} name={texts.audit.tabs.journal} />}
    >
      <Filters
        first={
          <Select
            label={texts.audit.who}
            placeholder={texts.audit.anybody}
            clearable
            flex={1}
            maw={{ sm: 220 }}
            data={[
              ...(members.data ?? []).map(({ id, email }) => ({ value: `user:${id}`, label: email })),
              ...Object.entries(texts.audit.ways).map(([value, label]) => ({ value, label })),
            ]}
            value={search.actor ?? search.way ?? null}
            onChange={(value) => {
              const way = value !== null && value in texts.audit.ways;
              show({ actor: way ? undefined : (value ?? undefined), way: way ? value : undefined });
            }}
          />
        }
      >
        <Select
          label={texts.audit.what}
          placeholder={texts.audit.anything}
          clearable
          w={{ base: '100%', sm: 180 }}
          data={Object.entries(texts.audit.domains).map(([value, label]) => ({ value, label }))}
          value={search.domain ?? null}
          onChange={(value) => {
            show({ domain: value ?? undefined });
          }}
        />
        <DayRange search={search} show={show} />
        <Checkbox
          label={texts.audit.onlyUndoing}
          checked={search.undoing ?? false}
          mb={8}
          onChange={(event) => {
            show({ undoing: event.currentTarget.checked || undefined });
          }}
        />
        {(search.record ?? search.person) && (
          <Button
            variant="default"
            onClick={() => {
              show({ record: undefined, person: undefined });
            }}
          >
            {texts.audit.ofEverything}
          </Button>
        )}
      </Filters>
      <Loaded query={journal} skeleton={<SkeletonLines lines={8} />}>
        {(found) => (
          <Stack gap="sm" className={journal.isPlaceholderData ? 'renewing' : ''}>
            <Paper withBorder radius="md" p="md">
              {found.items.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {texts.audit.none}
                </Text>
              ) : (
                <ol className="timeline">
                  {found.items.map((entry) => (
                    <Entry
                      key={entry.position}
                      entry={entry}
                      members={members.data}
                      only={(record) => {
                        show({ record });
                      }}
                    />
                  ))}
                </ol>
              )}
            </Paper>
            <Paging page={found} onSearch={show} />
          </Stack>
        )}
      </Loaded>
    </AuditScreen>
  );
}

interface EntryProps {
  entry: JournalEntry;
  members: ReturnType<typeof useMembers>['data'];
  only: (record: string) => void;
}

function Entry({ entry, members, only }: EntryProps) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Text size="sm" td={entry.undone ? 'line-through' : undefined} style={{ overflowWrap: 'anywhere' }}>
        {journalSentence(entry)}
      </Text>
      {entry.undoes !== undefined && (
        <Text size="sm" c="dimmed">
          {texts.audit.undid(journalSentence({ event: entry.undoesEvent ?? '', detail: {} }))}
          {entry.undoReason && ` · ${texts.undo.because(texts.undo.reasons[entry.undoReason])}`}
        </Text>
      )}
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {moment(entry.recordedAt, session.business.timeZone)} · {actorText(entry.actor, session.userId, members)} ·{' '}
          <RecordLink kind={entry.kind} id={entry.recordId} />
          {entry.undone && ` · ${texts.undo.undone}`}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {texts.audit.changes}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            only(entry.recordId);
          }}
        >
          {texts.audit.onlyThis}
        </Button>
      </Group>
      {open && <Changes position={entry.position} />}
    </li>
  );
}

/** What stood there before, and what stood there then. */
function Changes({ position }: { position: number }) {
  const change = useJournalChange(position);
  return (
    <Loaded query={change} skeleton={<SkeletonLines lines={2} />}>
      {({ changes, from }) => (
        <>
          {from && (
            <Text size="xs" c="dimmed">
              {texts.audit.from(from.browser, from.system)}
            </Text>
          )}
          {changes.length === 0 ? (
            <Text size="xs" c="dimmed">
              {texts.audit.noChange}
            </Text>
          ) : (
            <dl className="facts">
              {changes.map(({ name, before, after }) => (
                <div key={name}>
                  <dt style={{ overflowWrap: 'anywhere' }}>{fieldText(name)}</dt>
                  <dd style={{ overflowWrap: 'anywhere' }}>
                    {before !== undefined && `${before} → `}
                    {after ?? texts.common.none}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </Loaded>
  );
}
