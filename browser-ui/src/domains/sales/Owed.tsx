import { Paper, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Amount } from '../../shared/figures';
import { boxes, date, money, number } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useReceivables, useSales } from './queries';
import { SaleBadge } from './SaleBadge';
import { SaleLink } from './SalesList';

/** Who owes how much, and since when. */
export function Owed() {
  const receivables = useReceivables();
  return (
    <Loaded query={receivables}>
      {(data) =>
        data.total.minor === 0 ? (
          <Text c="dimmed">{texts.receivables.nothing}</Text>
        ) : (
          <Stack>
            <div className="ages">
              <Age label={texts.receivables.total} value={money(data.total)} />
              {data.ages.map((aged) => (
                <Age key={aged.age} label={texts.receivables.ages[aged.age]} value={money(aged.owed)} />
              ))}
            </div>
            <Paper withBorder radius="md" className="tableFrame">
              <Table className="dense" verticalSpacing={7} aria-label={texts.receivables.title}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{texts.receivables.buyer}</Table.Th>
                    <Table.Th className="right">{texts.receivables.sales}</Table.Th>
                    <Table.Th className="right">{texts.receivables.owed}</Table.Th>
                    <Table.Th className="right">{texts.receivables.overdue}</Table.Th>
                    <Table.Th className="right">{texts.receivables.nextDue}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.buyers.map((buyer) => (
                    <Table.Tr key={buyer.buyer}>
                      <Table.Td>
                        <Link to="/sales" search={{ buyer: buyer.buyer }} className="textLink">
                          {buyer.buyer}
                        </Link>
                      </Table.Td>
                      <Table.Td className="right figures">{number(buyer.sales)}</Table.Td>
                      <Table.Td className="right">
                        <Amount value={buyer.owed} />
                      </Table.Td>
                      <Table.Td className="right">
                        <Amount value={buyer.overdue} />
                      </Table.Td>
                      <Table.Td className="right figures">
                        {buyer.nextDueOn ? date(buyer.nextDueOn) : texts.common.none}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Paper>
            <OwedSales />
          </Stack>
        )
      }
    </Loaded>
  );
}

function Age({ label, value }: { label: string; value: string }) {
  return (
    <div className="tile">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="tileFigure">{value}</div>
    </div>
  );
}

function OwedSales() {
  const list = useSales({ owed: true, sort: 'dueOn', size: 50 });
  return (
    <Section title={texts.sales.title}>
      <ul className="rows">
        {list.data?.items.map((sale) => (
          <li key={sale.id}>
            <div className="cardRow">
              <SaleLink sale={sale} />
              <Amount value={sale.owed} strong />
            </div>
            <div className="cardRow">
              <Text size="sm" c="dimmed">
                {boxes(sale.boxes)}
                {sale.dueOn && ` · ${texts.sales.due} ${date(sale.dueOn)}`}
              </Text>
              <SaleBadge state={sale.state} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
