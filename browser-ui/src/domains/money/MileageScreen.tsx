import { Button, Select, Text, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { date } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { DayRange } from '../../shared/list/DayRange';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { typedTenths } from './amounts';
import { chosenTrip, TripsBar } from './BooksBars';
import { MoneyTabs } from './MoneyTabs';
import { useTrips } from './queries';
import { AddTripDialog, TripDialog } from './TripDialogs';

type Trip = Item<'/api/mileage'>;

const DEFAULT_SORT = '-drivenOn';

function way(trip: Trip): string {
  return [trip.from, trip.to].filter(Boolean).join(' → ');
}

function columns(open: (id: string) => void): Column<Trip>[] {
  return [
    {
      id: 'purpose',
      header: texts.mileage.purpose,
      sortable: true,
      cell: (trip) => <Name trip={trip} open={open} />,
    },
    {
      id: 'drivenOn',
      header: texts.mileage.drivenOn,
      sortable: true,
      cell: (trip) => <span className="figures">{date(trip.drivenOn)}</span>,
    },
    { id: 'way', header: `${texts.mileage.from} → ${texts.mileage.to}`, cell: way },
    {
      id: 'miles',
      header: texts.mileage.miles,
      sortable: true,
      right: true,
      cell: (trip) => <span className="figures">{(trip.tenthsOfMiles / 10).toFixed(1)}</span>,
    },
    {
      id: 'rate',
      header: texts.mileage.rate,
      right: true,
      cell: (trip) => <span className="figures">{typedTenths(trip.rate)}</span>,
    },
    {
      id: 'deduction',
      header: texts.mileage.deduction,
      sortable: true,
      right: true,
      cell: (trip) => <Amount value={trip.deduction} strong />,
    },
  ];
}

const route = getRouteApi('/signed-in/money/mileage');

/** The log of business miles. */
export function MileageScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string>();
  const choice = useChoice(FOUND_MAX);
  const shownColumns = useMemo(() => columns(setOpen), []);
  const filters = {
    search: search.search,
    from: search.from,
    to: search.to,
    voided: search.voided,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useTrips({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setAdding(true);
      }}
    >
      {texts.mileage.add}
    </Button>
  );

  return (
    <>
      <ListScreen
        name="MILEAGE"
        title={texts.money.tabs.mileage}
        above={<MoneyTabs />}
        columns={shownColumns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(trip) => trip.id}
        card={(trip) => <TripCard trip={trip} open={setOpen} />}
        csv={address('/api/mileage.csv', {}, filters)}
        choosing={{ choice, one: chosenTrip, label: texts.tripsBulk.choose }}
        searchHint={texts.mileage.searchHint}
        filtered={Boolean(search.search ?? search.from ?? search.to ?? search.voided)}
        onClear={() => void navigate({ search: {} })}
        actions={add}
        filters={
          <>
            <DayRange search={search} show={show} />
            <Select
              label={texts.money.state}
              data={[
                { value: 'current', label: texts.money.current },
                { value: 'voided', label: texts.money.voided },
              ]}
              value={search.voided ? 'voided' : 'current'}
              allowDeselect={false}
              onChange={(value) => {
                show({ voided: value === 'voided' ? true : undefined, page: undefined });
              }}
              w={{ sm: 120 }}
            />
          </>
        }
        empty={<Empty picture="page" title={texts.mileage.emptyTitle} text={texts.mileage.empty} step={add} />}
      />
      <TripsBar
        choice={choice}
        found={foundBy('/api/mileage', filters, list.data?.total, chosenTrip)}
        page={list.data?.items ?? []}
        voided={filters.voided ?? false}
      />
      <AddTripDialog
        opened={adding}
        onClose={() => {
          setAdding(false);
        }}
      />
      <TripDialog
        id={open}
        onClose={() => {
          setOpen(undefined);
        }}
      />
    </>
  );
}

function Name({ trip, open }: { trip: Trip; open: (id: string) => void }) {
  return (
    <UnstyledButton
      className="rowLink"
      fz="inherit"
      onClick={() => {
        open(trip.id);
      }}
    >
      {trip.purpose}
    </UnstyledButton>
  );
}

function TripCard({ trip, open }: { trip: Trip; open: (id: string) => void }) {
  return (
    <>
      <div className="cardRow">
        <Name trip={trip} open={open} />
        <Amount value={trip.deduction} strong />
      </div>
      <Text size="sm" truncate>
        {way(trip)}
      </Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {date(trip.drivenOn)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {(trip.tenthsOfMiles / 10).toFixed(1)} mi
        </Text>
      </div>
    </>
  );
}
