import { Paper, Text, Title } from '@mantine/core';
import type { SaleState } from '../../api/types';
import { Profit } from '../../shared/figures';
import { boxes, date, money, number } from '../../shared/format';
import { texts } from '../../texts';
import { useSales } from './queries';
import { SaleLink } from './SalesList';

/** Where something is still to be done. */
const OPEN: SaleState[] = [
  'DRAFT',
  'OFFERED',
  'CONFIRMED',
  'PACKED',
  'SHIPPED',
  'DELIVERED',
  'INSPECTED',
  'INVOICED',
  'PART_PAID',
  'PAID',
];

/** Open sales by where they are. */
export function SalesBoard() {
  return (
    <div className="board">
      {OPEN.map((state) => (
        <Column key={state} state={state} />
      ))}
    </div>
  );
}

function Column({ state }: { state: SaleState }) {
  const list = useSales({ state, sort: 'date', size: 25 });
  const total = list.data?.total ?? 0;
  return (
    <section className="boardColumn" aria-label={texts.sales.states[state]}>
      <Title order={2} size="h6" className="boardTitle">
        {texts.sales.states[state]} <span className="figures dimmed">{number(total)}</span>
      </Title>
      {list.data?.items.map((sale) => (
        <Paper key={sale.id} withBorder radius="md" p="xs" className="card">
          <SaleLink sale={sale} />
          <Text size="xs" c="dimmed" lineClamp={2}>
            {sale.items}
          </Text>
          <div className="cardRow">
            <Text size="xs" c="dimmed" className="figures">
              {date(sale.date)}
            </Text>
            <Text size="xs" className="figures">
              {boxes(sale.boxes)} · {money(sale.proceeds)}
            </Text>
          </div>
          {sale.profit && <Profit value={sale.profit} />}
        </Paper>
      ))}
      {total > 25 && (
        <Text size="xs" c="dimmed">
          {texts.sales.boardMore(total - 25)}
        </Text>
      )}
    </section>
  );
}
