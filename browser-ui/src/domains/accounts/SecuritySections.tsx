import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { refresh } from '../../shared/command';
import { moment } from '../../shared/format';
import { tell, tellProblem } from '../../shared/notices';
import { Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { endOtherSessions, endSession } from './commands';
import { useSessions, useSignIns } from './queries';

type OpenSession = Answer<'/api/sessions'>['items'][number];

/** Who is signed in as this user, and from where. */
export function SessionsSection() {
  const sessions = useSessions();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: (id: string | undefined) => (id ? endSession(id) : endOtherSessions()),
    onSuccess: (_, id) => {
      tell(id ? texts.access.ended : texts.access.endedOthers);
      return refresh(queries);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Section
      title={texts.access.sessions}
      aside={
        (sessions.data?.items.length ?? 0) > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              ending.mutate(undefined);
            }}
          >
            {texts.access.endOthers}
          </Button>
        )
      }
    >
      <Loaded query={sessions}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                onEnd={() => {
                  ending.mutate(session.id);
                }}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const { timeZone } = useBusiness();
  const device = texts.access.device(session.browser, session.system);
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {device}
          </Text>
          {session.current && (
            <Badge size="sm" variant="light" tt="none">
              {texts.access.thisDevice}
            </Badge>
          )}
          {session.remembered && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              {texts.access.remembered}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {texts.access.lastUsed(moment(session.lastUsedAt, timeZone), from(session))}
        </Text>
      </div>
      {!session.current && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          aria-label={texts.access.endDevice(device)}
          onClick={onEnd}
        >
          {texts.access.end}
        </Button>
      )}
    </Group>
  );
}

/** Of most addresses the place is known, if the service has a list of places. */
function from({ address, place }: { address: string; place?: string | undefined }): string {
  return place === undefined ? address : texts.access.fromPlace(address, place);
}

/** The login history, asked for when somebody wants to see it. */
export function HistorySection() {
  const [open, { open: show }] = useDisclosure(false);
  const history = useSignIns(open);
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.access.history}>
      {open ? (
        <Loaded query={history}>
          {({ items }) => (
            <Table.ScrollContainer minWidth={300}>
              <Table aria-label={texts.access.history}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{texts.access.when}</Table.Th>
                    <Table.Th>{texts.access.happened}</Table.Th>
                    <Table.Th>{texts.access.from}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((item) => (
                    <Table.Tr key={`${item.at} ${item.what}`}>
                      <Table.Td>{moment(item.at, timeZone)}</Table.Td>
                      <Table.Td>{texts.access.what[item.what]}</Table.Td>
                      <Table.Td>
                        {texts.access.device(item.browser, item.system)}
                        <Text size="xs" c="dimmed">
                          {from(item)}
                        </Text>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Loaded>
      ) : (
        <Button variant="default" size="compact-sm" onClick={show}>
          {texts.access.showHistory}
        </Button>
      )}
    </Section>
  );
}
