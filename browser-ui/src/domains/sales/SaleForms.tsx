import { NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { boxes, money, month, parseMoney, typedMoney } from '../../shared/format';
import { tell } from '../../shared/notices';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useDeliverSale, useInspectSale, useInvoiceSale, useRecordReceipt, useShipSale } from './commands';

export type Sale = Answer<'/api/sales/{id}'>;

interface FormProps {
  sale: Sale;
  close: () => void;
}

function finish(close: () => void, done: string) {
  return () => {
    close();
    tell(done);
  };
}

export function ShipForm({ sale, close }: FormProps) {
  const today = useToday();
  const ship = useShipSale();
  const form = useForm({ initialValues: { carrier: '', tracking: '', shippedOn: today } });
  return (
    <CommandForm
      form={form}
      problem={ship.problem}
      pending={ship.pending}
      submit={texts.sale.steps.ship}
      onCancel={close}
      onSubmit={({ carrier, tracking, shippedOn }) => {
        ship.run(
          {
            sale,
            shippedOn: shippedOn || today,
            ...(carrier.trim() ? { carrier: carrier.trim() } : {}),
            ...(tracking.trim() ? { tracking: tracking.trim() } : {}),
          },
          finish(close, texts.sale.done.ship),
        );
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={texts.sale.tracking} autoComplete="off" data-autofocus {...form.getInputProps('tracking')} />
        <TextInput label={texts.sale.carrier} autoComplete="off" {...form.getInputProps('carrier')} />
        <DateInput label={texts.sale.shippedOn} max={today} {...form.getInputProps('shippedOn')} />
      </SimpleGrid>
    </CommandForm>
  );
}

export function DeliverForm({ sale, close }: FormProps) {
  const today = useToday();
  const deliver = useDeliverSale();
  const form = useForm({ initialValues: { deliveredOn: today } });
  return (
    <CommandForm
      form={form}
      problem={deliver.problem}
      pending={deliver.pending}
      submit={texts.sale.steps.deliver}
      onCancel={close}
      onSubmit={({ deliveredOn }) => {
        deliver.run({ sale, deliveredOn: deliveredOn || today }, finish(close, texts.sale.done.deliver));
      }}
    >
      <DateInput label={texts.sale.deliveredOn} max={today} {...form.getInputProps('deliveredOn')} />
    </CommandForm>
  );
}

export function InvoiceForm({ sale, close }: FormProps) {
  const today = useToday();
  const invoice = useInvoiceSale();
  const form = useForm({ initialValues: { invoicedOn: today, dueOn: '' } });
  return (
    <CommandForm
      form={form}
      problem={invoice.problem}
      pending={invoice.pending}
      submit={texts.sale.steps.invoice}
      onCancel={close}
      onSubmit={({ invoicedOn, dueOn }) => {
        invoice.run(
          { sale, invoicedOn: invoicedOn || today, ...(dueOn ? { dueOn } : {}) },
          finish(close, texts.sale.done.invoice),
        );
      }}
    >
      <Text size="sm" className="figures">
        {sale.buyer}: {money(sale.proceeds)}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateInput label={texts.sale.invoicedOn} max={today} {...form.getInputProps('invoicedOn')} />
        <DateInput
          label={texts.sale.dueOn}
          description={texts.sale.paysIn(sale.paymentDays)}
          min={form.values.invoicedOn}
          {...form.getInputProps('dueOn')}
        />
      </SimpleGrid>
    </CommandForm>
  );
}

type Method = Body<'/api/sales/{id}/receipts', 'post'>['method'];

const methods = Object.entries(texts.sale.methods).map(([value, label]) => ({ value, label }));

export function ReceiptForm({ sale, close }: FormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const record = useRecordReceipt();
  // One form is one receipt: sent twice, it is still that one.
  const [receiptId] = useState(newId);
  const form = useForm({
    initialValues: { amount: typedMoney(sale.owed), method: 'CHECK' as Method, reference: '', receivedOn: today },
    validate: { amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={record.problem}
      pending={record.pending}
      submit={texts.sale.steps.receipt}
      onCancel={close}
      onSubmit={({ amount, method, reference, receivedOn }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed) return;
        const named = reference.trim() ? { reference: reference.trim() } : {};
        record.run(
          { sale, receiptId, amount: parsed, method, receivedOn: receivedOn || today, ...named },
          finish(close, texts.sale.done.receipt),
        );
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <MoneyInput label={texts.sale.amount} data-autofocus {...form.getInputProps('amount')} />
        <Select label={texts.sale.method} data={methods} allowDeselect={false} {...form.getInputProps('method')} />
        <TextInput label={texts.sale.reference} autoComplete="off" {...form.getInputProps('reference')} />
        <DateInput label={texts.sale.receivedOn} max={today} {...form.getInputProps('receivedOn')} />
      </SimpleGrid>
    </CommandForm>
  );
}

type Fate = NonNullable<NonNullable<Body<'/api/sales/{id}/inspect', 'post'>['lines']>[number]['fate']>;

const fates = Object.entries(texts.sale.fates).map(([value, label]) => ({ value, label }));

interface Found {
  rejected: number;
  deducted: string;
  fate: Fate;
}

export function InspectForm({ sale, close }: FormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const inspect = useInspectSale();
  const form = useForm({
    initialValues: {
      found: Object.fromEntries(
        sale.lines.map((line): [string, Found] => [line.lotId, { rejected: 0, deducted: '', fate: 'RETURNED' }]),
      ),
      inspectedOn: today,
    },
  });
  const found = sale.lines.map((line) => {
    const typed = form.values.found[line.lotId] ?? { rejected: 0, deducted: '', fate: 'RETURNED' as Fate };
    const least = Math.round((line.price.minor * typed.rejected) / line.quantity);
    return { line, typed, least, deducted: parseMoney(typed.deducted || '0', currency) };
  });
  const faulty = found.find(({ deducted, least }) => !deducted || deducted.minor < least);
  return (
    <CommandForm
      form={form}
      problem={inspect.problem}
      pending={inspect.pending}
      submit={texts.sale.steps.inspect}
      onCancel={close}
      onSubmit={({ inspectedOn }) => {
        if (faulty) return;
        const lines = found.flatMap(({ line, typed, deducted }) =>
          deducted && (deducted.minor > 0 || typed.rejected > 0)
            ? [{ lotId: line.lotId, rejected: typed.rejected, fate: typed.fate, deducted }]
            : [],
        );
        inspect.run({ sale, lines, inspectedOn: inspectedOn || today }, finish(close, texts.sale.done.inspect));
      }}
    >
      <Text size="sm">{texts.sale.inspectLead}</Text>
      {found.map(({ line, typed, least, deducted }) => (
        <Stack key={line.lotId} gap={4}>
          <Text fw={550} size="sm">
            {line.item}
            <Text span size="sm" c="dimmed">
              {' '}
              {texts.sale.linePart(boxes(line.quantity), month(line.expiry))} · {money(line.price)}
            </Text>
          </Text>
          <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
            <NumberInput
              label={texts.sale.rejected}
              min={0}
              max={line.quantity}
              allowDecimal={false}
              value={typed.rejected}
              onChange={(value) => {
                const rejected = typeof value === 'number' ? value : 0;
                const price = Math.round((line.price.minor * rejected) / line.quantity);
                form.setFieldValue(`found.${line.lotId}`, {
                  ...typed,
                  rejected,
                  deducted: typedMoney({ minor: price, currency }),
                });
              }}
            />
            <MoneyInput
              label={texts.sale.deduction}
              value={typed.deducted}
              error={
                deducted && deducted.minor >= least
                  ? undefined
                  : texts.sale.deductionTooLow(money({ minor: least, currency }))
              }
              onChange={(event) => {
                form.setFieldValue(`found.${line.lotId}`, { ...typed, deducted: event.currentTarget.value });
              }}
            />
            {typed.rejected > 0 && (
              <Select
                label={texts.sale.fate}
                data={fates}
                allowDeselect={false}
                value={typed.fate}
                onChange={(value) => {
                  form.setFieldValue(`found.${line.lotId}`, { ...typed, fate: (value as Fate | null) ?? 'RETURNED' });
                }}
              />
            )}
          </SimpleGrid>
        </Stack>
      ))}
      <DateInput label={texts.sale.inspectedOn} max={today} {...form.getInputProps('inspectedOn')} />
    </CommandForm>
  );
}
