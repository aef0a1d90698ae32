import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { money, parseMoney } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';

export interface StepFormProps {
  deal: Deal;
  close: () => void;
  /** Once the step is taken; not when the dialog is only closed. */
  then?: () => void;
}

export function AcceptForm({ deal, close }: StepFormProps) {
  const accept = useStep('/api/deals/{id}/accept');
  const tellDone = useTellDone();
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
        accept.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.accepted, done);
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
  const tellDone = useTellDone();
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
        receive.run({ deal, body }, (done) => {
          close();
          tellDone(texts.deal.received, done);
          then();
        });
      }}
    >
      <Text size="sm">{texts.deal.receiveLead}</Text>
      <DateInput label={texts.deal.receivedOnField} max={today} data-autofocus {...form.getInputProps('receivedOn')} />
    </CommandForm>
  );
}

/** Why a step can be taken, by its path. */
export const REASONS = {
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
  then,
}: ReasonFormProps<P>) {
  const step = useStep(path);
  const tellDone = useTellDone();
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
        const body = { reason, ...filled('remark', remark) } as unknown as Parameters<typeof step.run>[0]['body'];
        step.run({ deal, body }, (taken) => {
          close();
          tellDone(done, taken);
          then?.();
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
