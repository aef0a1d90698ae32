import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Answer, Body } from '../../api/types';
import type { Command } from '../../shared/command';
import { Banner, CommandForm } from '../../shared/form/CommandForm';
import { AddressFields, SuggestInput, emptyAddress, filledAddress, type AddressValues } from '../../shared/form/inputs';
import { phone } from '../../shared/format';
import { texts } from '../../texts';
import { useLeadSources } from './queries';

export type PersonValues = {
  name: string;
  phones: string[];
  emails: string[];
  leadSource: string;
  note: string;
  address: AddressValues;
};

export const nobody: PersonValues = {
  name: '',
  phones: [''],
  emails: [''],
  leadSource: '',
  note: '',
  address: emptyAddress,
};

/** A person as the form shows them. */
export function valuesOf(customer: Answer<'/api/customers/{id}'>): PersonValues {
  return {
    name: customer.name,
    phones: customer.phones.length > 0 ? customer.phones.map(phone) : [''],
    emails: customer.emails.length > 0 ? customer.emails : [''],
    leadSource: customer.leadSource ?? '',
    note: customer.note ?? '',
    address: { ...emptyAddress, ...customer.address },
  };
}

/** The form as the API takes it: whole, empty fields left out. */
export function bodyOf(values: PersonValues): Body<'/api/customers/{id}', 'put'> {
  const address = filledAddress(values.address);
  return {
    name: values.name.trim(),
    phones: filled(values.phones),
    emails: filled(values.emails),
    ...(values.leadSource.trim() ? { leadSource: values.leadSource.trim() } : {}),
    ...(values.note.trim() ? { note: values.note.trim() } : {}),
    ...(address ? { address } : {}),
  };
}

function filled(entries: string[]): string[] {
  return entries.map((entry) => entry.trim()).filter(Boolean);
}

interface PersonFormProps<Input> {
  initial: PersonValues;
  command: Command<Input>;
  submit: string;
  /** What somebody else saved meanwhile, where the person typed something else. */
  clashes?: string[];
  onSubmit: (values: PersonValues) => void;
  onCancel: () => void;
}

export function PersonForm<Input>({ initial, command, submit, clashes, onSubmit, onCancel }: PersonFormProps<Input>) {
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
      <Several form={form} path="phones" label={texts.people.phoneNumbered} add={texts.people.addPhone} type="tel" />
      <Several form={form} path="emails" label={texts.people.emailNumbered} add={texts.people.addEmail} type="email" />
      <SuggestInput
        label={texts.quote.leadSource}
        data={leadSources.data ?? []}
        {...form.getInputProps('leadSource')}
      />
      <AddressFields input={(path) => form.getInputProps(path)} />
      <Textarea label={texts.people.note} autosize minRows={2} {...form.getInputProps('note')} />
    </CommandForm>
  );
}

interface SeveralProps {
  form: UseFormReturnType<PersonValues>;
  path: 'phones' | 'emails';
  label: (n: number) => string;
  add: string;
  type: 'tel' | 'email';
}

function Several({ form, path, label, add, type }: SeveralProps) {
  const entries = form.values[path];
  return (
    <Stack gap={6}>
      {entries.map((_, index) => (
        <Group key={index} gap={6} align="flex-end" wrap="nowrap">
          <TextInput
            label={label(index + 1)}
            type={type}
            autoComplete="off"
            flex={1}
            {...form.getInputProps(`${path}.${String(index)}`)}
          />
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
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          form.insertListItem(path, '');
        }}
      >
        {add}
      </Button>
    </Stack>
  );
}
