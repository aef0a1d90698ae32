import { Alert, Badge, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { moment, number, size } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useFiledReports, useReports, useSinceFiled, type FiledReport } from './queries';

type Since = Answer<'/api/filed-reports/{id}/since'>;

/** What was handed in, and what was corrected since? */
export function FiledReportsScreen() {
  const filed = useFiledReports();
  const reports = useReports();
  const titleOf = (name: string) => reports.data?.find((each) => each.name === name)?.title ?? name;
  return (
    <Screen title={texts.filed.title} lead={texts.filed.lead}>
      <Loaded query={filed}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              picture="chart"
              title={texts.filed.emptyTitle}
              text={texts.filed.empty}
              action={<ButtonLink to="/reports">{texts.reports.title}</ButtonLink>}
            />
          ) : (
            <Stack>
              {all.map((report) => (
                <Filed key={report.id} report={report} title={titleOf(report.report)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Filed({ report, title }: { report: FiledReport; title: string }) {
  const { timeZone } = useBusiness();
  const [open, { toggle }] = useDisclosure(false);
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {texts.filed.when(moment(report.filedAt, timeZone), days(report.filter))}
          </Text>
          <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {texts.filed.hash(report.sha256, size(report.bytes))}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            component="a"
            href={address('/api/filed-reports/{id}/file', { id: report.id })}
            download
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {texts.filed.again}
          </Button>
          <Button size="compact-sm" variant="light" aria-expanded={open} onClick={toggle}>
            {texts.filed.since}
          </Button>
        </Group>
      </Group>
      {open && <SinceFiled id={report.id} />}
    </Paper>
  );
}

/** The filter as people read it. */
function days(filter: string): string {
  const said = new URLSearchParams(filter);
  const from = said.get('from');
  const to = said.get('to');
  return from || to ? `${from ?? '…'} – ${to ?? '…'}` : texts.reports.periods.all;
}

function SinceFiled({ id }: { id: string }) {
  const since = useSinceFiled(id);
  return (
    <Stack mt="sm" gap="sm">
      <Loaded query={since} skeleton={<SkeletonLines lines={2} />}>
        {(data) => (
          <>
            <Group gap="xs">
              <Badge variant="light" color={data.reproduced ? 'green' : 'red'} tt="none">
                {data.reproduced ? texts.filed.reproduced : texts.filed.notReproduced}
              </Badge>
            </Group>
            {data.changeCount === 0 ? <Alert color="green">{texts.filed.unchanged}</Alert> : <Changes data={data} />}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Changes({ data }: { data: Since }) {
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {texts.filed.changed(data.changeCount)}
      </Text>
      <Table.ScrollContainer minWidth={data.columns.length * 100}>
        <Table className="dense" aria-label={texts.filed.since}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              {data.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.changes.flatMap(({ before, now }, index) => [
              ...(before.length > 0
                ? [<Line key={`${String(index)} then`} label={texts.filed.then} cells={before} other={now} />]
                : []),
              ...(now.length > 0
                ? [<Line key={`${String(index)} now`} label={texts.filed.now} cells={now} other={before} />]
                : []),
            ])}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {data.changes.length < data.changeCount && (
        <Text size="sm" c="dimmed">
          {texts.filed.first(number(data.changes.length))}
        </Text>
      )}
    </>
  );
}

function Line({ label, cells, other }: { label: string; cells: string[]; other: string[] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      {cells.map((cell, index) => (
        <Table.Td key={index} fw={other.length > 0 && other[index] !== cell ? 700 : 400} className="numbers">
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
