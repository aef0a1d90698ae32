import { Group, SegmentedControl, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { address } from '../../api/client';
import { Empty } from '../../shared/Empty';
import { Amount, MonthsLeft } from '../../shared/figures';
import { date, number } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import type { Column } from '../../shared/list/DataTable';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { LotDialog, type LotStep } from './LotDialogs';
import type { Lot } from './lotForm';
import { HoldBadge, LotButtons, LotCard, LotLink, type RowActions } from './LotRow';
import { chosenLot, LotsBar } from './LotsBar';
import { useLocations, useLots } from './queries';
import { SellDialog } from './SellDialog';
import { ShelfFigures, StockViews } from './StockViews';

const DEFAULT_SORT = 'expiry';

function columnsFor(today: string, actions: RowActions): Column<Lot>[] {
  return [
    {
      id: 'item',
      header: texts.stock.item,
      sortable: true,
      cell: (lot) => (
        <Group gap="xs" wrap="nowrap">
          <LotLink lot={lot} />
          <HoldBadge lot={lot} />
        </Group>
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
    { id: 'location', header: texts.stock.location, sortable: true, cell: (lot) => lot.location ?? texts.common.none },
    { id: 'lotNumber', header: texts.stock.lotNumber, hidden: true, cell: (lot) => lot.lotNumber ?? texts.common.none },
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
    { id: 'sell', header: texts.stock.sell, right: true, cell: (lot) => <LotButtons lot={lot} actions={actions} /> },
  ];
}

const route = getRouteApi('/signed-in/stock');

/** The shelf lot by lot. */
export function LotsList() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const locations = useLocations();
  const [selling, setSelling] = useState<string>();
  const [asked, setAsked] = useState<{ step: LotStep; lot: Lot }>();
  const choice = useChoice(FOUND_MAX);
  const actions: RowActions = useMemo(
    () => ({
      sell: setSelling,
      step: (lot, step) => {
        setAsked({ step, lot });
      },
    }),
    [],
  );
  const columns = useMemo(() => columnsFor(today, actions), [today, actions]);
  const filters = {
    search: search.search,
    onHand: search.sold ? false : undefined,
    state: search.state,
    expiringWithin: search.within,
    item: search.item,
    location: search.location,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useLots({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };

  return (
    <>
      <ListScreen
        name="LOTS"
        title={texts.stock.title}
        lead={search.item}
        views={<StockViews view="lots" />}
        intro={
          <ShelfFigures
            chosen={search.sold ? undefined : narrowed(search.state, search.within)}
            onChoose={({ state, within }) => {
              show({ state, within, sold: undefined, page: undefined });
            }}
          />
        }
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(lot) => lot.id}
        card={(lot) => <LotCard lot={lot} today={today} actions={actions} />}
        csv={address('/api/lots.csv', {}, filters)}
        choosing={{ choice, one: chosenLot, label: texts.lotsBulk.choose }}
        searchHint={texts.stock.searchHint}
        filtered={Boolean(
          search.search ?? search.sold ?? search.state ?? search.within ?? search.item ?? search.location,
        )}
        onClear={() => void navigate({ search: { view: 'lots' } })}
        filters={
          <>
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
            <Select
              label={texts.stock.location}
              placeholder={texts.list.all}
              clearable
              searchable
              data={locations.data ?? []}
              value={search.location ?? null}
              onChange={(value) => {
                show({ location: value ?? undefined, page: undefined });
              }}
              flex="1 1 130px"
              maw={{ sm: 180 }}
            />
          </>
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
      <LotsBar
        choice={choice}
        found={foundBy('/api/lots', filters, list.data?.total, chosenLot)}
        page={list.data?.items ?? []}
        emptied={search.sold ?? false}
      />
      <SellDialog
        lotId={selling}
        onClose={() => {
          setSelling(undefined);
        }}
      />
      <LotDialog
        step={asked?.step}
        lot={asked?.lot}
        onClose={() => {
          setAsked(undefined);
        }}
      />
    </>
  );
}

function narrowed(state: 'SELLABLE' | 'ON_HOLD' | 'EXPIRED' | undefined, within: 30 | 60 | 90 | 180 | undefined) {
  return { ...(state ? { state } : {}), ...(within ? { within } : {}) };
}
