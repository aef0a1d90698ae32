import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { DealState, Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount, Profit, StateBadge } from '../../shared/figures';
import { boxes, date, money, number } from '../../shared/format';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import type { Column } from '../../shared/list/DataTable';
import { DayRange } from '../../shared/list/DayRange';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { chosenDeal, DealsBar } from './DealsBar';
import { DealsBoard, HoldMark } from './DealsBoard';
import { useBoard, useDeals } from './queries';
import { ButtonLink } from '../../shared/links';

type Deal = Item<'/api/deals'>;

const DEFAULT_SORT = '-date';

const columns: Column<Deal>[] = [
  {
    id: 'customerName',
    header: texts.deals.person,
    sortable: true,
    cell: (deal) => (
      <Group gap="xs" wrap="nowrap">
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
          {deal.customerName}
        </Link>
        {deal.hold && <HoldMark />}
      </Group>
    ),
  },
  {
    id: 'date',
    header: texts.deals.date,
    sortable: true,
    cell: (deal) => <span className="figures">{date(deal.date)}</span>,
  },
  { id: 'state', header: texts.deals.state, sortable: true, cell: (deal) => <StateBadge state={deal.state} /> },
  {
    id: 'stateSince',
    header: texts.deals.since,
    sortable: true,
    hidden: true,
    cell: (deal) => <span className="figures">{date(deal.stateSince)}</span>,
  },
  { id: 'items', header: texts.deals.items, cell: (deal) => <span className="clip">{deal.items}</span> },
  { id: 'boxes', header: texts.deals.boxes, right: true, cell: (deal) => number(deal.boxes) },
  {
    id: 'quoted',
    header: texts.deals.quoted,
    sortable: true,
    right: true,
    cell: (deal) => <Amount value={deal.quoted} />,
  },
  { id: 'owed', header: texts.deals.owed, right: true, cell: (deal) => <Amount value={deal.owed} /> },
  { id: 'paid', header: texts.deals.paid, right: true, hidden: true, cell: (deal) => <Amount value={deal.paid} /> },
  {
    id: 'landedCost',
    header: texts.deals.landed,
    right: true,
    hidden: true,
    cell: (deal) => <Amount value={deal.landedCost} />,
  },
  {
    id: 'proceeds',
    header: texts.deals.proceeds,
    right: true,
    hidden: true,
    cell: (deal) => <Amount value={deal.proceeds} />,
  },
  {
    id: 'profit',
    header: texts.deals.profit,
    sortable: true,
    right: true,
    cell: (deal) => <Profit value={deal.profit} />,
  },
  {
    id: 'validUntil',
    header: texts.deals.validUntil,
    hidden: true,
    cell: (deal) => (deal.validUntil ? date(deal.validUntil) : texts.common.none),
  },
];

const states = Object.entries(texts.deals.states).map(([value, label]) => ({ value, label }));

const route = getRouteApi('/signed-in/deals');

export function DealsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = {
    search: search.search,
    state: search.state,
    customerId: search.customerId,
    from: search.from,
    to: search.to,
  };
  const filters = { ...asked, sort: search.sort ?? DEFAULT_SORT };
  const choice = useChoice(FOUND_MAX);
  const list = useDeals({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const onBoard = search.view === 'board';
  const board = useBoard(asked, onBoard);
  const shown = onBoard ? (board.data?.columns.flatMap((column) => column.deals) ?? []) : (list.data?.items ?? []);
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const quoteButton = (
    <ButtonLink to="/quote" leftSection={<IconPencilPlus size={16} aria-hidden />}>
      {texts.palette.newQuote}
    </ButtonLink>
  );

  return (
    <>
      <ListScreen
        name="DEALS"
        title={texts.deals.title}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(deal) => deal.id}
        card={(deal) => <DealCard deal={deal} />}
        choosing={{ choice, one: chosenDeal, label: texts.dealsBulk.choose }}
        csv={address('/api/deals.csv', {}, filters)}
        searchHint={texts.deals.searchHint}
        filtered={Boolean(search.search ?? search.state ?? search.customerId ?? search.from ?? search.to)}
        onClear={() => void navigate({ search: {} })}
        views={
          <SegmentedControl
            aria-label={texts.deals.view}
            data={[
              { value: 'table', label: texts.deals.table },
              { value: 'board', label: texts.deals.board },
            ]}
            value={search.view ?? 'table'}
            onChange={(view) => {
              show({ view: view === 'board' ? 'board' : undefined, state: undefined, page: undefined });
            }}
          />
        }
        actions={quoteButton}
        instead={onBoard && <DealsBoard filters={asked} choice={choice} step={quoteButton} />}
        filters={
          <>
            <Select
              label={texts.deals.state}
              placeholder={texts.list.all}
              clearable
              data={states}
              value={search.state ?? null}
              onChange={(value) => {
                show({ state: (value as DealState | null) ?? undefined, page: undefined });
              }}
              flex="1 1 130px"
              maw={{ sm: 160 }}
            />
            <DayRange search={search} show={show} />
          </>
        }
        empty={<Empty picture="page" title={texts.deals.emptyTitle} text={texts.deals.empty} step={quoteButton} />}
      />
      <DealsBar
        choice={choice}
        found={foundBy('/api/deals', filters, onBoard ? shown.length : list.data?.total, chosenDeal)}
        shown={shown}
      />
    </>
  );
}

function DealCard({ deal }: { deal: Deal }) {
  return (
    <>
      <div className="cardRow">
        <Group gap="xs" wrap="nowrap">
          <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
            {deal.customerName}
          </Link>
          {deal.hold && <HoldMark />}
        </Group>
        <StateBadge state={deal.state} />
      </div>
      <Text size="sm" truncate>
        {deal.items}
      </Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {date(deal.date)} · {boxes(deal.boxes)}
        </Text>
        <Text size="sm" className="figures">
          {money(deal.quoted)}
        </Text>
      </div>
    </>
  );
}
