import { Button, Input, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { MoneyInput, Stepper } from '../../shared/form/inputs';
import { money, parseMoney, typedMoney } from '../../shared/format';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import type { FindingDraft, FindingFaults } from './dealLines';
import type { PriceAnswer } from './quoteLines';
import { sentence } from './StepForms';

const CONDITIONS = [
  { value: 'PERFECT', label: texts.quote.perfect },
  { value: 'SLIGHT_DAMAGE', label: texts.quote.slight },
  { value: 'REJECTED', label: texts.quote.rejected },
] as const;

const outcomes = Object.entries(texts.deal.outcomes).map(([value, label]) => ({ value, label }));
const differences = Object.entries(texts.deal.differences).map(([value, label]) => ({ value, label: sentence(label) }));

interface FindingFieldsProps {
  draft: FindingDraft;
  faults: FindingFaults;
  /** What such a box is worth today. */
  answer: PriceAnswer | undefined;
  onChange: (change: Partial<FindingDraft>) => void;
}

/** Boxes that were found alike: how many, what they are, what becomes of them and at which price. */
export function FindingFields({ draft, faults, answer, onChange }: FindingFieldsProps) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Stepper
          label={texts.quote.quantity}
          value={draft.quantity}
          error={faults.quantity}
          onChange={(quantity) => {
            onChange({ quantity });
          }}
        />
        <TextInput
          type="month"
          label={texts.quote.expiry}
          value={draft.expiry}
          error={faults.expiry}
          placeholder="2027-06"
          onChange={(event) => {
            onChange({ expiry: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
      <Input.Wrapper label={texts.quote.condition} labelElement="div">
        <div className="choices" role="group" aria-label={texts.quote.condition}>
          {CONDITIONS.map(({ value, label }) => (
            <Button
              key={value}
              size="md"
              variant={draft.condition === value ? 'filled' : 'default'}
              color={value === 'REJECTED' && draft.condition === value ? 'red' : undefined}
              aria-pressed={draft.condition === value}
              px={4}
              onClick={() => {
                // Rejected boxes go back, unless somebody says otherwise.
                onChange({
                  condition: value,
                  outcome: value === 'REJECTED' ? (draft.outcome === 'STOCK' ? 'RETURN' : draft.outcome) : 'STOCK',
                });
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      </Input.Wrapper>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={texts.deal.outcome}
          data={outcomes}
          value={draft.outcome}
          error={faults.outcome}
          allowDeselect={false}
          checkIconPosition="right"
          onChange={(outcome) => {
            if (outcome) onChange({ outcome: outcome as FindingDraft['outcome'] });
          }}
        />
        <Select
          label={texts.deal.difference}
          data={differences}
          value={draft.difference || null}
          error={faults.difference}
          clearable
          checkIconPosition="right"
          onChange={(difference) => {
            onChange({ difference: (difference ?? '') as FindingDraft['difference'] });
          }}
        />
        {draft.outcome === 'STOCK' && (
          <div>
            <MoneyInput
              label={texts.quote.unitPrice}
              value={draft.unitPrice}
              error={faults.unitPrice}
              onChange={(event) => {
                onChange({ unitPrice: event.currentTarget.value });
              }}
            />
            {answer && <ListedToday draft={draft} answer={answer} onChange={onChange} />}
          </div>
        )}
      </SimpleGrid>
    </>
  );
}

/** What the price list makes of such a box today, to be taken with one tap. */
function ListedToday({
  draft,
  answer,
  onChange,
}: Pick<FindingFieldsProps, 'draft' | 'onChange'> & { answer: PriceAnswer }) {
  const { currency } = useBusiness();
  if (answer.refusal) {
    return (
      <Text size="sm" className="differs">
        {texts.quote.refusals[answer.refusal]}
      </Text>
    );
  }
  const { listed } = answer;
  if (!listed || parseMoney(draft.unitPrice, currency)?.minor === listed.price.minor) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => {
        onChange({ unitPrice: typedMoney(listed.price) });
      }}
    >
      {texts.deal.takeListed(money(listed.price))}
    </Button>
  );
}
