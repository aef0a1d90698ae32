import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { parseMoney } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { amountOrNothing, filled, sentence, type StepFormProps } from './StepForms';

const carriers = Object.entries(texts.deal.carriers).map(([value, label]) => ({ value, label: sentence(label) }));

type Carrier = Deal['labels'][number]['carrier'];

export function ReturnForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const giveBack = useStep('/api/deals/{id}/return');
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { carrier: '', trackingNumber: '', cost: '' },
    validate: { cost: (value) => amountOrNothing(value, currency) },
  });
  return (
    <CommandForm
      form={form}
      problem={giveBack.problem}
      pending={giveBack.pending}
      submit={texts.deal.sendBackSubmit}
      onCancel={close}
      onSubmit={({ carrier, trackingNumber, cost }) => {
        const parsed = parseMoney(cost, currency);
        const body = {
          ...(carrier ? { carrier: carrier as Carrier } : {}),
          ...filled('trackingNumber', trackingNumber),
          ...(parsed ? { cost: parsed } : {}),
        };
        giveBack.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.sentBack, done);
        });
      }}
    >
      <Text size="sm">{texts.deal.sendBackLead(deal.toReturn)}</Text>
      <ParcelFields form={form} />
    </CommandForm>
  );
}

export function LabelForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const label = useStep('/api/deals/{id}/labels');
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { carrier: 'USPS', trackingNumber: '', cost: '' },
    validate: { cost: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={label.problem}
      pending={label.pending}
      submit={texts.deal.labelSubmit}
      onCancel={close}
      onSubmit={({ carrier, trackingNumber, cost }) => {
        const parsed = parseMoney(cost, currency);
        if (!parsed) return;
        const body = { carrier: carrier as Carrier, cost: parsed, ...filled('trackingNumber', trackingNumber) };
        label.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.labelled, done);
        });
      }}
    >
      <ParcelFields form={form} />
    </CommandForm>
  );
}

/** Who carries it, under which number, for how much. */
function ParcelFields({ form }: { form: { getInputProps: (path: string) => object } }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select label={texts.deal.carrier} data={carriers} checkIconPosition="right" {...form.getInputProps('carrier')} />
      <MoneyInput label={texts.deal.cost} data-autofocus {...form.getInputProps('cost')} />
      <TextInput label={texts.deal.tracking} autoComplete="off" {...form.getInputProps('trackingNumber')} />
    </SimpleGrid>
  );
}

export function MeetForm({ deal, close }: StepFormProps) {
  const today = useToday();
  const meet = useStep('/api/deals/{id}/appointment');
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { meetOn: today, meetAt: '', place: '' },
    validate: {
      meetOn: (value) => (value ? null : texts.common.required(texts.deal.meetOn)),
      meetAt: (value) => (value ? null : texts.common.required(texts.deal.meetAt)),
      place: (value) => (value.trim() ? null : texts.deal.placeNeeded),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={meet.problem}
      pending={meet.pending}
      submit={texts.deal.meetSubmit}
      onCancel={close}
      onSubmit={(body) => {
        meet.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.met, done);
        });
      }}
    >
      <SimpleGrid cols={2} spacing="sm">
        <DateInput label={texts.deal.meetOn} min={today} data-autofocus {...form.getInputProps('meetOn')} />
        <TextInput type="time" label={texts.deal.meetAt} {...form.getInputProps('meetAt')} />
      </SimpleGrid>
      <TextInput label={texts.deal.place} autoComplete="off" {...form.getInputProps('place')} />
    </CommandForm>
  );
}

export function ClaimForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const claim = useStep('/api/deals/{id}/claim');
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { amount: '', reference: '' },
    validate: { amount: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={claim.problem}
      pending={claim.pending}
      submit={texts.deal.claimSubmit}
      onCancel={close}
      onSubmit={({ amount, reference }) => {
        const parsed = parseMoney(amount, currency);
        if (!parsed) return;
        claim.run({ deal, body: { amount: parsed, ...filled('reference', reference) } }, (done) => {
          close();
          tellDone(texts.deal.claimed, done);
        });
      }}
    >
      <Text size="sm">{texts.deal.claimLead}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('amount')} />
        <TextInput label={texts.deal.reference} autoComplete="off" {...form.getInputProps('reference')} />
      </SimpleGrid>
    </CommandForm>
  );
}

export function SettleForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const settle = useStep('/api/deals/{id}/claim/settle');
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { received: '' },
    validate: { received: (value) => (parseMoney(value, currency) ? null : texts.common.amountNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={settle.problem}
      pending={settle.pending}
      submit={texts.deal.settleSubmit}
      onCancel={close}
      onSubmit={({ received }) => {
        const parsed = parseMoney(received, currency);
        if (!parsed) return;
        settle.run({ deal, body: { received: parsed } }, (done) => {
          close();
          tellDone(texts.deal.settled, done);
        });
      }}
    >
      <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('received')} />
    </CommandForm>
  );
}
