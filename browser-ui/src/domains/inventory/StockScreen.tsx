import { Button, SegmentedControl, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, MonthsLeft } from '../../shared/figures';
import { boxes, date, money, number } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useLots } from './queries';
import { SellDialog } from './SellDialog';
import { ButtonLink } from '../../shared/links';

type Lot = Item<'/api/lots'>;
type OnSell = (lotId: string) => void;

const DEFAULT_SORT = 'expiry';

function columnsFor(today: string, onSell: OnSell): Column<Lot>[] {
  return [
    {
      id: 'item',
      header: texts.stock.item,
      sortable: true,
      cell: (lot) => (
        <Link to="/stock/$lotId" params={{ lotId: lot.id }} className="rowLink">
          {lot.item}
        </Link>
      ),
    },
    {
      id: 'expiry',
      header: texts.stock.expiry,
      sortable: true,
      cell: (lot) => <MonthsLeft expiry={lot.expiry} today={today} />,
    },
    {
      id: 'grade',
      header: texts.stock.grade,
      cell: (lot) => <span className="figures">{texts.deals.grades[lot.grade]}</span>,
    },
    { id: 'onHand', header: texts.stock.onHand, sortable: true, right: true, cell: (lot) => number(lot.onHand) },
    { id: 'stocked', header: texts.stock.stocked, right: true, hidden: true, cell: (lot) => number(lot.stocked) },
    {
      id: 'costOnHand',
      header: texts.stock.cost,
      sortable: true,
      right: true,
      cell: (lot) => <Amount value={lot.costOnHand} />,
    },
    { id: 'customerName', header: texts.stock.from, cell: (lot) => lot.customerName },
    {
      id: 'stockedOn',
      header: texts.stock.stockedOn,
      sortable: true,
      hidden: true,
      cell: (lot) => <span className="figures">{date(lot.stockedOn)}</span>,
    },
    { id: 'sell', header: texts.stock.sell, right: true, cell: (lot) => <SellButton lot={lot} onSell={onSell} /> },
  ];
}

const route = getRouteApi('/signed-in/stock');

/** What do I have, what does it lose by waiting? */
export function StockScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const [selling, setSelling] = useState<string>();
  const columns = useMemo(() => columnsFor(today, setSelling), [today]);
  const filters = {
    search: search.search,
    onHand: search.sold ? undefined : true,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useLots({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };

  return (
    <>
      <ListScreen
        name="stock"
        title={texts.stock.title}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(lot) => lot.id}
        card={(lot) => <LotCard lot={lot} today={today} onSell={setSelling} />}
        csv={address('/api/lots.csv', {}, filters)}
        searchHint={texts.stock.searchHint}
        filtered={Boolean(search.search ?? search.sold)}
        onClear={() => void navigate({ search: {} })}
        filters={
          <SegmentedControl
            aria-label={texts.stock.onHand}
            data={[
              { value: 'onHand', label: texts.stock.onHandFilter },
              { value: 'all', label: texts.stock.soldFilter },
            ]}
            value={search.sold ? 'all' : 'onHand'}
            onChange={(value) => {
              show({ sold: value === 'all' || undefined, page: undefined });
            }}
          />
        }
        empty={
          <Empty
            picture="box"
            title={texts.stock.emptyTitle}
            text={texts.stock.empty}
            action={<ButtonLink to="/deals">{texts.stock.emptyAction}</ButtonLink>}
          />
        }
      />
      <SellDialog
        lotId={selling}
        onClose={() => {
          setSelling(undefined);
        }}
      />
    </>
  );
}

function LotCard({ lot, today, onSell }: { lot: Lot; today: string; onSell: OnSell }) {
  return (
    <>
      <div className="cardRow">
        <Link to="/stock/$lotId" params={{ lotId: lot.id }} className="rowLink">
          {lot.item}
        </Link>
        <span className="figures">{boxes(lot.onHand)}</span>
      </div>
      <div className="cardRow">
        <Text size="sm" component="div">
          <MonthsLeft expiry={lot.expiry} today={today} />
        </Text>
      </div>
      <div className="cardRow">
        <Text size="sm" c="dimmed" className="figures">
          {money(lot.costOnHand)} · {lot.customerName}
        </Text>
        <SellButton lot={lot} onSell={onSell} />
      </div>
    </>
  );
}

function SellButton({ lot, onSell }: { lot: Lot; onSell: OnSell }) {
  if (lot.onHand === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      className="above"
      aria-label={texts.deal.sellItem(lot.item)}
      onClick={() => {
        onSell(lot.id);
      }}
    >
      {texts.stock.sell}
    </Button>
  );
}
