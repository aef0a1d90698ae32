import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Channel, Item } from '../../api/types';
import { SuggestInput } from '../../shared/form/inputs';
import { BulkBar, type StepForMany } from '../../shared/list/BulkBar';
import { BulkDialog } from '../../shared/list/BulkDialog';
import { CSV_MAX, type BulkStep, type BulkWish, type Found } from '../../shared/list/bulk';
import type { Choice, Chosen } from '../../shared/list/chosen';
import { ButtonLink } from '../../shared/links';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useCategories } from './queries';

type ItemStep = BulkStep<'/api/products/bulk'>;

/** As many as the server takes at once. */
const CHOSEN_MAX = 200;

const channels = Object.entries(texts.catalog.channels).map(([value, label]) => ({ value, label }));

export function chosenItem({ id, version, name }: { id: string; version: number; name: string }): Chosen {
  return { id, name, seen: { version } };
}

interface ItemsBarProps {
  choice: Choice;
  page: Item<'/api/products'>[];
  found: Found;
  retired: boolean;
}

/** What can be done with all chosen items at once. */
export function ItemsBar({ choice, page, found, retired }: ItemsBarProps) {
  const writes = useMay('write');
  return (
    <BulkBar
      choice={choice}
      page={page.map(chosenItem)}
      words={texts.productsBulk}
      steps={retired ? ['RESTORE'] : ['SET_CATEGORY', 'SET_CHANNEL', 'RETIRE']}
      found={found}
      csv={{ path: '/api/products.csv', query: { retired } }}
      dialog={(asked) => <ItemsDialog {...asked} />}
    >
      {writes && !retired && choice.chosen.size <= CSV_MAX && (
        <ButtonLink
          to="/prices"
          search={{ items: [...choice.chosen.keys()].join(',') }}
          size="compact-sm"
          variant="default"
        >
          {texts.productsBulk.price}
        </ButtonLink>
      )}
    </BulkBar>
  );
}

function ItemsDialog({ step, chosen, onClose }: StepForMany<ItemStep>) {
  const categories = useCategories();
  const [category, setCategory] = useState('');
  const [channel, setChannel] = useState<Channel | null>(null);
  return (
    <BulkDialog
      path="/api/products/bulk"
      step={step}
      words={texts.productsBulk}
      chosen={chosen}
      wish={wishOf(step, category.trim(), channel)}
      most={CHOSEN_MAX}
      onClose={onClose}
    >
      {step === 'SET_CATEGORY' && (
        <SuggestInput
          label={texts.catalog.category}
          data={categories.data ?? []}
          value={category}
          onChange={setCategory}
          data-autofocus
        />
      )}
      {step === 'SET_CHANNEL' && (
        <Select
          label={texts.catalog.channel}
          data={channels}
          value={channel}
          onChange={(value) => {
            setChannel(value as Channel | null);
          }}
          data-autofocus
        />
      )}
    </BulkDialog>
  );
}

/** What is to be done; nothing while something of it isn't said. */
function wishOf(step: ItemStep, category: string, channel: Channel | null): BulkWish<'/api/products/bulk'> | undefined {
  switch (step) {
    case 'SET_CATEGORY':
      return category ? { step, category } : undefined;
    case 'SET_CHANNEL':
      return channel ? { step, channel } : undefined;
    default:
      return { step };
  }
}
