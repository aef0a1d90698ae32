import { Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer, Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, HeatStrip } from '../../shared/figures';
import { boxes, money, month, number, sum } from '../../shared/format';
import { AnchorLink, ButtonLink } from '../../shared/links';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { useStockItems, useTierDrops } from './queries';
import { ShelfFigures, StockViews } from './StockViews';

type StockItem = Item<'/api/stock/items'>;

const DEFAULT_SORT = 'item';

type Drop = Answer<'/api/tier-drops'>[number];

/** When an item's boxes next lose worth, and how much. */
function dropText(item: StockItem, drops: Drop[]): string | undefined {
  const next = drops.filter((drop) => drop.productId === item.productId);
  const day = next[0]?.dropsOn;
  if (!day) return undefined;
  const loss = sum(
    next.filter((drop) => drop.dropsOn === day).map((drop) => drop.loss),
    item.cost.currency,
  );
  return texts.stock.drop(money(loss), day);
}

const columns = (drops: Drop[]): Column<StockItem>[] => [
  { id: 'item', header: texts.stock.item, sortable: true, cell: (item) => <ItemLink item={item.item} /> },
  {
    id: 'monthsLeft',
    header: texts.stock.monthsLeft,
    cell: (item) => <HeatStrip monthsLeft={item.monthsLeft} expired={item.expired} />,
  },
  { id: 'boxes', header: texts.stock.boxes, sortable: true, right: true, cell: (item) => number(item.boxes) },
  { id: 'sellable', header: texts.stock.sellable, sortable: true, right: true, cell: (item) => number(item.sellable) },
  { id: 'onHold', header: texts.stock.onHold, right: true, cell: (item) => figure(item.onHold) },
  { id: 'expired', header: texts.stock.expired, right: true, cell: (item) => figure(item.expired) },
  { id: 'lots', header: texts.stock.lotsColumn, right: true, hidden: true, cell: (item) => number(item.lots) },
  {
    id: 'nextExpiry',
    header: texts.stock.nextExpiry,
    sortable: true,
    cell: (item) => <span className="figures">{item.nextExpiry ? month(item.nextExpiry) : texts.common.none}</span>,
  },
  {
    id: 'drop',
    header: texts.tierDrops.title,
    cell: (item) => {
      const drop = dropText(item, drops);
      if (!drop) return texts.common.none;
      return (
        <Link to="/prices/products/$productId" params={{ productId: item.productId }} className="textLink figures">
          {drop}
        </Link>
      );
    },
  },
  {
    id: 'cost',
    header: texts.stock.cost,
    sortable: true,
    right: true,
    cell: (item) => <Amount value={item.cost} />,
  },
];

function figure(value: number): string {
  return value === 0 ? texts.common.none : number(value);
}

function ItemLink({ item }: { item: string }) {
  return (
    <Link to="/stock" search={{ view: 'lots', item }} className="rowLink">
      {item}
    </Link>
  );
}

const route = getRouteApi('/signed-in/stock');

/** The shelf by item. */
export function ItemsList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filters = { search: search.search, sort: search.sort ?? DEFAULT_SORT };
  const drops = useTierDrops().data ?? [];
  const list = useStockItems({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  return (
    <ListScreen
      name="ITEMS"
      title={texts.stock.title}
      views={<StockViews view="items" />}
      intro={
        <ShelfFigures
          chosen={undefined}
          onChoose={(narrowed) => {
            void navigate({ search: { view: 'lots', ...narrowed } });
          }}
        />
      }
      columns={columns(drops)}
      list={list}
      search={search}
      defaultSort={DEFAULT_SORT}
      onSearch={(change) => {
        void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
      }}
      rowKey={(item) => item.item}
      card={(item) => <ItemCard item={item} drop={dropText(item, drops)} />}
      csv={address('/api/stock/items.csv', {}, filters)}
      searchHint={texts.stock.item}
      filtered={Boolean(search.search)}
      onClear={() => void navigate({ search: {} })}
      empty={
        <Empty
          picture="box"
          title={texts.stock.emptyTitle}
          text={texts.stock.empty}
          action={<ButtonLink to="/deals">{texts.stock.emptyAction}</ButtonLink>}
        />
      }
    />
  );
}

function ItemCard({ item, drop }: { item: StockItem; drop: string | undefined }) {
  return (
    <Stack gap={6}>
      <div className="cardRow">
        <ItemLink item={item.item} />
        <span className="figures">{boxes(item.boxes)}</span>
      </div>
      <HeatStrip monthsLeft={item.monthsLeft} expired={item.expired} />
      <Text size="sm" c="dimmed" className="figures">
        {money(item.cost)}
        {item.onHold > 0 && ` · ${texts.stock.onHold}: ${number(item.onHold)}`}
      </Text>
      {drop && (
        <AnchorLink to="/prices/products/$productId" params={{ productId: item.productId }} size="sm">
          {drop}
        </AnchorLink>
      )}
    </Stack>
  );
}
