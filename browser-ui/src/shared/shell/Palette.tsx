import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import {
  IconTruckDelivery,
  IconBox,
  IconBuildingStore,
  IconFileImport,
  IconMessage,
  IconPencilPlus,
  IconReceipt2,
  IconReceipt,
  IconSearch,
  IconTag,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react';
import { useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { texts } from '../../texts';
import { phone } from '../format';
import { useAsk } from '../query';
import { useMay } from '../session';
import { everywhere, placesOf } from './places';

type Hit = Answer<'/api/search'>[number];

const HIT_ICONS = {
  customer: IconUser,
  product: IconTag,
  buyer: IconBuildingStore,
  deal: IconReceipt2,
  lot: IconBox,
  sale: IconTruckDelivery,
  conversation: IconMessage,
} as const;

interface Action extends NavigateOptions {
  label: string;
  icon: typeof IconUser;
}

const ACTIONS: Action[] = [
  { label: texts.palette.newQuote, icon: IconPencilPlus, to: '/quote' },
  { label: texts.palette.newSale, icon: IconTruckDelivery, to: '/sales/new' },
  { label: texts.palette.newPerson, icon: IconUserPlus, to: '/people', search: { add: true } },
  { label: texts.palette.newExpense, icon: IconReceipt, to: '/money', search: { add: true } },
  { label: texts.palette.importFile, icon: IconFileImport, to: '/imports' },
];

/** One field for everything: screens, steps, and whatever is in the books. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 120);
  const navigate = useNavigate();
  const hits = useAsk('/api/search', { query: { q: settled }, enabled: settled.length >= 2, keep: true });
  const found = settled.length >= 2 && query.trim().length >= 2 ? (hits.data ?? []) : [];
  const matches = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase());
  const writes = useMay('write');
  const screens = placesOf(everywhere, writes).filter((place) => matches(place.label));
  const actions = writes ? ACTIONS.filter((action) => matches(action.label)) : [];
  const settling = hits.isFetching || settled !== query.trim();
  const nothing = found.length + screens.length + actions.length === 0 && !settling;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      clearQueryOnClose
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
    >
      <Spotlight.Search
        placeholder={texts.palette.placeholder}
        aria-label={texts.palette.field}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={texts.palette.hits}>
            {found.map((hit) => {
              const Icon = HIT_ICONS[hit.kind];
              return (
                <Spotlight.Action
                  key={`${hit.kind} ${hit.id}`}
                  label={hit.title}
                  description={`${texts.palette.kinds[hit.kind]} · ${phone(hit.subtitle)}`}
                  leftSection={<Icon size={18} aria-hidden />}
                  onClick={() => void navigate(placeOf(hit))}
                />
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={texts.palette.actions}>
            {actions.map(({ label, icon: Icon, ...place }) => (
              <Spotlight.Action
                key={label}
                label={label}
                leftSection={<Icon size={18} aria-hidden />}
                onClick={() => void navigate(place)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label={texts.palette.screens}>
            {screens.map((place) => (
              <Spotlight.Action
                key={place.to}
                label={place.label}
                leftSection={<place.icon size={18} aria-hidden />}
                onClick={() => void navigate({ to: place.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{texts.palette.nothing(query.trim())}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function placeOf(hit: Hit): NavigateOptions {
  switch (hit.kind) {
    case 'customer':
      return { to: '/people/$customerId', params: { customerId: hit.id } };
    case 'product':
      return { to: '/prices/products/$productId', params: { productId: hit.id } };
    case 'buyer':
      return { to: '/prices/buyers/$buyerId', params: { buyerId: hit.id } };
    case 'deal':
      return { to: '/deals/$dealId', params: { dealId: hit.id } };
    case 'lot':
      return { to: '/stock/$lotId', params: { lotId: hit.id } };
    case 'sale':
      return { to: '/sales/$saleId', params: { saleId: hit.id } };
    case 'conversation':
      return { to: '/inbox', search: { open: hit.id } };
  }
}
