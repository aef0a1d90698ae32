import { BarChart } from '@mantine/charts';
import { Button, Paper, Stack, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, Profit } from '../../shared/figures';
import { month, number, shortMoney, signedMoney } from '../../shared/format';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { useProfitByMonth } from './queries';
import { roundTicks } from './ticks';
import { ButtonLink } from '../../shared/links';

type Report = Answer<'/api/reports/profit-by-month'>;

/** Did it pay? */
export function ReportsScreen() {
  const report = useProfitByMonth();
  return (
    <Screen
      title={texts.reports.profitByMonth}
      lead={texts.reports.explain}
      actions={
        <>
          <ButtonLink to="/reports/quotes" variant="subtle">
            {texts.quoteReports.funnel}
          </ButtonLink>
          <ButtonLink to="/reports/quote-gap" variant="subtle">
            {texts.quoteReports.gap}
          </ButtonLink>
          <ButtonLink to="/reports/compliance" variant="subtle">
            {texts.quoteReports.compliance}
          </ButtonLink>
          <Button
            component="a"
            href={address('/api/reports/profit-by-month.csv')}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {texts.list.csv}
          </Button>
        </>
      }
    >
      <Loaded query={report}>
        {(data) =>
          data.months.length === 0 ? (
            <Paper withBorder radius="md">
              <Empty
                picture="chart"
                title={texts.reports.emptyTitle}
                text={texts.reports.empty}
                action={<ButtonLink to="/imports">{texts.reports.emptyAction}</ButtonLink>}
              />
            </Paper>
          ) : (
            <Stack>
              <Chart report={data} />
              <MonthTable report={data} />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Chart({ report }: { report: Report }) {
  const { currency } = report.total.profit;
  const ticks = roundTicks(report.months.map((row) => row.profit.minor));
  return (
    <Paper withBorder radius="md" p="md" role="img" aria-label={texts.reports.chart}>
      <BarChart
        h={260}
        data={report.months.map((row) => ({ month: month(row.month), profit: row.profit.minor }))}
        dataKey="month"
        series={[{ name: 'profit', label: texts.reports.profit, color: 'accent.7' }]}
        valueFormatter={(minor) => signedMoney({ minor, currency })}
        yAxisProps={{
          width: 64,
          ticks,
          domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0],
          tickFormatter: (minor: number) => shortMoney(minor, currency),
        }}
        xAxisProps={{ minTickGap: 24 }}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={36}
      />
    </Paper>
  );
}

function MonthTable({ report }: { report: Report }) {
  return (
    <Paper withBorder radius="md" className="tableFrame">
      <Table className="dense" verticalSpacing={7} aria-label={texts.reports.profitByMonth}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.reports.month}</Table.Th>
            <Table.Th className="right">{texts.reports.boxes}</Table.Th>
            <Table.Th className="right">{texts.reports.proceeds}</Table.Th>
            <Table.Th className="right" visibleFrom="sm">
              {texts.reports.landed}
            </Table.Th>
            <Table.Th className="right">{texts.reports.profit}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.months.toReversed().map((row) => (
            <Table.Tr key={row.month}>
              <Table.Td className="figures">{month(row.month)}</Table.Td>
              <Figures row={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{texts.reports.total}</Table.Th>
            <Figures row={report.total} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Paper>
  );
}

function Figures({ row }: { row: Report['total'] }) {
  return (
    <>
      <Table.Td className="right figures">{number(row.boxes)}</Table.Td>
      <Table.Td className="right">
        <Amount value={row.proceeds} />
      </Table.Td>
      <Table.Td className="right" visibleFrom="sm">
        <Amount value={row.landedCost} />
      </Table.Td>
      <Table.Td className="right">
        <Profit value={row.profit} />
      </Table.Td>
    </>
  );
}
