import { ActionIcon, Button, Group, Select, Stack, Text, Textarea, TextInput, type SelectProps } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer, Body } from '../../api/types';
import type { Command } from '../../shared/command';
import { Banner, CommandForm } from '../../shared/form/CommandForm';
import { AddressFields, SuggestInput, emptyAddress, filledAddress, type AddressValues } from '../../shared/form/inputs';
import { phone } from '../../shared/format';
import { texts } from '../../texts';
import { useLeadSources } from './queries';

type Label = NonNullable<Answer<'/api/customers/{id}'>['contacts'][number]['label']>;

/** A number or an e-mail address as it is typed; the first one is the usual one. */
type Reach = { value: string; label: Label | '' };

export type PersonValues = {
  name: string;
  phones: Reach[];
  emails: Reach[];
  leadSource: string;
  note: string;
  addresses: { address: AddressValues; label: Label | '' }[];
};

const noReach: Reach = { value: '', label: '' };

export const nobody: PersonValues = {
  name: '',
  phones: [noReach],
  emails: [noReach],
  leadSource: '',
  note: '',
  addresses: [{ address: emptyAddress, label: '' }],
};

/** Somebody of whom only a number is known. */
export function reachedAt(number: string): PersonValues {
  return { ...nobody, phones: [{ value: phone(number), label: '' }] };
}

/** A person as the form shows them. */
export function valuesOf(customer: Answer<'/api/customers/{id}'>): PersonValues {
  const reach = (kind: 'PHONE' | 'EMAIL'): Reach[] => {
    const known = customer.contacts.filter((contact) => contact.kind === kind);
    return known.length > 0
      ? known.map(({ value, label }) => ({ value: kind === 'PHONE' ? phone(value) : value, label: label ?? '' }))
      : [noReach];
  };
  return {
    name: customer.name,
    phones: reach('PHONE'),
    emails: reach('EMAIL'),
    leadSource: customer.leadSource ?? '',
    note: '',
    addresses:
      customer.addresses.length > 0
        ? customer.addresses.map(({ address, label }) => ({
            address: { ...emptyAddress, ...address },
            label: label ?? '',
          }))
        : nobody.addresses,
  };
}

/** A new person as the API takes one: empty fields left out. */
export function newOf(values: PersonValues): Body<'/api/customers', 'post'> {
  const address = filledAddress(values.addresses[0]?.address ?? emptyAddress);
  return {
    name: values.name.trim(),
    phones: filled(values.phones).map(({ value }) => value),
    emails: filled(values.emails).map(({ value }) => value),
    ...(values.leadSource.trim() ? { leadSource: values.leadSource.trim() } : {}),
    ...(values.note.trim() ? { note: values.note.trim() } : {}),
    ...(address ? { address } : {}),
  };
}

/** The card as the API takes it: whole, empty fields left out. */
export function cardOf(values: PersonValues): Body<'/api/customers/{id}', 'put'> {
  const addresses = values.addresses.flatMap(({ address, label }) => {
    const typed = filledAddress(address);
    return typed ? [{ address: typed, ...labelled(label) }] : [];
  });
  return {
    name: values.name.trim(),
    contacts: [
      ...filled(values.phones).map(({ value, label }) => ({ kind: 'PHONE' as const, value, ...labelled(label) })),
      ...filled(values.emails).map(({ value, label }) => ({ kind: 'EMAIL' as const, value, ...labelled(label) })),
    ],
    addresses,
    ...(values.leadSource.trim() ? { leadSource: values.leadSource.trim() } : {}),
  };
}

function filled(entries: Reach[]): Reach[] {
  return entries.map(({ value, label }) => ({ value: value.trim(), label })).filter(({ value }) => value !== '');
}

function labelled(label: Label | ''): { label?: Label } {
  return label ? { label } : {};
}

interface PersonFormProps<Input> {
  initial: PersonValues;
  command: Command<Input>;
  submit: string;
  /** What somebody else saved meanwhile, where the person typed something else. */
  clashes?: string[];
  /** Beside what is typed: who in the books may be the same person. */
  hints?: (values: PersonValues) => ReactNode;
  /** A new person has a first note, and no labels yet. */
  isNew?: boolean;
  onSubmit: (values: PersonValues) => void;
  onCancel: () => void;
}

export function PersonForm<Input>(props: PersonFormProps<Input>) {
  const { initial, command, submit, clashes, hints, isNew = false, onSubmit, onCancel } = props;
  const leadSources = useLeadSources();
  const form = useForm<PersonValues>({
    initialValues: initial,
    validate: { name: (value) => (value.trim() ? null : texts.quote.nameNeeded) },
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
      <TextInput label={texts.people.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <Several form={form} path="phones" labels={!isNew} />
      <Several form={form} path="emails" labels={!isNew} />
      {hints?.(form.values)}
      <SuggestInput
        label={texts.quote.leadSource}
        data={leadSources.data ?? []}
        {...form.getInputProps('leadSource')}
      />
      {form.values.addresses.map((_, index) => (
        <Stack gap="sm" key={index}>
          {!isNew && (
            <Group gap="xs" justify="space-between" align="flex-end">
              <LabelSelect
                {...form.getInputProps(`addresses.${String(index)}.label`)}
                label={texts.people.addressNumbered(index + 1)}
              />
              {form.values.addresses.length > 1 && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => {
                    form.removeListItem('addresses', index);
                  }}
                >
                  {texts.people.removeAddress}
                </Button>
              )}
            </Group>
          )}
          <AddressFields at={`addresses.${String(index)}.address`} input={(path) => form.getInputProps(path)} />
        </Stack>
      ))}
      {isNew ? (
        <Textarea label={texts.people.note} autosize minRows={2} {...form.getInputProps('note')} />
      ) : (
        <AddButton
          onClick={() => {
            form.insertListItem('addresses', { address: emptyAddress, label: '' });
          }}
        >
          {texts.people.addAddress}
        </AddButton>
      )}
    </CommandForm>
  );
}

function LabelSelect(props: SelectProps) {
  return (
    <Select
      data={(['MOBILE', 'HOME', 'WORK', 'OTHER'] as const).map((value) => ({
        value,
        label: texts.people.labels[value],
      }))}
      placeholder={texts.people.noLabel}
      clearable
      w={130}
      {...props}
      value={props.value ?? null}
      onChange={(value, option) => {
        props.onChange?.(value ?? '', option);
      }}
    />
  );
}

const REACHES = {
  phones: { label: texts.people.phoneNumbered, add: texts.people.addPhone, type: 'tel' },
  emails: { label: texts.people.emailNumbered, add: texts.people.addEmail, type: 'email' },
};

interface SeveralProps {
  form: UseFormReturnType<PersonValues>;
  path: 'phones' | 'emails';
  labels: boolean;
}

function Several({ form, path, labels }: SeveralProps) {
  const { label, add, type } = REACHES[path];
  const entries = form.values[path];
  return (
    <Stack gap={6}>
      {entries.map((_, index) => {
        const at = `${path}.${String(index)}`;
        return (
          <Group key={index} gap={6} align="flex-end" wrap="nowrap">
            <TextInput
              label={label(index + 1)}
              type={type}
              autoComplete="off"
              flex={1}
              {...form.getInputProps(`${at}.value`)}
              error={form.errors[at] ?? form.errors[`${at}.value`]}
            />
            {labels && (
              <LabelSelect {...form.getInputProps(`${at}.label`)} aria-label={texts.people.labelOf(label(index + 1))} />
            )}
            {entries.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={texts.people.remove(label(index + 1))}
                onClick={() => {
                  form.removeListItem(path, index);
                }}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        );
      })}
      <AddButton
        onClick={() => {
          form.insertListItem(path, noReach);
        }}
      >
        {add}
      </AddButton>
    </Stack>
  );
}

function AddButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
