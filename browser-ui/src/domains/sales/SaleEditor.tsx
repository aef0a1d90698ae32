import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Problem } from '../../api/problem';
import type { Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, SuggestInput } from '../../shared/form/inputs';
import { boxes, money, signedMoney } from '../../shared/format';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { Candidates } from './Candidates';
import { priceOf, sums, type Picked } from './picked';
import { useBuyers, useWholesalers } from './queries';

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
