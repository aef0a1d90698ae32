import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { useDealChoice, useDealChoices } from './queries';

type Choice = Pick<Item<'/api/deals'>, 'id' | 'customerName' | 'date' | 'items'>;

function option(deal: Choice) {
  return { value: deal.id, label: texts.money.deal(deal.customerName, deal.date, deal.items) };
}

/** Which deal something was for, found by a few letters; empty for none. */
export function DealField({ value, onChange }: { value: string | undefined; onChange: (id?: string) => void }) {
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const chosen = useDealChoice(value);
  const found = useDealChoices(chosen.data && typed === option(chosen.data).label ? '' : settled);
  const options = (found.data?.items ?? []).map(option);
  if (chosen.data && options.every((each) => each.value !== value)) options.unshift(option(chosen.data));
  return (
    <Stack gap={4}>
      <Select
        label={texts.money.forDeal}
        placeholder={texts.money.dealHint}
        searchable
        clearable
        data={options}
        filter={({ options: all }) => all}
        value={value ?? null}
        onChange={(next) => {
          onChange(next ?? undefined);
        }}
        searchValue={typed}
        onSearchChange={setTyped}
      />
      {value && (
        <AnchorLink to="/deals/$dealId" params={{ dealId: value }} size="sm">
          {texts.money.openDeal}
        </AnchorLink>
      )}
    </Stack>
  );
}
