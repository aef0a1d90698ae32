import { Group, Paper, Select, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { moment } from '../../shared/format';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { DayRange } from '../../shared/list/DayRange';
import { Paging } from '../../shared/list/Paging';
import { defined } from '../../shared/list/search';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { actorText } from '../../shared/Timeline';
import { lookSentence, texts } from '../../texts';
import { AuditScreen } from './AuditScreen';
import { useLooks, useMembers, type Look } from './queries';
import { RecordLink } from './RecordLink';

const route = getRouteApi('/signed-in/settings/audit/looks');

/** Who looked at whose data, and what was taken away? */
export function LooksScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const members = useMembers();
  const session = useSession();
  const { actor, record, person, from, to: until, page, size } = search;
  const asked = defined({ actor, record, person, from, until });
  const looks = useLooks({ ...asked, ...defined({ page, size }) });
  const show = (change: object) => {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  };
  return (
    <AuditScreen
      lead={texts.audit.looksLead}
      views={<CsvMenu href={address('/api/audit/looks.csv', {}, asked)} name={texts.audit.tabs.looks} />}
    >
      <Group gap="xs" align="flex-end">
        <Select
          label={texts.audit.who}
          placeholder={texts.audit.anybody}
          clearable
          w={{ base: '100%', sm: 220 }}
          data={(members.data ?? []).map(({ id, email }) => ({ value: `user:${id}`, label: email }))}
          value={search.actor ?? null}
          onChange={(value) => {
            show({ actor: value ?? undefined });
          }}
        />
        <DayRange search={search} show={show} />
      </Group>
      <Loaded query={looks} skeleton={<SkeletonLines lines={8} />}>
        {(found) => (
          <Stack gap="sm" className={looks.isPlaceholderData ? 'renewing' : ''}>
            <Paper withBorder radius="md" p="md">
              {found.items.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {texts.audit.none}
                </Text>
              ) : (
                <ol className="timeline">
                  {found.items.map((look) => (
                    <li key={look.position}>
                      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                        {lookSentence(look.what)}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {moment(look.at, session.business.timeZone)} ·{' '}
                        {actorText(look.actor, session.userId, members.data)}
                        <Of look={look} />
                      </Text>
                    </li>
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

const KINDS: Record<string, string> = {
  customers: 'customer',
  deals: 'deal',
  lots: 'lot',
  sales: 'sale',
  buyers: 'buyer',
};

/** Whose page it was, where one can go there. */
function Of({ look }: { look: Look }) {
  const kind = KINDS[look.what.split('/')[2] ?? ''];
  return look.recordId && kind ? (
    <>
      {' · '}
      <RecordLink kind={kind} id={look.recordId} />
    </>
  ) : null;
}
