import {
  ActionIcon,
  Autocomplete,
  Button,
  Collapse,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { useTellDone } from '../../shared/undo';
import { Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { usePublishPrices } from './commands';
import { PasteSheet } from './PasteSheet';
import { QuotePreview } from './QuotePreview';
import {
  isUnpriced,
  cellOf,
  changed,
  damagedCellOf,
  finished,
  withSheet,
  type DraftRow,
  type PriceDraft,
} from './priceDraft';
import { ChangeAll, Shares } from './PriceTools';
import { useProducts } from './queries';

interface PriceEditorProps {
  list: Answer<'/api/price-lists/{id}'>;
  start: PriceDraft;
  /** Products whose prices are to be changed, where some were chosen. */
  only?: ReadonlySet<string> | undefined;
  onClose: () => void;
}

type Tool = 'none' | 'paste' | 'change';

/** The next version of a list: by hand, pasted, or changed all at once. Nothing holds before it is published. */
export function PriceEditor({ list, start, only, onClose }: PriceEditorProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const publish = usePublishPrices();
  const tellDone = useTellDone();
  const [draft, setDraft] = useState(start);
  const [from, setFrom] = useState(today);
  const [tool, setTool] = useState<Tool>(
    start.rows.length === 0 ? 'paste' : only && !start.rows.some(isUnpriced) ? 'change' : 'none',
  );
  const [faults, setFaults] = useState(new Set<string>());
  const edit = (next: PriceDraft) => {
    setDraft(next);
    setFaults(new Set());
  };

  const done = finished(draft, list.latest, from, currency);
  const own = list.buyerName === undefined;

  const save = () => {
    if ('faults' in done) {
      setFaults(done.faults);
    } else {
      publish.run({ list, ...done.body }, (done) => {
        tellDone(texts.prices.published, done);
        onClose();
      });
    }
  };

  return (
    <Section
      title={texts.prices.next(list.latest + 1)}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={texts.prices.tools}
          data={[
            { value: 'none', label: texts.prices.byHand },
            { value: 'paste', label: texts.prices.paste },
            { value: 'change', label: texts.prices.changeAll },
          ]}
          value={tool}
          onChange={(value) => {
            setTool(value);
          }}
        />
      }
    >
      <Stack gap="md">
        <Collapse expanded={tool === 'paste'}>
          <PasteSheet
            onTake={(lines) => {
              edit(withSheet(draft, lines));
              setTool('none');
            }}
          />
        </Collapse>
        <Collapse expanded={tool === 'change'}>
          <ChangeAll
            draft={draft}
            currency={currency}
            only={only}
            onChange={(change) => {
              edit(changed(draft, change, currency));
            }}
          />
        </Collapse>
        <Rows draft={draft} faults={faults} onChange={edit} />
        <AddRow draft={draft} onChange={edit} />
        <Shares draft={draft} fault={faults.has('shares')} onChange={edit} />
        {own && <QuotePreview body={'body' in done ? done.body : undefined} />}
        {publish.problem && <ProblemBanner problem={publish.problem} rest={publish.problem.faults} />}
        {faults.size > 0 && (
          <Text size="sm" c="red" role="alert">
            {texts.prices.faulty}
          </Text>
        )}
        <Group justify="space-between" align="flex-end">
          <DateInput
            label={texts.prices.effectiveFrom}
            value={from}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
            }}
          />
          <Group>
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button onClick={save} loading={publish.pending} disabled={draft.rows.length === 0 || !from}>
              {texts.prices.publish}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Section>
  );
}

interface PartProps {
  draft: PriceDraft;
  onChange: (draft: PriceDraft) => void;
}

function Rows({ draft, faults, onChange }: PartProps & { faults: Set<string> }) {
  const [months, setMonths] = useState('');
  const addTier = () => {
    const tier = Number(months);
    if (months.trim() && Number.isInteger(tier) && tier >= 0 && tier <= 60 && !draft.tiers.includes(tier)) {
      onChange({ ...draft, tiers: [...draft.tiers, tier].toSorted((a, b) => b - a) });
    }
    setMonths('');
  };
  const write = (row: DraftRow, change: Partial<DraftRow>) => {
    onChange({ ...draft, rows: draft.rows.map((one) => (one === row ? { ...row, ...change } : one)) });
  };
  return (
    <div className="tableFrame">
      <Table className="dense" aria-label={texts.prices.list}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.catalog.one}</Table.Th>
            {draft.tiers.map((tier) => (
              <Fragment key={tier}>
                <Table.Th className="right">{texts.prices.tier(tier)}</Table.Th>
                {draft.damagedPrices && <Table.Th className="right dimmed">{texts.prices.damagedTier}</Table.Th>}
              </Fragment>
            ))}
            <Table.Th>
              <TextInput
                size="xs"
                w={92}
                aria-label={texts.prices.addTier}
                placeholder={texts.prices.addTier}
                inputMode="numeric"
                value={months}
                onChange={(event) => {
                  setMonths(event.currentTarget.value);
                }}
                onBlur={addTier}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') addTier();
                }}
              />
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {draft.rows.map((row) => (
            <Table.Tr key={row.productId}>
              <Table.Td miw={150}>{row.item}</Table.Td>
              {draft.tiers.map((tier) => (
                <Fragment key={tier}>
                  <PriceCell
                    label={texts.prices.cell(row.item, tier)}
                    fault={faults.has(cellOf(row, tier))}
                    value={row.prices[tier]}
                    onChange={(text) => {
                      write(row, { prices: { ...row.prices, [tier]: text } });
                    }}
                  />
                  {draft.damagedPrices && (
                    <PriceCell
                      label={texts.prices.damagedCell(row.item, tier)}
                      fault={faults.has(damagedCellOf(row, tier))}
                      value={row.damaged[tier]}
                      onChange={(text) => {
                        write(row, { damaged: { ...row.damaged, [tier]: text } });
                      }}
                    />
                  )}
                </Fragment>
              ))}
              <Table.Td className="right">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={texts.prices.removeRow(row.item)}
                  onClick={() => {
                    onChange({ ...draft, rows: draft.rows.filter((one) => one !== row) });
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface PriceCellProps {
  label: string;
  fault: boolean;
  value: string | undefined;
  onChange: (text: string) => void;
}

function PriceCell({ label, fault, value, onChange }: PriceCellProps) {
  return (
    <Table.Td className="right">
      <TextInput
        size="xs"
        w={76}
        ml="auto"
        inputMode="decimal"
        classNames={{ input: 'figures right' }}
        aria-label={label}
        error={fault}
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Table.Td>
  );
}

function AddRow({ draft, onChange }: PartProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 100);
  const products = useProducts({ search, size: 8 });
  const found = search ? (products.data?.items ?? []) : [];
  return (
    <Autocomplete
      label={texts.prices.addRow}
      placeholder={texts.quote.itemPlaceholder}
      data={found.map((product) => product.name)}
      filter={({ options }) => options}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={(name) => {
        const product = found.find((one) => one.name === name);
        if (product && !draft.rows.some((row) => row.productId === product.id)) {
          const row = { productId: product.id, item: product.name, prices: {}, damaged: {} };
          onChange({ ...draft, rows: [...draft.rows, row] });
        }
        setTimeout(() => {
          setTyped('');
        });
      }}
      selectFirstOptionOnChange
      autoComplete="off"
    />
  );
}
