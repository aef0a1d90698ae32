import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney, typedMoney } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { amountOrNothing, filled, type StepFormProps } from './StepForms';

type Payout = Deal['payouts'][number];
type Method = Body<'/api/deals/{id}/payouts', 'post'>['method'];

const methods = Object.entries(texts.deal.methods).map(([value, label]) => ({ value, label }));

export function PayoutForm({ deal, close, planned }: StepFormProps & { planned?: Payout | undefined }) {
  const { currency } = useBusiness();
  const today = useToday();
  const pay = useStep('/api/deals/{id}/payouts');
  const tellDone = useTellDone();
  // One form is one payout: sent twice, it is still that one.
  const [payoutId] = useState(() => planned?.payoutId ?? newId());
  const form = useForm({
    initialValues: {
      amount: typedMoney(planned?.amount ?? deal.owed),
      method: planned?.method ?? 'CASH',
      reference: '',
      fee: deal.payoutFee.minor > 0 && deal.paid.minor === 0 ? typedMoney(deal.payoutFee) : '',
      paidOn: today,
    },
    validate: {
      amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      fee: (value) => amountOrNothing(value, currency),
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
      onSubmit={({ amount, method, reference, fee, paidOn }) => {
        const parsed = parseMoney(amount, currency);
        const cost = parseMoney(fee, currency);
        if (!parsed) return;
        const body = {
          payoutId,
          amount: parsed,
          method,
          paidOn,
          ...filled('reference', reference),
          ...(cost ? { fee: cost } : {}),
        };
        pay.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.paid, done);
        });
      }}
    >
      <Text size="sm">{texts.deal.payLead(deal.customerName, money(deal.owed))}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <MethodSelect {...form.getInputProps('method')} />
        <TextInput
          label={texts.deal.reference}
          placeholder={texts.deal.referenceHint}
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
        <DateInput label={texts.deal.paidOn} max={today} {...form.getInputProps('paidOn')} />
        <MoneyInput label={texts.deal.fee} {...form.getInputProps('fee')} />
      </SimpleGrid>
    </CommandForm>
  );
}

export function PlanForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const today = useToday();
  const plan = useStep('/api/deals/{id}/payouts/plan');
  const tellDone = useTellDone();
  const [payoutId] = useState(newId);
  const form = useForm({
    initialValues: { amount: typedMoney(deal.owed), method: 'CHECK' as Method, plannedFor: today },
    validate: {
      amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded),
      plannedFor: (value) => (value ? null : texts.common.required(texts.deal.plannedFor)),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={plan.problem}
      pending={plan.pending}
      submit={texts.deal.planSubmit}
      onCancel={close}
      onSubmit={({ amount, method, plannedFor }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed) return;
        plan.run({ deal, body: { payoutId, amount: parsed, method, plannedFor } }, (done) => {
          close();
          tellDone(texts.deal.planned, done);
        });
      }}
    >
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <MethodSelect {...form.getInputProps('method')} />
        <DateInput label={texts.deal.plannedFor} min={today} {...form.getInputProps('plannedFor')} />
      </SimpleGrid>
    </CommandForm>
  );
}

export function FailForm({ deal, payout, close }: StepFormProps & { payout: Payout }) {
  const fail = useStep('/api/deals/{id}/payouts/fail');
  const tellDone = useTellDone();
  const form = useForm({ initialValues: { remark: '' } });
  return (
    <CommandForm
      form={form}
      problem={fail.problem}
      pending={fail.pending}
      submit={texts.deal.failSubmit}
      onCancel={close}
      onSubmit={({ remark }) => {
        fail.run({ deal, body: { payoutId: payout.payoutId, ...filled('remark', remark) } }, (done) => {
          close();
          tellDone(texts.deal.failed, done);
        });
      }}
    >
      <Text size="sm">{texts.deal.failText}</Text>
      <TextInput label={texts.deal.remark} autoComplete="off" data-autofocus {...form.getInputProps('remark')} />
    </CommandForm>
  );
}

export function MethodSelect(props: object) {
  return <Select label={texts.deal.method} data={methods} allowDeselect={false} checkIconPosition="right" {...props} />;
}
