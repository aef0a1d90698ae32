import { BarChart } from '@mantine/charts';
import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { address } from '../../api/client';
import type { Answer, Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { DateInput } from '../../shared/form/inputs';
import { boxes, date, money, month, number, shortMoney } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { useCompliance, useQuoteFunnel, useQuoteGap } from './queries';
import { roundTicks } from './ticks';

interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

interface PeriodScreenProps {
  title: string;
  lead: string;
  csv: string;
  period: Period;
  onPeriod: (change: Period) => void;
  children: ReactNode;
}

/** A report over a period: its filter, its file, its chart and table. */
function PeriodScreen({ title, lead, csv, period, onPeriod, children }: PeriodScreenProps) {
  return (
    <Screen
      title={title}
      lead={lead}
      actions={
        <Button component="a" href={csv} download variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {texts.list.csv}
        </Button>
      }
    >
      <Group gap="sm">
        <DateInput
          label={texts.list.from}
          value={period.from ?? ''}
          onChange={(event) => {
            onPeriod({ from: event.currentTarget.value || undefined });
          }}
        />
        <DateInput
          label={texts.list.to}
          value={period.to ?? ''}
          onChange={(event) => {
            onPeriod({ to: event.currentTarget.value || undefined });
          }}
        />
      </Group>
      {children}
    </Screen>
  );
}

function Nothing() {
  return (
    <Paper withBorder radius="md">
      <Empty
        picture="chart"
        title={texts.quoteReports.emptyTitle}
        text={texts.quoteReports.empty}
        action={<ButtonLink to="/quote">{texts.palette.newQuote}</ButtonLink>}
      />
    </Paper>
  );
}

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
      <Loaded query={funnel}>
        {(data) => (data.months.length === 0 ? <Nothing /> : <Funnel funnel={data} />)}
      </Loaded>
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
              <Table.Th>{texts.reports.month}</Table.Th>
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
      <Loaded query={gap}>{(data) => (data.quoted.minor === 0 ? <Nothing /> : <Gap gap={data} />)}</Loaded>
    </PeriodScreen>
  );
}

function Gap({ gap }: { gap: Answer<'/api/reports/quote-gap'> }) {
  const { currency } = gap.gap;
  const ticks = roundTicks(gap.causes.map((cause) => cause.gap.minor));
  return (
    <Stack>
      <Text className="figures">
        {texts.quoteReports.gapSum(money(gap.quoted), money(gap.agreed), money(gap.gap))}
      </Text>
      {gap.causes.length > 0 && (
        <Paper withBorder radius="md" p="md" role="img" aria-label={texts.quoteReports.gapChart}>
          <BarChart
            h={240}
            data={gap.causes.map((cause) => ({
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
              <Table.Th className="right">{texts.reports.boxes}</Table.Th>
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

type Purchase = Item<'/api/compliance'>;

const complianceColumns: Column<Purchase>[] = [
  {
    id: 'customerName',
    header: texts.deals.person,
    sortable: true,
    cell: (purchase) => (
      <Link to="/deals/$dealId" params={{ dealId: purchase.dealId }} className="rowLink">
        {purchase.customerName}
      </Link>
    ),
  },
  {
    id: 'acceptedOn',
    header: texts.deal.acceptedOn,
    sortable: true,
    cell: (purchase) => <span className="figures">{date(purchase.acceptedOn)}</span>,
  },
  { id: 'attestation', header: texts.deal.attestation, cell: (purchase) => purchase.attestationVersion },
  {
    id: 'acceptedBy',
    header: texts.quoteReports.acceptedBy,
    cell: (purchase) => texts.quoteReports.acceptedByWords[purchase.acceptedBy],
  },
  { id: 'items', header: texts.deals.items, cell: (purchase) => <span className="clip">{purchase.items}</span> },
  { id: 'boxes', header: texts.deals.boxes, right: true, cell: (purchase) => number(purchase.boxes) },
  {
    id: 'agreed',
    header: texts.quoteReports.boughtFor,
    right: true,
    cell: (purchase) => (purchase.agreed ? <Amount value={purchase.agreed} /> : texts.common.none),
  },
];

const complianceRoute = getRouteApi('/signed-in/reports/compliance');

/** What was bought from whom, and what did they confirm? */
export function ComplianceScreen() {
  const search = complianceRoute.useSearch();
  const navigate = complianceRoute.useNavigate();
  const filters = {
    search: search.search,
    from: search.from,
    to: search.to,
    sort: search.sort ?? '-acceptedOn',
  };
  const list = useCompliance({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <ListScreen
      name="compliance"
      title={texts.quoteReports.compliance}
      lead={texts.quoteReports.complianceLead}
      columns={complianceColumns}
      list={list}
      search={search}
      defaultSort="-acceptedOn"
      onSearch={show}
      rowKey={(purchase) => purchase.dealId}
      card={(purchase) => (
        <>
          <div className="cardRow">
            <Link to="/deals/$dealId" params={{ dealId: purchase.dealId }} className="rowLink">
              {purchase.customerName}
            </Link>
            <Text size="sm">{date(purchase.acceptedOn)}</Text>
          </div>
          <Text size="sm" c="dimmed">
            {[
              boxes(purchase.boxes),
              `${texts.deal.attestation} ${purchase.attestationVersion}`,
              texts.quoteReports.acceptedByWords[purchase.acceptedBy],
            ].join(' · ')}
          </Text>
        </>
      )}
      csv={address('/api/compliance.csv', {}, filters)}
      searchHint={texts.deals.searchHint}
      filtered={Boolean(search.search ?? search.from ?? search.to)}
      onClear={() => void navigate({ search: {} })}
      filters={
        <>
          <DateInput
            w={{ sm: 140 }}
            label={texts.list.from}
            value={search.from ?? ''}
            onChange={(event) => {
              show({ from: event.currentTarget.value || undefined, page: undefined });
            }}
          />
          <DateInput
            w={{ sm: 140 }}
            label={texts.list.to}
            value={search.to ?? ''}
            onChange={(event) => {
              show({ to: event.currentTarget.value || undefined, page: undefined });
            }}
          />
        </>
      }
      empty={<Empty picture="page" title={texts.quoteReports.emptyTitle} text={texts.quoteReports.complianceEmpty} />}
    />
  );
}
