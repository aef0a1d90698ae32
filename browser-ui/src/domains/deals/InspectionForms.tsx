import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CommandForm } from '../../shared/form/CommandForm';
import { MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useStep } from './commands';
import { amountOrNothing, filled, type StepFormProps } from './StepForms';

export function RequoteForm({ deal, close }: StepFormProps) {
  const requote = useStep('/api/deals/{id}/requote');
  const tellDone = useTellDone();
  const form = useForm({ initialValues: { remark: '' } });
  return (
    <CommandForm
      form={form}
      problem={requote.problem}
      pending={requote.pending}
      submit={texts.deal.requoteSubmit}
      onCancel={close}
      onSubmit={({ remark }) => {
        requote.run({ deal, body: filled('remark', remark) }, (done) => {
          close();
          tellDone(texts.deal.requoted, done);
        });
      }}
    >
      <Text size="sm">{texts.deal.requoteLead(deal.customerName, money(deal.found), money(deal.quoted))}</Text>
      <TextInput label={texts.deal.requoteRemark} autoComplete="off" data-autofocus {...form.getInputProps('remark')} />
    </CommandForm>
  );
}

export function AgreeForm({ deal, close, then }: StepFormProps) {
  const { currency } = useBusiness();
  const agree = useStep('/api/deals/{id}/agree');
  const tellDone = useTellDone();
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
        agree.run({ deal, body: fee ? { payoutFee: fee } : {} }, (done) => {
          close();
          tellDone(texts.deal.agreed, done);
          then?.();
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
