import { BarChart } from '@mantine/charts';
import { Paper, Stack, Table } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Amount } from '../../shared/figures';
import { month, number } from '../../shared/format';
import { Loaded } from '../../shared/Screen';
import { texts } from '../../texts';
import { NoQuotes, PeriodScreen } from './PeriodScreen';
import { useQuoteFunnel } from './queries';

const funnelRoute = getRouteApi('/signed-in/reports/quotes');

/** How many quotes end in a purchase? */
export function QuoteFunnelScreen() {
  const period = funnelRoute.useSearch();
  const navigate = funnelRoute.useNavigate();
  const funnel = useQuoteFunnel(period);
  return (
    <PeriodScreen
      title={texts.quoteReports.funnel}
      lead={texts.quoteReports.funnelLead}
      csv={address('/api/reports/quote-funnel.csv', {}, period)}
      period={period}
      onPeriod={(change) => void navigate({ search: { ...period, ...change }, replace: true })}
    >
      <Loaded query={funnel}>{(data) => (data.months.length === 0 ? <NoQuotes /> : <Funnel funnel={data} />)}</Loaded>
    </PeriodScreen>
  );
}

const STEPS = ['quoted', 'accepted', 'received', 'bought', 'paid'] as const;
type FunnelMonth = Answer<'/api/reports/quote-funnel'>['total'];

function Funnel({ funnel }: { funnel: Answer<'/api/reports/quote-funnel'> }) {
  return (
    <Stack>
      <Paper withBorder radius="md" p="md" role="img" aria-label={texts.quoteReports.funnelChart}>
        <BarChart
          h={220}
          data={STEPS.map((step) => ({ step: texts.quoteReports.steps[step], quotes: funnel.total[step] }))}
          dataKey="step"
          series={[{ name: 'quotes', label: texts.quoteReports.quotes, color: 'accent.7' }]}
          gridAxis="x"
          tickLine="none"
          maxBarWidth={64}
        />
      </Paper>
      <Paper withBorder radius="md" className="tableFrame">
        <Table className="dense" aria-label={texts.quoteReports.funnel}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.quoteReports.month}</Table.Th>
              {STEPS.map((step) => (
                <Table.Th key={step} className="right">
                  {texts.quoteReports.steps[step]}
                </Table.Th>
              ))}
              <Table.Th className="right">{texts.quoteReports.conversion}</Table.Th>
              <Table.Th className="right" visibleFrom="sm">
                {texts.quoteReports.boughtFor}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {funnel.months.toReversed().map((row) => (
              <FunnelRow key={row.month} label={row.month ? month(row.month) : ''} row={row} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <FunnelRow label={texts.reports.total} row={funnel.total} />
          </Table.Tfoot>
        </Table>
      </Paper>
    </Stack>
  );
}

function FunnelRow({ label, row }: { label: string; row: FunnelMonth }) {
  return (
    <Table.Tr>
      <Table.Td className="figures">{label}</Table.Td>
      {STEPS.map((step) => (
        <Table.Td key={step} className="right figures">
          {number(row[step])}
        </Table.Td>
      ))}
      <Table.Td className="right figures">{texts.quoteReports.percent(row.bought, row.quoted)}</Table.Td>
      <Table.Td className="right" visibleFrom="sm">
        <Amount value={row.boughtMoney} />
      </Table.Td>
    </Table.Tr>
  );
}
