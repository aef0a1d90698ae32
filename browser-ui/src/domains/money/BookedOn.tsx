import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { useDealChoice, useDealChoices, useSaleChoice, useSaleChoices } from './queries';

/** What an expense or a trip was for: one of both, or neither. */
export interface DealOrSale {
  dealId?: string | undefined;
  saleId?: string | undefined;
}

type Deal = Pick<Item<'/api/deals'>, 'id' | 'customerName' | 'date' | 'items'>;
type Sale = Pick<Item<'/api/sales'>, 'id' | 'buyer' | 'date' | 'items'>;

function ofDeal(deal: Deal) {
  return { value: `deal ${deal.id}`, label: texts.money.deal(deal.customerName, deal.date, deal.items) };
}

function ofSale(sale: Sale) {
  return { value: `sale ${sale.id}`, label: texts.money.sale(sale.buyer, sale.date, sale.items) };
}

/** Which deal or sale something was for, found by a few letters; empty for none. */
export function BookedOn({ value, onChange }: { value: DealOrSale; onChange: (next: DealOrSale) => void }) {
  const { dealId, saleId } = value;
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const deal = useDealChoice(dealId);
  const sale = useSaleChoice(saleId);
  const chosen = dealId && deal.data ? ofDeal(deal.data) : saleId && sale.data ? ofSale(sale.data) : undefined;
  const words = typed === chosen?.label ? '' : settled;
  const deals = (useDealChoices(words).data?.items ?? []).map(ofDeal);
  const sales = (useSaleChoices(words).data?.items ?? []).map(ofSale);
  if (chosen && [...deals, ...sales].every((each) => each.value !== chosen.value)) {
    (dealId ? deals : sales).unshift(chosen);
  }
  return (
    <Stack gap={4}>
      <Select
        label={texts.money.bookedOn}
        placeholder={texts.money.bookedOnHint}
        searchable
        clearable
        data={[
          { group: texts.navigation.deals, items: deals },
          { group: texts.navigation.sales, items: sales },
        ]}
        filter={({ options: all }) => all}
        value={chosen?.value ?? null}
        onChange={(next) => {
          const id = next?.slice('deal '.length);
          onChange({
            dealId: next?.startsWith('deal ') ? id : undefined,
            saleId: next?.startsWith('sale ') ? id : undefined,
          });
        }}
        searchValue={typed}
        onSearchChange={setTyped}
      />
      {dealId && (
        <AnchorLink to="/deals/$dealId" params={{ dealId }} size="sm">
          {texts.money.openDeal}
        </AnchorLink>
      )}
      {saleId && (
        <AnchorLink to="/sales/$saleId" params={{ saleId }} size="sm">
          {texts.money.openSale}
        </AnchorLink>
      )}
    </Stack>
  );
}
