import { Select, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, Profit } from '../../shared/figures';
import { DateInput } from '../../shared/form/inputs';
import { boxes, date, money, number } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { useBuyers, useSales } from './queries';
import { ButtonLink } from '../../shared/links';

type Sale = Item<'/api/sales'>;

const DEFAULT_SORT = '-soldOn';

const columns: Column<Sale>[] = [
  {
    id: 'item',
    header: texts.sales.item,
    sortable: true,
    cell: (sale) => (
      <Link to="/stock/$lotId" params={{ lotId: sale.lotId }} className="rowLink">
        {sale.item}
      </Link>
    ),
  },
  {
    id: 'soldOn',
    header: texts.sales.soldOn,
    sortable: true,
    cell: (sale) => <span className="figures">{date(sale.soldOn)}</span>,
  },
  { id: 'buyer', header: texts.sales.buyer, sortable: true, cell: (sale) => sale.buyer },
  { id: 'quantity', header: texts.sales.quantity, right: true, cell: (sale) => number(sale.quantity) },
  {
    id: 'proceeds',
    header: texts.sales.proceeds,
    sortable: true,
    right: true,
    cell: (sale) => <Amount value={sale.proceeds} />,
  },
  { id: 'landedCost', header: texts.sales.landed, right: true, cell: (sale) => <Amount value={sale.landedCost} /> },
  {
    id: 'profit',
    header: texts.sales.profit,
    sortable: true,
    right: true,
    cell: (sale) => <Profit value={sale.profit} />,
  },
  {
    id: 'customerName',
    header: texts.sales.from,
    cell: (sale) => (
      <Link to="/deals/$dealId" params={{ dealId: sale.dealId }} className="above textLink">
        {sale.customerName}
      </Link>
    ),
  },
];

const route = getRouteApi('/signed-in/sales');

export function SalesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const buyers = useBuyers();
  const filters = {
    search: search.search,
    buyer: search.buyer,
    from: search.from,
    to: search.to,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useSales({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };

  return (
    <ListScreen
      name="sales"
      title={texts.sales.title}
      columns={columns}
      list={list}
      search={search}
      defaultSort={DEFAULT_SORT}
      onSearch={show}
      rowKey={(sale) => sale.saleId}
      card={(sale) => <SaleCard sale={sale} />}
      csv={address('/api/sales.csv', {}, filters)}
      searchHint={texts.sales.searchHint}
      filtered={Boolean(search.search ?? search.buyer ?? search.from ?? search.to)}
      onClear={() => void navigate({ search: {} })}
      filters={
        <>
          <Select
            label={texts.sales.buyer}
            placeholder={texts.list.all}
            clearable
            searchable
            data={buyers.data ?? []}
            value={search.buyer ?? null}
            onChange={(value) => {
              show({ buyer: value ?? undefined, page: undefined });
            }}
            flex="1 1 150px"
            maw={{ sm: 220 }}
          />
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
      empty={
        <Empty
          picture="chart"
          title={texts.sales.emptyTitle}
          text={texts.sales.empty}
          action={<ButtonLink to="/stock">{texts.sales.emptyAction}</ButtonLink>}
        />
      }
    />
  );
}

function SaleCard({ sale }: { sale: Sale }) {
  return (
    <>
      <div className="cardRow">
        <Link to="/stock/$lotId" params={{ lotId: sale.lotId }} className="rowLink">
          {sale.item}
        </Link>
        <Profit value={sale.profit} />
      </div>
      <Text size="sm" truncate>
        {sale.buyer}
      </Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {date(sale.soldOn)} · {boxes(sale.quantity)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {money(sale.proceeds)}
        </Text>
      </div>
    </>
  );
}
