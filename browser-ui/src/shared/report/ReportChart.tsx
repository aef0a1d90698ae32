import { BarChart } from '@mantine/charts';
import { Paper } from '@mantine/core';
import { texts } from '../../texts';
import { axisText, cellText, type Report } from './cells';
import { roundTicks } from './ticks';

/** More bars than this are no picture any more: the first ones are drawn, which are the largest or the latest. */
const BARS_MAX = 24;
const COLORS = ['accent.7', 'gray.5'];

/** A report as bars, if it says that it can be drawn. */
export function ReportChart({ report }: { report: Report }) {
  const { chart } = report.about;
  const by = report.columns.findIndex((column) => column.id === chart?.by);
  const series = report.columns.flatMap((column, place) =>
    chart?.series.includes(column.id) ? [{ column, place }] : [],
  );
  const kind = series[0]?.column.kind;
  if (by < 0 || !kind) return null;
  const inTime = report.columns[by]?.kind === 'MONTH';
  const rows = inTime ? report.rows.slice(-BARS_MAX) : report.rows.slice(0, BARS_MAX);
  const ticks = roundTicks(rows.flatMap((row) => series.map(({ place }) => Number(row.cells[place]))));
  return (
    <Paper withBorder radius="md" p="md" role="img" aria-label={texts.reports.chart(report.about.title)}>
      <BarChart
        h={260}
        data={rows.map((row) => ({
          by: cellText(report.columns[by]?.kind ?? 'TEXT', row.cells[by] ?? '', report.currency),
          ...Object.fromEntries(series.map(({ column, place }) => [column.id, Number(row.cells[place])])),
        }))}
        dataKey="by"
        series={series.map(({ column }, index) => ({
          name: column.id,
          label: column.title,
          color: COLORS[index % COLORS.length] ?? 'accent.7',
        }))}
        valueFormatter={(value) => cellText(kind, value, report.currency)}
        yAxisProps={{
          width: 64,
          ticks,
          domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0],
          tickFormatter: (value: number) => axisText(kind, value, report.currency),
        }}
        xAxisProps={{ minTickGap: 24 }}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={36}
      />
    </Paper>
  );
}
