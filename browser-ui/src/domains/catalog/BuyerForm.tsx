import { Checkbox, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Body, Channel, Grade, Item } from '../../api/types';
import type { Command } from '../../shared/command';
import { Banner, CommandForm } from '../../shared/form/CommandForm';
import { phone } from '../../shared/format';
import { texts } from '../../texts';

export type BuyerValues = {
  name: string;
  contact: string;
  phone: string;
  email: string;
  note: string;
  minimumMonths: string;
  grades: Grade[];
  channels: Channel[];
  deduction: string;
  priceFixed: Item<'/api/buyers'>['priceFixed'];
  paymentDays: string;
};

export const nobody: BuyerValues = {
  name: '',
  contact: '',
  phone: '',
  email: '',
  note: '',
  minimumMonths: '6',
  grades: ['PERFECT', 'SLIGHT_DAMAGE'],
  channels: ['RETAIL'],
  deduction: '0',
  priceFixed: 'ON_ORDER',
  paymentDays: '0',
};

/** A buyer as the form shows it. */
export function valuesOf(buyer: Item<'/api/buyers'>): BuyerValues {
  return {
    name: buyer.name,
    contact: buyer.contact ?? '',
    phone: buyer.phone ? phone(buyer.phone) : '',
    email: buyer.email ?? '',
    note: buyer.note ?? '',
    minimumMonths: String(buyer.minimumMonths),
    grades: buyer.grades,
    channels: buyer.channels,
    deduction: String(buyer.deduction),
    priceFixed: buyer.priceFixed,
    paymentDays: String(buyer.paymentDays),
  };
}

/** The form as the API takes it: whole, empty fields left out. */
export function bodyOf(values: BuyerValues): Body<'/api/buyers/{id}', 'put'> {
  return {
    name: values.name.trim(),
    ...(values.contact.trim() ? { contact: values.contact.trim() } : {}),
    ...(values.phone.trim() ? { phone: values.phone.trim() } : {}),
    ...(values.email.trim() ? { email: values.email.trim() } : {}),
    ...(values.note.trim() ? { note: values.note.trim() } : {}),
    minimumMonths: Number(values.minimumMonths),
    grades: values.grades,
    channels: values.channels,
    deduction: Number(values.deduction),
    priceFixed: values.priceFixed,
    paymentDays: Number(values.paymentDays),
  };
}

interface BuyerFormProps<Input> {
  initial: BuyerValues;
  command: Command<Input>;
  submit: string;
  /** What somebody else saved meanwhile, where the person typed something else. */
  clashes?: string[];
  onSubmit: (values: BuyerValues) => void;
  onCancel: () => void;
}

const number = (value: string) => (/^\s*\d{1,3}\s*$/.test(value) ? null : texts.buyers.numberNeeded);
const some = (values: string[]) => (values.length > 0 ? null : texts.buyers.oneNeeded);

export function BuyerForm<Input>({ initial, command, submit, clashes, onSubmit, onCancel }: BuyerFormProps<Input>) {
  const form = useForm<BuyerValues>({
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() ? null : texts.buyers.nameNeeded),
      minimumMonths: number,
      deduction: number,
      paymentDays: number,
      grades: some,
      channels: some,
    },
  });
  return (
    <CommandForm
      form={form}
      problem={clashes && command.problem?.code === 'request.version-conflict' ? undefined : command.problem}
      pending={command.pending}
      submit={submit}
      onSubmit={onSubmit}
      onCancel={onCancel}
    >
      {clashes && (
        <Banner color="yellow" title={texts.conflict.title} news={clashes}>
          {texts.conflict.form}
          {clashes.map((clash) => (
            <Text size="sm" fw={600} key={clash}>
              {clash}
            </Text>
          ))}
        </Banner>
      )}
      <TextInput label={texts.buyers.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={texts.buyers.contact} autoComplete="off" {...form.getInputProps('contact')} />
        <TextInput label={texts.buyers.phone} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label={texts.buyers.email} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <TextInput label={texts.buyers.minimumMonths} inputMode="numeric" {...form.getInputProps('minimumMonths')} />
        <TextInput
          label={texts.buyers.deduction}
          inputMode="numeric"
          rightSection="%"
          {...form.getInputProps('deduction')}
        />
        <TextInput label={texts.buyers.paymentDays} inputMode="numeric" {...form.getInputProps('paymentDays')} />
      </SimpleGrid>
      <Select
        label={texts.buyers.priceFixed}
        data={Object.entries(texts.buyers.pricesFixed).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('priceFixed')}
      />
      <Checkbox.Group label={texts.buyers.grades} {...form.getInputProps('grades')}>
        <SimpleGrid cols={2} spacing="xs" mt={6}>
          {(['PERFECT', 'SLIGHT_DAMAGE'] as const).map((grade) => (
            <Checkbox key={grade} value={grade} label={texts.deals.grades[grade]} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Checkbox.Group label={texts.buyers.channels} {...form.getInputProps('channels')}>
        <SimpleGrid cols={2} spacing="xs" mt={6}>
          {Object.entries(texts.catalog.channels).map(([channel, label]) => (
            <Checkbox key={channel} value={channel} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Textarea label={texts.buyers.note} autosize minRows={2} {...form.getInputProps('note')} />
    </CommandForm>
  );
}
