import { Checkbox, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput, MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney } from '../../shared/format';
import { tell } from '../../shared/notices';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';

export interface StepFormProps {
  deal: Deal;
  close: () => void;
}

export function AcceptForm({ deal, close }: StepFormProps) {
  const accept = useStep('/api/deals/{id}/accept');
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
      onSubmit={(body) => {
        accept.run({ deal, body }, () => {
          close();
          tell(texts.deal.accepted);
        });
      }}
    >
      <Text size="sm">{texts.deal.acceptLead(deal.customerName, money(deal.quoted))}</Text>
      <AcceptanceBox {...form.getInputProps('attests', { type: 'checkbox' })} />
    </CommandForm>
  );
}

/** What the seller says to be true, in the version that is recorded. */
export function AcceptanceBox(props: object) {
  return <Checkbox label={texts.deal.attests} data-autofocus {...props} />;
}

export function ReceiveForm({ deal, close, then }: StepFormProps & { then: () => void }) {
  const today = useToday();
  const receive = useStep('/api/deals/{id}/receive');
  const form = useForm({
    initialValues: { receivedOn: today },
    validate: { receivedOn: (value) => (value ? null : texts.common.required(texts.deal.receivedOnField)) },
  });
  return (
    <CommandForm
      form={form}
      problem={receive.problem}
      pending={receive.pending}
      submit={texts.deal.receiveSubmit}
      onCancel={close}
      onSubmit={(body) => {
        receive.run({ deal, body }, () => {
          close();
          tell(texts.deal.received);
          then();
        });
      }}
    >
      <Text size="sm">{texts.deal.receiveLead}</Text>
      <DateInput
        label={texts.deal.receivedOnField}
        max={today}
        data-autofocus
        {...form.getInputProps('receivedOn')}
      />
    </CommandForm>
  );
}

const REASONS = {
  '/api/deals/{id}/decline': ['PRICE', 'SOLD_ELSEWHERE', 'CHANGED_MIND', 'NOT_ELIGIBLE', 'NO_ANSWER', 'OTHER'],
  '/api/deals/{id}/give-up': ['PRICE', 'SOLD_ELSEWHERE', 'CHANGED_MIND', 'NOT_ELIGIBLE', 'NO_ANSWER', 'OTHER'],
  '/api/deals/{id}/cancel': [
    'CHANGED_MIND',
    'NO_SHOW',
    'NEVER_SENT',
    'LOST_IN_POST',
    'NOT_ELIGIBLE',
    'DUPLICATE',
    'OTHER',
  ],
  '/api/deals/{id}/hold': ['WAITING_FOR_SELLER', 'CHECKING_GOODS', 'CHECKING_SELLER', 'PRICE_QUESTION', 'OTHER'],
} as const;

interface ReasonFormProps<P extends keyof typeof REASONS> extends StepFormProps {
  path: P;
  text: string;
  submit: string;
  done: string;
}

/** A step that is taken for a reason, with room for a word of one's own. */
export function ReasonForm<P extends keyof typeof REASONS>({
  deal,
  close,
  path,
  text,
  submit,
  done,
}: ReasonFormProps<P>) {
  const step = useStep(path);
  const form = useForm({
    initialValues: { reason: '', remark: '' },
    validate: { reason: (value) => (value ? null : texts.deal.reasonNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={step.problem}
      pending={step.pending}
      submit={submit}
      onCancel={close}
      onSubmit={({ reason, remark }) => {
        const body = { reason, ...filled('remark', remark) } as Parameters<typeof step.run>[0]['body'];
        step.run({ deal, body }, () => {
          close();
          tell(done);
        });
      }}
    >
      <Text size="sm">{text}</Text>
      <Select
        label={texts.deal.reason}
        data={REASONS[path].map((value) => ({ value, label: sentence(texts.deal.reasons[value] ?? value) }))}
        allowDeselect={false}
        checkIconPosition="right"
        data-autofocus
        {...form.getInputProps('reason')}
      />
      <TextInput label={texts.deal.remark} autoComplete="off" {...form.getInputProps('remark')} />
    </CommandForm>
  );
}

export function RequoteForm({ deal, close }: StepFormProps) {
  const requote = useStep('/api/deals/{id}/requote');
  const form = useForm({ initialValues: { remark: '' } });
  return (
    <CommandForm
      form={form}
      problem={requote.problem}
      pending={requote.pending}
      submit={texts.deal.requoteSubmit}
      onCancel={close}
      onSubmit={({ remark }) => {
        requote.run({ deal, body: filled('remark', remark) }, () => {
          close();
          tell(texts.deal.requoted);
        });
      }}
    >
      <Text size="sm">{texts.deal.requoteLead(deal.customerName, money(deal.found), money(deal.quoted))}</Text>
      <TextInput
        label={texts.deal.requoteRemark}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('remark')}
      />
    </CommandForm>
  );
}

export function AgreeForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const agree = useStep('/api/deals/{id}/agree');
  const form = useForm({
    initialValues: { payoutFee: '' },
    validate: { payoutFee: (value) => amountOrNothing(value, currency) },
  });
  return (
    <CommandForm
      form={form}
      problem={agree.problem}
      pending={agree.pending}
      submit={texts.deal.agreeSubmit}
      onCancel={close}
      onSubmit={({ payoutFee }) => {
        const fee = parseMoney(payoutFee, currency);
        agree.run({ deal, body: fee ? { payoutFee: fee } : {} }, () => {
          close();
          tell(texts.deal.agreed);
        });
      }}
    >
      <Text size="sm">
        {deal.state === 'REQUOTED' && texts.deal.agreeAfterRequote(deal.customerName, money(deal.found))}{' '}
        {texts.deal.agreeLead(money(deal.found))}
      </Text>
      <MoneyInput
        label={texts.deal.payoutFee}
        description={texts.deal.payoutFeeHint}
        data-autofocus
        {...form.getInputProps('payoutFee')}
      />
    </CommandForm>
  );
}

const carriers = Object.entries(texts.deal.carriers).map(([value, label]) => ({ value, label: sentence(label) }));

type Carrier = Deal['labels'][number]['carrier'];

export function ReturnForm({ deal, close }: StepFormProps) {
  const { currency } = useBusiness();
  const giveBack = useStep('/api/deals/{id}/return');
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
        giveBack.run({ deal, body }, () => {
          close();
          tell(texts.deal.sentBack);
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
        label.run({ deal, body }, () => {
          close();
          tell(texts.deal.labelled);
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
        meet.run({ deal, body }, () => {
          close();
          tell(texts.deal.met);
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
        claim.run({ deal, body: { amount: parsed, ...filled('reference', reference) } }, () => {
          close();
          tell(texts.deal.claimed);
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
        settle.run({ deal, body: { received: parsed } }, () => {
          close();
          tell(texts.deal.settled);
        });
      }}
    >
      <MoneyInput label={texts.deal.amount} data-autofocus {...form.getInputProps('received')} />
    </CommandForm>
  );
}

/** A field that is sent only where something was typed. */
export function filled<K extends string>(name: K, typed: string): Partial<Record<K, string>> {
  return (typed.trim() ? { [name]: typed.trim() } : {}) as Partial<Record<K, string>>;
}

export function amountOrNothing(typed: string, currency: string): string | null {
  return !typed.trim() || parseMoney(typed, currency) ? null : texts.common.amountNeeded;
}

/** Words that stand alone begin with a capital. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
