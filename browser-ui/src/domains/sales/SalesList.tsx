import { Select, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { address } from '../../api/client';
import type { Item, SaleState } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, Profit } from '../../shared/figures';
import { boxes, date, money, number } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import type { Column } from '../../shared/list/DataTable';
import { DayRange } from '../../shared/list/DayRange';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { useBuyers, useSales } from './queries';
import { SaleBadge } from './SaleBadge';
import { chosenSale, SalesBar } from './SalesBar';

type Sale = Item<'/api/sales'>;

const DEFAULT_SORT = '-date';

const columns: Column<Sale>[] = [
  { id: 'buyer', header: texts.sales.buyer, sortable: true, cell: (sale) => <SaleLink sale={sale} /> },
  { id: 'state', header: texts.sales.state, sortable: true, cell: (sale) => <SaleBadge state={sale.state} /> },
  {
    id: 'date',
    header: texts.sales.date,
    sortable: true,
    cell: (sale) => <span className="figures">{date(sale.date)}</span>,
  },
  {
    id: 'items',
    header: texts.sales.items,
    cell: (sale) => (
      <span className="clip" title={sale.items}>
        {sale.items}
      </span>
    ),
  },
  { id: 'boxes', header: texts.sales.quantity, right: true, cell: (sale) => number(sale.boxes) },
  {
    id: 'proceeds',
    header: texts.sales.proceeds,
    sortable: true,
    right: true,
    cell: (sale) => <Amount value={sale.proceeds} />,
  },
  {
    id: 'landedCost',
    header: texts.sales.landed,
    right: true,
    hidden: true,
    cell: (sale) => <Amount value={sale.landedCost} />,
  },
  {
    id: 'profit',
    header: texts.sales.profit,
    sortable: true,
    right: true,
    cell: (sale) => (sale.profit ? <Profit value={sale.profit} /> : texts.common.none),
  },
  {
    id: 'owed',
    header: texts.sales.owed,
    sortable: true,
    right: true,
    cell: (sale) => (sale.owed.minor > 0 ? <Amount value={sale.owed} /> : texts.common.none),
  },
  {
    id: 'dueOn',
    header: texts.sales.due,
    sortable: true,
    hidden: true,
    cell: (sale) => (sale.dueOn ? date(sale.dueOn) : texts.common.none),
  },
  {
    id: 'invoice',
    header: texts.sales.invoice,
    hidden: true,
    cell: (sale) =>
      sale.invoiceNumber === undefined ? texts.common.none : texts.sales.invoiceNumber(sale.invoiceNumber),
  },
];

export function SaleLink({ sale }: { sale: Pick<Sale, 'id' | 'buyer'> }) {
  return (
    <Link to="/sales/$saleId" params={{ saleId: sale.id }} className="rowLink">
      {sale.buyer}
    </Link>
  );
}

const route = getRouteApi('/signed-in/sales');

const states = Object.entries(texts.sales.states).map(([value, label]) => ({ value, label }));

export function SalesList({ views, actions }: { views: ReactNode; actions: ReactNode }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choice = useChoice(FOUND_MAX);
  const buyers = useBuyers();
  const filters = {
    search: search.search,
    buyer: search.buyer,
    state: search.state,
    from: search.from,
    to: search.to,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useSales({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };

  return (
    <>
      <ListScreen
        name="SALES"
        title={texts.sales.title}
        views={views}
        actions={actions}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(sale) => sale.id}
        card={(sale) => <SaleCard sale={sale} />}
        csv={address('/api/sales.csv', {}, filters)}
        choosing={{ choice, one: chosenSale, label: texts.salesBulk.choose }}
        searchHint={texts.sales.searchHint}
        filtered={Boolean(search.search ?? search.buyer ?? search.state ?? search.from ?? search.to)}
        onClear={() => void navigate({ search: {} })}
        filters={
          <>
            <Select
              label={texts.sales.state}
              placeholder={texts.list.all}
              clearable
              data={states}
              value={search.state ?? null}
              onChange={(value) => {
                show({ state: (value as SaleState | null) ?? undefined, page: undefined });
              }}
              flex="1 1 120px"
              maw={{ sm: 150 }}
            />
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
              maw={{ sm: 200 }}
            />
            <DayRange search={search} show={show} />
          </>
        }
        empty={
          <Empty
            picture="chart"
            title={texts.sales.emptyTitle}
            text={texts.sales.empty}
            step={<ButtonLink to="/sales/new">{texts.sales.emptyAction}</ButtonLink>}
          />
        }
      />
      <SalesBar
        choice={choice}
        found={foundBy('/api/sales', filters, list.data?.total, chosenSale)}
        page={list.data?.items ?? []}
      />
    </>
  );
}

function SaleCard({ sale }: { sale: Sale }) {
  return (
    <>
      <div className="cardRow">
        <SaleLink sale={sale} />
        <SaleBadge state={sale.state} />
      </div>
      <Text size="sm" truncate>
        {sale.items}
      </Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {date(sale.date)} · {boxes(sale.boxes)} · {money(sale.proceeds)}
        </Text>
        {sale.profit && <Profit value={sale.profit} />}
      </div>
    </>
  );
}
