import { Checkbox, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney, typedMoney } from '../../shared/format';
import { tell } from '../../shared/notices';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useAcceptQuote, useReceiveDeal, useRecordPayout } from './commands';

interface StepFormProps {
  deal: Answer<'/api/deals/{id}'>;
  close: () => void;
}

export function AcceptForm({ deal, close }: StepFormProps) {
  const accept = useAcceptQuote();
  const form = useForm({
    initialValues: { attests: false },
    validate: { attests: (value) => (value ? null : texts.deal.attestsNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={accept.problem}
      pending={accept.pending}
      submit={texts.deal.acceptSubmit}
      onCancel={close}
      onSubmit={({ attests }) => {
        accept.run({ deal, attests }, () => {
          close();
          tell(texts.deal.accepted);
        });
      }}
    >
      <Text size="sm">{texts.deal.acceptLead(deal.customerName, money(deal.quoted))}</Text>
      <Checkbox label={texts.deal.attests} data-autofocus {...form.getInputProps('attests', { type: 'checkbox' })} />
    </CommandForm>
  );
}

export function ReceiveForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const receive = useReceiveDeal();
  const form = useForm({
    initialValues: { receivedOn: today, shipping: '' },
    validate: {
      receivedOn: (value) => (value ? null : texts.common.required(texts.deal.receivedOnField)),
      shipping: (value) => (!value.trim() || parseMoney(value, currency) ? null : texts.common.amountNeeded),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={receive.problem}
      pending={receive.pending}
      submit={texts.deal.receiveSubmit}
      onCancel={close}
      onSubmit={({ receivedOn, shipping }) => {
        const cost = parseMoney(shipping, currency);
        receive.run({ deal, receivedOn, ...(cost ? { shipping: cost } : {}) }, () => {
          close();
          tell(texts.deal.received);
        });
      }}
    >
      <Text size="sm">{texts.deal.receiveLead}</Text>
      <DateInput label={texts.deal.receivedOnField} max={today} {...form.getInputProps('receivedOn')} />
      <MoneyInput
        label={texts.deal.shipping}
        description={texts.deal.shippingHint}
        data-autofocus
        {...form.getInputProps('shipping')}
      />
    </CommandForm>
  );
}

type Method = Body<'/api/deals/{id}/payouts', 'post'>['method'];

const methods = Object.entries(texts.deal.methods).map(([value, label]) => ({ value, label }));

export function PayoutForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const pay = useRecordPayout();
  // One form is one payout: sent twice, it is still that one.
  const [payoutId] = useState(newId);
  const form = useForm({
    initialValues: { amount: typedMoney(deal.owed), method: 'CASH' as Method, reference: '', paidOn: today },
    validate: {
      amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      paidOn: (value) => (value ? null : texts.common.required(texts.deal.paidOn)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={pay.problem}
      pending={pay.pending}
      submit={texts.deal.paySubmit}
      onCancel={close}
      onSubmit={({ amount, method, reference, paidOn }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed) return;
        const named = reference.trim() ? { reference: reference.trim() } : {};
        pay.run({ deal, payoutId, amount: parsed, method, paidOn, ...named }, () => {
          close();
          tell(texts.deal.paid);
        });
      }}
    >
      <Text size="sm">{texts.deal.payLead(deal.customerName, money(deal.owed))}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <Select
          label={texts.deal.method}
          data={methods}
          allowDeselect={false}
          checkIconPosition="right"
          {...form.getInputProps('method')}
        />
        <TextInput
          label={texts.deal.reference}
          placeholder={texts.deal.referenceHint}
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
        <DateInput label={texts.deal.paidOn} max={today} {...form.getInputProps('paidOn')} />
      </SimpleGrid>
    </CommandForm>
  );
}
