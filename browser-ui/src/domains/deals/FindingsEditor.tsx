import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  Input,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { MoneyInput, Stepper } from '../../shared/form/inputs';
import { money } from '../../shared/format';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import {
  blankFinding,
  draftsOf,
  finishFinding,
  quotedText,
  worth,
  type Finding,
  type FindingDraft,
  type FindingFaults,
  type Inspected,
  type Line,
} from './dealLines';
import { useProducts } from './queries';
import { filled, sentence } from './StepForms';

const CONDITIONS = [
  { value: 'PERFECT', label: texts.quote.perfect },
  { value: 'SLIGHT_DAMAGE', label: texts.quote.slight },
  { value: 'REJECTED', label: texts.quote.rejected },
] as const;

const outcomes = Object.entries(texts.deal.outcomes).map(([value, label]) => ({ value, label }));
const differences = Object.entries(texts.deal.differences).map(([value, label]) => ({ value, label: sentence(label) }));

interface FindingsEditorProps {
  /** Absent for what wasn't quoted. */
  line: Line | undefined;
  number: number;
  pending: boolean;
  onSave: (body: Inspected) => void;
  onCancel: () => void;
}

/** What was found of one line: boxes that are alike together, each kind with its condition and what becomes of it. */
export function FindingsEditor({ line, number, pending, onSave, onCancel }: FindingsEditorProps) {
  const { currency } = useBusiness();
  const [goods, setGoods] = useState({ item: line?.item ?? '', productId: line?.productId ?? '' });
  const [drafts, setDrafts] = useState<FindingDraft[]>(() => (line ? draftsOf(line) : [blankFinding(undefined)]));
  const [faults, setFaults] = useState<FindingFaults[]>([]);
  const [remark, setRemark] = useState(line?.remark ?? '');
  const [itemFault, setItemFault] = useState<string>();
  const finished = drafts.map((draft) => finishFinding(draft, line, currency));
  const findings = finished.flatMap((each): Finding[] => ('finding' in each ? [each.finding] : []));
  const set = (index: number, change: Partial<FindingDraft>) => {
    setDrafts(drafts.map((draft, other) => (other === index ? { ...draft, ...change } : draft)));
    setFaults([]);
  };
  const save = () => {
    setItemFault(goods.productId ? undefined : goods.item.trim() ? texts.quote.itemUnknown : texts.quote.itemNeeded);
    setFaults(finished.map((each) => ('faults' in each ? each.faults : {})));
    if (!goods.productId || findings.length < drafts.length) return;
    onSave({
      line: number,
      found: findings,
      ...(line?.quoted ? {} : { ...goods, item: goods.item.trim() }),
      ...filled('remark', remark),
    });
  };

  return (
    <Stack gap="md">
      {line ? (
        <div>
          <Text fw={600}>{line.item}</Text>
          <Text size="sm" c="dimmed">
            {`${texts.deal.quotedAs}: ${quotedText(line)}`}
          </Text>
        </div>
      ) : (
        <ProductInput goods={goods} error={itemFault} onChange={setGoods} />
      )}
      {drafts.map((draft, index) => (
        <Stack key={index} gap="sm" className="finding">
          {drafts.length > 1 && (
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {texts.deal.kind(index + 1)}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={texts.deal.removeKind}
                onClick={() => {
                  setDrafts(drafts.filter((_, other) => other !== index));
                  setFaults([]);
                }}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          )}
          <FindingFields
            draft={draft}
            faults={faults[index] ?? {}}
            onChange={(change) => {
              set(index, change);
            }}
          />
        </Stack>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setDrafts([...drafts, { ...blankFinding(line), quantity: 1, difference: line?.quoted ? '' : 'NOT_QUOTED' }]);
        }}
      >
        {texts.deal.addKind}
      </Button>
      <TextInput
        label={texts.deal.remark}
        value={remark}
        autoComplete="off"
        onChange={(event) => {
          setRemark(event.currentTarget.value);
        }}
      />
      <Group justify="space-between">
        <Text fw={600} className="figures">
          {money(worth(findings, currency))}
        </Text>
        <Group gap="xs">
          {line?.quoted && (
            <Button
              size="md"
              variant="default"
              disabled={pending}
              onClick={() => {
                onSave({ line: number, found: [], ...filled('remark', remark) });
              }}
            >
              {texts.deal.nothingFound}
            </Button>
          )}
          <Button size="md" variant="default" onClick={onCancel}>
            {texts.common.cancel}
          </Button>
          <Button size="md" loading={pending} onClick={save}>
            {texts.deal.saveLine}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

interface FindingFieldsProps {
  draft: FindingDraft;
  faults: FindingFaults;
  onChange: (change: Partial<FindingDraft>) => void;
}

function FindingFields({ draft, faults, onChange }: FindingFieldsProps) {
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
          <MoneyInput
            label={texts.quote.unitPrice}
            value={draft.unitPrice}
            error={faults.unitPrice}
            onChange={(event) => {
              onChange({ unitPrice: event.currentTarget.value });
            }}
          />
        )}
      </SimpleGrid>
    </>
  );
}

interface Goods {
  item: string;
  /** Empty while the item's name is none of a product. */
  productId: string;
}

function ProductInput(props: { goods: Goods; error: string | undefined; onChange: (goods: Goods) => void }) {
  const [search] = useDebouncedValue(props.goods.item.trim(), 100);
  const products = useProducts(search);
  const found = search ? (products.data?.items ?? []) : [];
  return (
    <Autocomplete
      label={texts.quote.item}
      placeholder={texts.quote.itemPlaceholder}
      data={found.map((product) => product.name)}
      // The server has matched already, by the beginnings of words.
      filter={({ options }) => options}
      value={props.goods.item}
      error={props.error}
      onChange={(item) => {
        const same = found.find((product) => product.name.toLowerCase() === item.trim().toLowerCase());
        props.onChange({ item: same?.name ?? item, productId: same?.id ?? '' });
      }}
      selectFirstOptionOnChange
      autoComplete="off"
    />
  );
}
