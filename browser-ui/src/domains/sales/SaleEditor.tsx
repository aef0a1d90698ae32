import { Button, Grid, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Body } from '../../api/types';
import type { Problem } from '../../api/problem';
import { MonthsLeft } from '../../shared/figures';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput, SuggestInput } from '../../shared/form/inputs';
import { boxes, money, signedMoney } from '../../shared/format';
import { Loaded, Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { byItem, canGo, firstToExpire, listPrice, pick, priceOf, sums, type Candidate, type Picked } from './picked';
import { useBuyers, useCandidates, useProposal, useWholesalers } from './queries';

export type SaleTerms = Omit<Body<'/api/sales', 'post'>, 'id'>;

interface SaleEditorProps {
  buyer: string;
  shipOn: string;
  minimumMonths: number;
  paymentDays: number;
  picked: Picked[];
  /** A draft whose own boxes count as free. */
  saleId?: string;
  problem: Problem | undefined;
  pending: boolean;
  onSubmit: (terms: SaleTerms) => void;
}

/** Who gets which boxes: the buyer's terms, the lots that qualify and why others don't, and what it earns. */
export function SaleEditor(props: SaleEditorProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const soldTo = useBuyers();
  const wholesalers = useWholesalers();
  const [picked, setPicked] = useState<Picked[]>(props.picked);
  const form = useForm({
    initialValues: {
      buyer: props.buyer,
      shipOn: props.shipOn,
      minimumMonths: props.minimumMonths,
      paymentDays: props.paymentDays,
      lines: '',
    },
    validate: {
      buyer: (value) => (value.trim() ? null : texts.sell.buyerNeeded),
      shipOn: (value) => (value ? null : texts.common.required(texts.sale.shipOn)),
      lines: () => (picked.length > 0 && picked.every(priceOf) ? null : texts.sale.linesNeeded),
    },
  });
  const { shipOn, minimumMonths, paymentDays } = form.values;
  const known = wholesalers.data?.items ?? [];
  const named = (name: string) => known.find((buyer) => buyer.name.toLowerCase() === name.trim().toLowerCase());
  const buyerId = named(form.values.buyer)?.id;
  const names = [...new Set([...known.map((buyer) => buyer.name), ...(soldTo.data ?? [])])];
  const total = sums(picked, currency);
  const take = (lines: Picked[]) => {
    form.clearFieldError('lines');
    setPicked((before) => {
      const changed = new Set(lines.map((line) => line.lotId));
      return [...before.filter((line) => !changed.has(line.lotId)), ...lines].filter((line) => line.quantity > 0);
    });
  };
  return (
    <CommandForm
      form={form}
      problem={props.problem}
      pending={props.pending}
      submit={texts.sale.save}
      aside={
        <Text size="sm" className="figures" aria-live="polite">
          {picked.length === 0
            ? texts.sale.nothingChosen
            : texts.sale.chosen(boxes(total.boxes), money(total.price), signedMoney(total.margin))}
        </Text>
      }
      onSubmit={({ buyer }) => {
        const lines = picked.flatMap((line) => {
          const price = priceOf(line);
          return price ? [{ lotId: line.lotId, quantity: line.quantity, price }] : [];
        });
        props.onSubmit({
          ...(buyerId ? { buyerId } : { buyer: buyer.trim() }),
          shipOn,
          minimumMonths,
          paymentDays,
          lines,
        });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <SuggestInput
          label={texts.sale.buyer}
          data={names}
          {...form.getInputProps('buyer')}
          onChange={(name) => {
            form.setFieldValue('buyer', name);
            const terms = named(name);
            if (terms) form.setValues({ minimumMonths: terms.minimumMonths, paymentDays: terms.paymentDays });
          }}
        />
        <DateInput label={texts.sale.shipOn} {...form.getInputProps('shipOn')} />
        <NumberInput
          label={texts.sale.minimumMonths}
          min={0}
          max={60}
          allowDecimal={false}
          clampBehavior="strict"
          value={minimumMonths}
          onChange={(value) => {
            form.setFieldValue('minimumMonths', typeof value === 'number' ? value : 0);
          }}
        />
        <NumberInput
          label={texts.sale.paymentDays}
          min={0}
          max={365}
          allowDecimal={false}
          clampBehavior="strict"
          value={paymentDays}
          onChange={(value) => {
            form.setFieldValue('paymentDays', typeof value === 'number' ? value : 0);
          }}
        />
      </SimpleGrid>
      <Candidates
        buyerId={buyerId}
        shipOn={shipOn || today}
        minimumMonths={minimumMonths}
        saleId={props.saleId}
        picked={picked}
        onTake={take}
      />
      {form.errors.lines && (
        <Text size="sm" c="red" role="alert">
          {form.errors.lines}
        </Text>
      )}
    </CommandForm>
  );
}

const OBSTACLES = { ...texts.sale.obstacles, ...texts.proposals.obstacles };

/** More lots than this nobody looks through: a few letters find the rest. */
const SHOWN_MAX = 200;

interface CandidatesProps {
  /** The buyer in the books, whose prices then stand beside the boxes. */
  buyerId: string | undefined;
  shipOn: string;
  minimumMonths: number;
  saleId: string | undefined;
  picked: Picked[];
  onTake: (lines: Picked[]) => void;
}

function Candidates({ buyerId, shipOn, minimumMonths, saleId, picked, onTake }: CandidatesProps) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 200);
  const question = { search: settled || undefined, shipOn, minimumMonths, saleId };
  const candidates = useCandidates({ ...question, size: SHOWN_MAX }, buyerId === undefined);
  const proposal = useProposal(buyerId, question);
  const lots = buyerId ? proposal.data?.lots.slice(0, SHOWN_MAX) : candidates.data?.items;
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={texts.sale.find}
        placeholder={texts.sale.findHint}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <Loaded<unknown> query={buyerId ? proposal : candidates}>
        {() =>
          !lots || lots.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.sale.noBoxes}
            </Text>
          ) : (
            <Stack gap="sm">
              {byItem(lots).map(([item, same]) => (
                <ItemLots
                  key={`${item} ${buyerId ?? ''}`}
                  item={item}
                  lots={same}
                  shipOn={shipOn}
                  minimumMonths={minimumMonths}
                  picked={picked}
                  onTake={onTake}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}

interface ItemLotsProps {
  item: string;
  lots: Candidate[];
  shipOn: string;
  minimumMonths: number;
  picked: Picked[];
  onTake: (lines: Picked[]) => void;
}

function ItemLots({ item, lots, shipOn, minimumMonths, picked, onTake }: ItemLotsProps) {
  const free = lots.reduce((total, lot) => total + (lot.obstacle ? 0 : lot.free), 0);
  const [wanted, setWanted] = useState(free);
  const [each, setEach] = useState('');
  return (
    <Section title={item} aside={<span className="figures dimmed">{texts.sale.free(free)}</span>}>
      {free > 0 && (
        <Group gap="xs" align="flex-end" mb="sm">
          <NumberInput
            label={texts.sale.take}
            w={90}
            min={0}
            max={free}
            allowDecimal={false}
            value={wanted}
            onChange={(value) => {
              setWanted(typeof value === 'number' ? value : 0);
            }}
          />
          <MoneyInput
            label={texts.sale.each}
            w={120}
            value={each}
            onChange={(event) => {
              setEach(event.currentTarget.value);
            }}
          />
          <Button
            variant="light"
            onClick={() => {
              const taken = firstToExpire(lots, wanted, each);
              const rest = lots
                .filter((lot) => !taken.some((line) => line.lotId === lot.lotId))
                .map((lot) => pick(lot, 0, each));
              onTake([...taken, ...rest]);
            }}
          >
            {texts.sale.fill}
          </Button>
        </Group>
      )}
      <ul className="rows">
        {lots.map((lot) => (
          <LotRow
            key={lot.lotId}
            lot={lot}
            shipOn={shipOn}
            minimumMonths={minimumMonths}
            picked={picked.find((line) => line.lotId === lot.lotId)}
            onTake={onTake}
          />
        ))}
      </ul>
    </Section>
  );
}

interface LotRowProps {
  lot: Candidate;
  shipOn: string;
  minimumMonths: number;
  picked: Picked | undefined;
  onTake: (lines: Picked[]) => void;
}

function LotRow({ lot, shipOn, minimumMonths, picked, onTake }: LotRowProps) {
  const price = listPrice(lot);
  return (
    <li>
      <Grid gap="xs" align="center">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <Group gap="sm">
            <MonthsLeft expiry={lot.expiry} today={shipOn} />
            <Text size="sm" c="dimmed">
              {[
                texts.deals.grades[lot.grade],
                lot.location,
                texts.sale.costEach(money(lot.unitCost)),
                lot.obstacle && canGo(lot, minimumMonths) && OBSTACLES[lot.obstacle],
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          {lot.obstacle && !canGo(lot, minimumMonths) ? (
            <Text size="sm" ta={{ sm: 'right' }}>
              {OBSTACLES[lot.obstacle]}
            </Text>
          ) : (
            <Group gap="xs" justify="flex-end" wrap="nowrap">
              <NumberInput
                aria-label={`${texts.sale.take}: ${lot.item}`}
                suffix={` / ${String(lot.free)}`}
                w={100}
                min={0}
                max={lot.free}
                allowDecimal={false}
                hideControls
                value={picked?.quantity ?? 0}
                onChange={(value) => {
                  const quantity = typeof value === 'number' ? Math.min(value, lot.free) : 0;
                  onTake([pick(lot, quantity, picked?.each ?? price)]);
                }}
              />
              <MoneyInput
                aria-label={`${texts.sale.each}: ${lot.item}`}
                w={110}
                disabled={!picked}
                value={picked?.each ?? price}
                onChange={(event) => {
                  onTake([pick(lot, picked?.quantity ?? 0, event.currentTarget.value)]);
                }}
              />
            </Group>
          )}
        </Grid.Col>
      </Grid>
    </li>
  );
}
