import { Group, Paper, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { Empty } from '../../shared/Empty';
import { Profit } from '../../shared/figures';
import { money } from '../../shared/format';
import { type Report } from '../../shared/report/cells';
import { PeriodFields } from '../../shared/report/PeriodFields';
import { useReport } from '../../shared/report/query';
import { ReportChart } from '../../shared/report/ReportChart';
import { ReportTable } from '../../shared/report/ReportTable';
import { Loaded, Screen } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { MoneyTabs } from './MoneyTabs';
import { Tile } from '../../shared/Tile';

const REPORT = 'cash-flow';

const route = getRouteApi('/signed-in/money/cash');

/** What came in, what went out, and what is left? */
export function CashScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const report = useReport(REPORT, search);
  return (
    <Screen
      title={texts.money.tabs.cash}
      lead={report.data?.about.explanation}
      above={<MoneyTabs />}
      views={
        <CsvMenu href={address('/api/reports/{report}.csv', { report: REPORT }, search)} name={texts.money.tabs.cash} />
      }
    >
      <Group gap="xs" align="flex-end" className="reportFilters">
        <PeriodFields
          search={search}
          today={today}
          show={({ from, to }) =>
            void navigate({ search: { ...(from ? { from } : {}), ...(to ? { to } : {}) }, replace: true })
          }
        />
      </Group>
      <Loaded query={report}>
        {(data) =>
          data.rows.length === 0 ? (
            <Paper withBorder radius="md">
              <Empty picture="chart" title={texts.reports.emptyTitle} text={texts.cash.empty} />
            </Paper>
          ) : (
            <Stack className={report.isPlaceholderData ? 'renewing' : ''}>
              <Sums report={data} />
              <ReportChart report={data} />
              <ReportTable report={data} />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

/** The period as one: from what there was to what is left. */
function Sums({ report }: { report: Report }) {
  const cell = (cells: (string | number)[] | undefined, id: string) => ({
    minor: Number(cells?.[report.columns.findIndex((column) => column.id === id)] ?? 0),
    currency: report.currency,
  });
  const cameIn = cell(report.total.cells, 'sales');
  const net = cell(report.total.cells, 'net');
  return (
    <div className="ages">
      <Tile label={texts.cash.opening} figure={money(cell(report.rows[0]?.cells, 'opening'))} />
      <Tile label={texts.cash.cameIn} figure={money(cameIn)} />
      <Tile label={texts.cash.wentOut} figure={money({ ...net, minor: cameIn.minor - net.minor })} />
      <Tile label={texts.cash.net} figure={<Profit value={net} />} />
      <Tile label={texts.cash.closing} figure={money(cell(report.rows.at(-1)?.cells, 'closing'))} />
    </div>
  );
}
