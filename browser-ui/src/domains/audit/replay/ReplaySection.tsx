import { Alert, Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../../api/problem';
import { moment, number } from '../../../shared/format';
import { tellProblem } from '../../../shared/notices';
import { Loaded, Section, SkeletonLines } from '../../../shared/Screen';
import { useBusiness } from '../../../shared/session';
import { texts } from '../../../texts';
import { askViewCheck } from './commands';
import { useViewChecks, type ViewCheck } from './queries';

/** Do the screens show what the log says? Everybody may ask; an auditor above all. */
export function ReplaySection() {
  const checks = useViewChecks();
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: askViewCheck,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/api/view-checks'] }),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Section title={texts.replay.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.replay.lead}
      </Text>
      <Loaded query={checks} skeleton={<SkeletonLines lines={3} />}>
        {(all) => {
          const running = all.find(({ endedAt }) => endedAt === undefined);
          const last = all.find(({ endedAt }) => endedAt !== undefined);
          return (
            <Stack gap="sm">
              {running ? (
                <div role="status">
                  <Text size="sm" mb={4}>
                    {texts.replay.running(running.percent)}
                  </Text>
                  <Progress value={running.percent} aria-label={texts.replay.title} />
                </div>
              ) : (
                <Button
                  variant="light"
                  style={{ alignSelf: 'flex-start' }}
                  loading={asking.isPending}
                  onClick={() => {
                    asking.mutate();
                  }}
                >
                  {texts.replay.ask}
                </Button>
              )}
              {last && <Found check={last} />}
              {all.length > 0 && <Earlier checks={all} />}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Found({ check }: { check: ViewCheck }) {
  if (check.state === 'FAILED') {
    return <Alert color="red">{texts.replay.failed}</Alert>;
  }
  if (check.different === 0) {
    return <Alert color="green">{texts.replay.alike(check.rows, check.events)}</Alert>;
  }
  return (
    <Alert color="red" title={texts.replay.unlike(check.different)}>
      <Table.ScrollContainer minWidth={360}>
        <Table fz="sm" aria-label={texts.replay.differences}>
          <Table.Thead>
            <Table.Tr>
              {texts.replay.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {check.differences.map((row) => (
              <Table.Tr key={`${row.table} ${row.row}`}>
                <Table.Td>{row.view}</Table.Td>
                <Table.Td>{row.table}</Table.Td>
                <Table.Td ff="monospace">{row.row}</Table.Td>
                <Table.Td>{texts.replay.kinds[row.difference]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Alert>
  );
}

function Earlier({ checks }: { checks: ViewCheck[] }) {
  const { timeZone } = useBusiness();
  return (
    <ul className="rows" aria-label={texts.replay.earlier}>
      {checks.slice(0, 5).map((check) => (
        <li key={check.id}>
          <Group justify="space-between" gap="sm">
            <Text size="sm">{moment(check.askedAt, timeZone)}</Text>
            <Text size="sm" c="dimmed">
              {check.endedAt === undefined
                ? texts.replay.waiting
                : check.state === 'FAILED'
                  ? texts.replay.notMade
                  : texts.replay.result(number(check.rows), check.different)}
            </Text>
          </Group>
        </li>
      ))}
    </ul>
  );
}
