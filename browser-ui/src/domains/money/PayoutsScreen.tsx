import { Badge, Select, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { date, money } from '../../shared/format';
import { ButtonLink } from '../../shared/links';
import type { Column } from '../../shared/list/DataTable';
import { DayRange } from '../../shared/list/DayRange';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { MoneyTabs } from './MoneyTabs';
import { chosenPayout, PayoutsBar } from './PayoutsBar';
import { usePayouts, usePayoutSums } from './queries';
import { Tile } from '../../shared/Tile';

type Payout = Item<'/api/payouts'>;
type Stage = Payout['stage'];

const DEFAULT_SORT = '-date';

/** Where something may be left to do. */
const OPEN: Stage[] = ['DUE', 'PLANNED', 'SENT', 'FAILED'];

const COLORS: Record<Stage, string> = {
  DUE: 'orange',
  PLANNED: 'blue',
  SENT: 'violet',
  SETTLED: 'green',
  FAILED: 'red',
  WITHDRAWN: 'gray',
};

const columns: Column<Payout>[] = [
  {
    id: 'customerName',
    header: texts.deals.person,
    sortable: true,
    cell: (payout) => <Person payout={payout} />,
  },
  {
    id: 'stage',
    header: texts.money.state,
    sortable: true,
    cell: (payout) => <StageBadge stage={payout.stage} />,
  },
  {
    id: 'date',
    header: texts.payouts.date,
    sortable: true,
    cell: (payout) => <span className="figures">{date(payout.date)}</span>,
  },
  { id: 'items', header: texts.deals.items, cell: (payout) => <span className="clip">{payout.items}</span> },
  { id: 'method', header: texts.payouts.method, cell: method },
  { id: 'reference', header: texts.payouts.reference, hidden: true, cell: (payout) => payout.reference },
  {
    id: 'endedOn',
    header: texts.payouts.endedOn,
    cell: (payout) => payout.endedOn && <span className="figures">{date(payout.endedOn)}</span>,
  },
  {
    id: 'fee',
    header: texts.deal.fee,
    right: true,
    cell: (payout) => (payout.fee.minor > 0 ? <Amount value={payout.fee} /> : texts.common.none),
  },
  {
    id: 'amount',
    header: texts.payouts.amount,
    sortable: true,
    right: true,
    cell: (payout) => <Amount value={payout.amount} strong />,
  },
];

const stages = (Object.keys(texts.payouts.stages) as Stage[]).map((value) => ({
  value,
  label: texts.payouts.stages[value],
}));

const route = getRouteApi('/signed-in/money/payouts');

/** Whom do I owe, and what became of what I paid? */
export function PayoutsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choice = useChoice(FOUND_MAX);
  const sums = usePayoutSums();
  const filters = {
    search: search.search,
    stage: search.stage,
    from: search.from,
    to: search.to,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = usePayouts({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <>
      <ListScreen
        name="PAYOUTS"
        title={texts.money.tabs.payouts}
        lead={texts.payouts.lead}
        above={<MoneyTabs />}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(payout) => `${payout.id} ${payout.stage}`}
        card={(payout) => <PayoutCard payout={payout} />}
        csv={address('/api/payouts.csv', {}, filters)}
        choosing={{ choice, one: chosenPayout, label: texts.payoutsBulk.choose }}
        searchHint={texts.payouts.searchHint}
        filtered={Boolean(search.search ?? search.stage ?? search.from ?? search.to)}
        onClear={() => void navigate({ search: {} })}
        intro={
          <nav className="ages" aria-label={texts.payouts.byState}>
            {OPEN.map((stage) => {
              const sum = sums.data?.find((each) => each.stage === stage);
              return (
                <Link
                  key={stage}
                  to="/money/payouts"
                  search={search.stage === stage ? {} : { stage }}
                  className={search.stage === stage ? 'tileLink chosen' : 'tileLink'}
                >
                  <Tile
                    label={texts.payouts.stages[stage]}
                    figure={sum ? money(sum.amount) : '…'}
                    note={texts.payouts.count(sum?.payouts ?? 0)}
                  />
                </Link>
              );
            })}
          </nav>
        }
        filters={
          <>
            <Select
              label={texts.money.state}
              placeholder={texts.list.all}
              clearable
              data={stages}
              value={search.stage ?? null}
              onChange={(value) => {
                show({ stage: value ?? undefined, page: undefined });
              }}
              flex="1 1 150px"
              maw={{ sm: 190 }}
            />
            <DayRange search={search} show={show} />
          </>
        }
        empty={
          <Empty
            picture="calm"
            title={texts.payouts.emptyTitle}
            text={texts.payouts.empty}
            step={<ButtonLink to="/quote">{texts.palette.newQuote}</ButtonLink>}
          />
        }
      />
      <PayoutsBar
        choice={choice}
        found={foundBy('/api/payouts', filters, list.data?.total, chosenPayout)}
        page={list.data?.items ?? []}
      />
    </>
  );
}

function method(payout: Payout): string {
  return payout.method ? texts.deal.methods[payout.method] : texts.common.none;
}

function StageBadge({ stage }: { stage: Stage }) {
  return (
    <Badge variant="light" color={COLORS[stage]} radius="sm" tt="none" fw={600}>
      {texts.payouts.stages[stage]}
    </Badge>
  );
}

function Person({ payout }: { payout: Payout }) {
  return (
    <Link to="/deals/$dealId" params={{ dealId: payout.dealId }} className="rowLink">
      {payout.customerName}
    </Link>
  );
}

function PayoutCard({ payout }: { payout: Payout }) {
  return (
    <>
      <div className="cardRow">
        <Person payout={payout} />
        <Amount value={payout.amount} strong />
      </div>
      <Text size="sm" truncate>
        {payout.remark ?? payout.items}
      </Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {[date(payout.date), payout.method && method(payout)].filter(Boolean).join(' · ')}
        </Text>
        <StageBadge stage={payout.stage} />
      </div>
    </>
  );
}
