import { ActionIcon, Autocomplete, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
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
import { FindingFields } from './FindingFields';
import { useProducts, usePrices } from './queries';
import { filled } from './StepForms';

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
  const prices = usePrices(
    goods.productId,
    drafts.map(({ expiry, condition }) => ({
      expiry,
      grade: condition === 'SLIGHT_DAMAGE' ? condition : 'PERFECT',
    })),
  );
  const finished = drafts.map((draft, index) => finishFinding(draft, line, currency, prices[index]?.data));
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
            {`${texts.deal.quotedAs}: ${quotedText(line.quoted)}`}
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
            answer={prices[index]?.data}
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
