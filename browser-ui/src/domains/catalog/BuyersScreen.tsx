import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { number, phone } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { AddBuyerDialog } from './BuyerDialogs';
import { PricesTabs } from './PricesTabs';
import { useBuyers } from './queries';

type Buyer = Item<'/api/buyers'>;

const DEFAULT_SORT = 'name';

const columns: Column<Buyer>[] = [
  { id: 'name', header: texts.buyers.name, sortable: true, cell: (buyer) => <BuyerLink buyer={buyer} /> },
  {
    id: 'contact',
    header: texts.buyers.contact,
    cell: (buyer) => [buyer.contact, buyer.phone && phone(buyer.phone)].filter(Boolean).join(' · '),
  },
  {
    id: 'minimumMonths',
    header: texts.buyers.minimumMonths,
    sortable: true,
    right: true,
    cell: (buyer) => number(buyer.minimumMonths),
  },
  { id: 'deduction', header: texts.buyers.deduction, right: true, cell: (buyer) => `${number(buyer.deduction)} %` },
  { id: 'priceFixed', header: texts.buyers.priceFixed, cell: (buyer) => texts.buyers.pricesFixed[buyer.priceFixed] },
  {
    id: 'paymentDays',
    header: texts.buyers.paymentDays,
    sortable: true,
    right: true,
    cell: (buyer) => number(buyer.paymentDays),
  },
];

const route = getRouteApi('/signed-in/prices/buyers');

/** Who pays what, on what terms? */
export function BuyersScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const filters = { search: search.search, retired: search.retired ?? false, sort: search.sort ?? DEFAULT_SORT };
  const list = useBuyers({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setAdding(true);
      }}
    >
      {texts.buyers.add}
    </Button>
  );

  return (
    <>
      <ListScreen
        name="BUYERS"
        title={texts.buyers.title}
        lead={texts.buyers.lead}
        above={<PricesTabs />}
        columns={columns}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(buyer) => buyer.id}
        card={(buyer) => (
          <>
            <div className="cardRow">
              <BuyerLink buyer={buyer} />
            </div>
            <Text size="sm" c="dimmed">
              {texts.buyers.terms(buyer.minimumMonths, buyer.paymentDays)}
            </Text>
          </>
        )}
        csv={address('/api/buyers.csv', {}, filters)}
        searchHint={texts.buyers.searchHint}
        filtered={Boolean(search.search ?? search.retired)}
        onClear={() => void navigate({ search: {} })}
        actions={addButton}
        filters={
          <SegmentedControl
            aria-label={texts.catalog.retiredFilter}
            data={[
              { value: 'current', label: texts.catalog.current },
              { value: 'retired', label: texts.catalog.retiredFilter },
            ]}
            value={search.retired ? 'retired' : 'current'}
            onChange={(value) => {
              show({ retired: value === 'retired' || undefined, page: undefined });
            }}
          />
        }
        empty={<Empty picture="people" title={texts.buyers.emptyTitle} text={texts.buyers.empty} step={addButton} />}
      />
      <AddBuyerDialog
        opened={adding}
        onClose={() => {
          setAdding(false);
        }}
        onDone={(done) => void navigate({ to: '/prices/buyers/$buyerId', params: { buyerId: done.id } })}
      />
    </>
  );
}

function BuyerLink({ buyer }: { buyer: Buyer }) {
  return (
    <Link to="/prices/buyers/$buyerId" params={{ buyerId: buyer.id }} className="rowLink">
      {buyer.name}
    </Link>
  );
}
