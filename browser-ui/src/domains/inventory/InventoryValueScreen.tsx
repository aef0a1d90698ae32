import { AreaChart } from '@mantine/charts';
import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer, Money } from '../../api/types';
import { Amount, Profit } from '../../shared/figures';
import { DateInput } from '../../shared/form/inputs';
import { boxes, date, money, number, shortMoney } from '../../shared/format';
import { defined } from '../../shared/list/search';
import { PeriodFields } from '../../shared/report/PeriodFields';
import { Loaded, Screen } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { useInventoryHistory, useInventoryValue } from './queries';
import { StockViews } from './StockViews';

type Value = Answer<'/api/reports/inventory-value'>;
type History = Answer<'/api/reports/inventory-history'>;

const route = getRouteApi('/signed-in/stock/value');

/** What was the stock worth on that day? */
export function InventoryValueScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const on = search.on ?? today;
  const value = useInventoryValue(on);
  const period = { ...(search.from ? { from: search.from } : {}), ...(search.to ? { to: search.to } : {}) };
  const history = useInventoryHistory(period);
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: defined({ ...search, ...change }), replace: true });
  };
  return (
    <Screen title={texts.stockValue.title} lead={texts.stockValue.lead} views={<StockViews view="value" />}>
      <Group gap="xs" align="flex-end" className="reportFilters">
        <PeriodFields search={search} today={today} show={show} />
      </Group>
      <Loaded query={history}>{(data) => <Chart history={data} />}</Loaded>
      <Group gap="xs" align="flex-end">
        <DateInput
          label={texts.stockValue.day}
          max={today}
          value={on}
          onChange={(event) => {
            show({ on: event.currentTarget.value || undefined });
          }}
        />
        <CsvMenu
          href={address('/api/reports/inventory-value.csv', {}, { on })}
          name={texts.stockValue.title}
          ml="auto"
        />
      </Group>
      <Loaded query={value}>{(data) => <Items value={data} />}</Loaded>
    </Screen>
  );
}

function Chart({ history }: { history: History }) {
  const currency = history.points[0]?.cost.currency ?? 'USD';
  return (
    <Paper withBorder radius="md" p="md" role="img" aria-label={texts.stockValue.chart}>
      <AreaChart
        h={220}
        data={history.points.map((point) => ({ day: date(point.on), cost: point.cost.minor }))}
        dataKey="day"
        series={[{ name: 'cost', label: texts.stockValue.cost, color: 'accent.7' }]}
        curveType="stepAfter"
        withDots={false}
        valueFormatter={(minor) => money({ minor, currency })}
        yAxisProps={{ width: 64, tickFormatter: (minor: number) => shortMoney(minor, currency) }}
        xAxisProps={{ minTickGap: 40 }}
        gridAxis="x"
        tickLine="none"
      />
    </Paper>
  );
}

function Items({ value }: { value: Value }) {
  if (value.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {texts.stockValue.nothing}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {date(value.on)}: {texts.stockValue.total(boxes(value.boxes), money(value.cost), money(value.expected))}
      </Text>
      <Paper withBorder radius="md" className="tableFrame">
        <Table className="dense" verticalSpacing={7} aria-label={texts.stockValue.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.stockValue.item}</Table.Th>
              <Table.Th className="right">{texts.stockValue.boxes}</Table.Th>
              <Table.Th className="right">{texts.stockValue.cost}</Table.Th>
              <Table.Th className="right">{texts.stockValue.expected}</Table.Th>
              <Table.Th className="right">{texts.stockValue.profit}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.items.map((item) => (
              <Table.Tr key={item.item}>
                <Table.Td>
                  {item.item}
                  {item.wanted < item.boxes && (
                    <Text size="xs" c="dimmed">
                      {texts.stockValue.unwanted(boxes(item.boxes - item.wanted))}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className="right figures">{number(item.boxes)}</Table.Td>
                <Figures cost={item.cost} expected={item.expected} />
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th>{texts.stockValue.sum}</Table.Th>
              <Table.Td className="right figures">{number(value.boxes)}</Table.Td>
              <Figures cost={value.cost} expected={value.expected} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Paper>
    </Stack>
  );
}

/** What boxes had cost, what they would have brought, and the difference. */
function Figures({ cost, expected }: { cost: Money; expected: Money }) {
  return (
    <>
      <Table.Td className="right">
        <Amount value={cost} />
      </Table.Td>
      <Table.Td className="right">
        <Amount value={expected} />
      </Table.Td>
      <Table.Td className="right">
        <Profit value={{ minor: expected.minor - cost.minor, currency: cost.currency }} />
      </Table.Td>
    </>
  );
}
