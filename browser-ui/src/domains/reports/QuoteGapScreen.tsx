import { BarChart } from '@mantine/charts';
import { Paper, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Amount } from '../../shared/figures';
import { money, number, shortMoney } from '../../shared/format';
import { Loaded } from '../../shared/Screen';
import { texts } from '../../texts';
import { NoQuotes, PeriodScreen } from './PeriodScreen';
import { useQuoteGap } from './queries';
import { roundTicks } from '../../shared/report/ticks';

const gapRoute = getRouteApi('/signed-in/reports/quote-gap');

/** Why is less paid than was quoted? */
export function QuoteGapScreen() {
  const period = gapRoute.useSearch();
  const navigate = gapRoute.useNavigate();
  const gap = useQuoteGap(period);
  return (
    <PeriodScreen
      title={texts.quoteReports.gap}
      lead={texts.quoteReports.gapLead}
      csv={address('/api/reports/quote-gap.csv', {}, period)}
      period={period}
      onPeriod={(change) => void navigate({ search: { ...period, ...change }, replace: true })}
    >
      <Loaded query={gap}>{(data) => (data.quoted.minor === 0 ? <NoQuotes /> : <Gap gap={data} />)}</Loaded>
    </PeriodScreen>
  );
}

function Gap({ gap }: { gap: Answer<'/api/reports/quote-gap'> }) {
  const { currency } = gap.gap;
  const telling = gap.causes.filter((cause) => cause.gap.minor !== 0);
  const ticks = roundTicks(telling.map((cause) => cause.gap.minor));
  return (
    <Stack>
      <Text className="figures">{texts.quoteReports.gapSum(money(gap.quoted), money(gap.agreed), money(gap.gap))}</Text>
      {telling.length > 0 && (
        <Paper withBorder radius="md" p="md" role="img" aria-label={texts.quoteReports.gapChart}>
          <BarChart
            h={240}
            data={telling.map((cause) => ({
              cause: texts.quoteReports.causes[cause.cause],
              gap: cause.gap.minor,
            }))}
            dataKey="cause"
            series={[{ name: 'gap', label: texts.quoteReports.lost, color: 'accent.7' }]}
            valueFormatter={(minor) => money({ minor, currency })}
            yAxisProps={{
              width: 64,
              ticks,
              domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0],
              tickFormatter: (minor: number) => shortMoney(minor, currency),
            }}
            gridAxis="x"
            tickLine="none"
            maxBarWidth={48}
          />
        </Paper>
      )}
      <Paper withBorder radius="md" className="tableFrame">
        <Table className="dense" aria-label={texts.quoteReports.gap}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.quoteReports.cause}</Table.Th>
              <Table.Th className="right">{texts.quoteReports.boxes}</Table.Th>
              <Table.Th className="right">{texts.quoteReports.lost}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {gap.causes.map((cause) => (
              <Table.Tr key={cause.cause}>
                <Table.Td>{texts.quoteReports.causes[cause.cause]}</Table.Td>
                <Table.Td className="right figures">{number(cause.boxes)}</Table.Td>
                <Table.Td className="right">
                  <Amount value={cause.gap} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th>{texts.reports.total}</Table.Th>
              <Table.Td />
              <Table.Td className="right">
                <Amount value={gap.gap} />
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Paper>
    </Stack>
  );
}
