import { Alert, Autocomplete, Button, Group, Input, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHandStop, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Stepper } from '../../shared/form/inputs';
import { money, times } from '../../shared/format';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { MonthPad } from './MonthPad';
import { PriceCard } from './PriceCard';
import { usePrice, useProducts } from './queries';
import { finishLine, named, priced, type DraftFaults, type LineDraft, type QuoteLine } from './quoteLines';

const CONDITIONS = [
  { value: 'PERFECT', label: texts.quote.perfect },
  { value: 'SLIGHT_DAMAGE', label: texts.quote.slight },
  { value: 'REJECTED', label: texts.quote.rejected },
] as const;

interface LineEditorProps {
  draft: LineDraft;
  onChange: (draft: LineDraft) => void;
  onAdd: (line: QuoteLine) => void;
  /** Adds a product of this name to the catalog. */
  onNewProduct: (name: string) => void;
  editing: boolean;
}

/** One line of a quote, written from what is printed on the box. */
export function LineEditor({ draft, onChange, onAdd, onNewProduct, editing }: LineEditorProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const [faults, setFaults] = useState<DraftFaults>({});
  const [search] = useDebouncedValue(draft.item.trim(), 100);
  const products = useProducts(search);
  // A line that was just added has left the field empty: what was found for it covers nothing any more.
  const found = search && draft.item.trim() ? (products.data?.items ?? []) : [];
  const first = useRef<HTMLInputElement>(null);
  const set = (change: Partial<LineDraft>) => {
    onChange({ ...draft, ...change });
    setFaults({});
  };
  const rejected = draft.condition === 'REJECTED';
  const grade = draft.condition === 'SLIGHT_DAMAGE' ? 'SLIGHT_DAMAGE' : 'PERFECT';
  const price = usePrice(draft.productId, draft.expiry, grade);
  const { unitPrice } = priced(draft, currency, price.data);
  const unknown =
    search.length > 0 &&
    search === draft.item.trim() &&
    !draft.productId &&
    products.isSuccess &&
    !products.isPlaceholderData &&
    found.length === 0;

  const add = () => {
    // What was typed to its end before the list came is a choice too.
    const finished = finishLine(draft.productId ? draft : named(draft, draft.item, found), currency, price.data);
    if ('faults' in finished) {
      setFaults(finished.faults);
    } else {
      onAdd(finished.line);
      first.current?.focus();
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Stack gap="md">
        <Autocomplete
          ref={first}
          label={texts.quote.item}
          placeholder={texts.quote.itemPlaceholder}
          data={found.map((product) => product.name)}
          // The server has matched already, by the beginnings of words.
          filter={({ options }) => options}
          value={draft.item}
          onChange={(item) => {
            set(named(draft, item, found));
          }}
          error={faults.item}
          selectFirstOptionOnChange
          autoComplete="off"
          autoFocus
        />
        {unknown && (
          <Button
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              onNewProduct(draft.item.trim());
            }}
          >
            {texts.quote.newProduct(draft.item.trim())}
          </Button>
        )}
        <MonthPad
          key={draft.expiry.slice(0, 4)}
          value={draft.expiry}
          today={today}
          error={faults.expiry}
          onChange={(expiry) => {
            set({ expiry });
          }}
        />
        <Input.Wrapper label={texts.quote.condition} labelElement="div">
          <div className="choices" role="group" aria-label={texts.quote.condition}>
            {CONDITIONS.map(({ value, label }) => (
              <Button
                key={value}
                variant={draft.condition === value ? 'filled' : 'default'}
                color={value === 'REJECTED' && draft.condition === value ? 'red' : undefined}
                aria-pressed={draft.condition === value}
                px={4}
                onClick={() => {
                  set({ condition: value });
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        </Input.Wrapper>
        {rejected ? (
          <Alert color="red" icon={<IconHandStop aria-hidden />} title={texts.quote.rejectedTitle} role="alert">
            {texts.quote.rejectedReason}
          </Alert>
        ) : (
          <>
            {/* Before how many: the price of a box is asked first, and is seen without scrolling. */}
            {draft.productId && draft.expiry && (
              <PriceCard key={draft.productId} draft={draft} answer={price.data} faults={faults} onChange={set} />
            )}
            <Stepper
              label={texts.quote.quantity}
              value={draft.quantity}
              error={faults.quantity}
              onChange={(quantity) => {
                set({ quantity });
              }}
            />
            <Group justify="space-between">
              <Text className="figures" c="dimmed">
                {texts.quote.lineTotal}{' '}
                <Text span fw={600} c="var(--mantine-color-text)">
                  {money(unitPrice ? times(unitPrice, draft.quantity) : { minor: 0, currency })}
                </Text>
              </Text>
              <Button type="submit" variant="light" disabled={price.isLoading || price.data?.refusal !== undefined}>
                {editing ? texts.quote.update : texts.quote.add}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
