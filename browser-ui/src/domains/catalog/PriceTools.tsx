import { Button, Checkbox, Group, SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseMoney } from '../../shared/format';
import { texts } from '../../texts';
import { meantRows, NON_RETAIL, type Change, type PriceDraft } from './priceDraft';

interface PartProps {
  draft: PriceDraft;
  onChange: (draft: PriceDraft) => void;
}

/** What the list pays for boxes that aren’t perfect, or not retail. */
export function Shares({ draft, fault, onChange }: PartProps & { fault: boolean }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {texts.prices.sharesHint}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
        <TextInput
          label={texts.deals.grades.SLIGHT_DAMAGE}
          inputMode="numeric"
          rightSection="%"
          error={fault}
          value={draft.damaged}
          onChange={(event) => {
            onChange({ ...draft, damaged: event.currentTarget.value });
          }}
        />
        {NON_RETAIL.map((channel) => (
          <TextInput
            key={channel}
            label={texts.catalog.channels[channel]}
            inputMode="numeric"
            rightSection="%"
            error={fault}
            value={draft.channels[channel] ?? ''}
            onChange={(event) => {
              onChange({ ...draft, channels: { ...draft.channels, [channel]: event.currentTarget.value } });
            }}
          />
        ))}
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={texts.prices.damagedPrices}
        checked={draft.damagedPrices}
        onChange={(event) => {
          onChange({ ...draft, damagedPrices: event.currentTarget.checked });
        }}
      />
    </div>
  );
}

interface ChangeAllProps {
  draft: PriceDraft;
  currency: string;
  /** Products that were chosen, where some were. */
  only: ReadonlySet<string> | undefined;
  onChange: (change: Change) => void;
}

/** Raises or lowers many prices at once; what comes of it stands in the grid below, to be looked at. */
export function ChangeAll({ draft, currency, only, onChange }: ChangeAllProps) {
  const [by, setBy] = useState<Change['by']>('percent');
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState('');
  const meant = meantRows(draft, { filter, only }).length;
  const negative = /^\s*[-\u2212]/.test(typed);
  const digits = typed.replace(/[-+\u2212]/, '');
  const size =
    by === 'percent'
      ? /^\s*\d{1,3}\s*$/.test(digits)
        ? Number(digits)
        : undefined
      : parseMoney(digits, currency)?.minor;
  return (
    <Group align="flex-end" gap="sm">
      {only && (
        <Text size="sm" flex="1 1 100%">
          {texts.prices.changeOnly(only.size, meantRows(draft, { filter: '', only }).length)}
        </Text>
      )}
      <SegmentedControl
        aria-label={texts.prices.changeBy}
        data={[
          { value: 'percent', label: '%' },
          { value: 'amount', label: '$' },
        ]}
        value={by}
        onChange={(value) => {
          setBy(value);
        }}
      />
      <TextInput
        label={texts.prices.changeBy}
        placeholder="-5"
        w={110}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <TextInput
        label={texts.prices.changeFilter}
        placeholder={texts.list.all}
        flex="1 1 150px"
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value);
        }}
      />
      <Button
        variant="light"
        disabled={size === undefined || meant === 0}
        onClick={() => {
          if (size !== undefined) onChange({ by, value: negative ? -size : size, filter, only });
        }}
      >
        {texts.prices.changeSubmit(meant)}
      </Button>
    </Group>
  );
}
