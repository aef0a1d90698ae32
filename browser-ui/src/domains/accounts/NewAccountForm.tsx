import { Checkbox, Collapse, PasswordInput, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { AddressFields, emptyAddress, filledAddress } from '../../shared/form/inputs';
import { texts } from '../../texts';
import { LEAST_PASSWORD } from './passwords';
import { PolicyAgreement } from './PolicyAgreement';
import { usePolicy } from './queries';

/** What was filled in, as far as it was asked for. */
export interface NewAccount {
  password: string;
  businessName: string;
  contact: { phone?: string; address?: ReturnType<typeof filledAddress> };
  attestsAdult: boolean;
  policyVersion: string;
  timeZone: string;
}

interface NewAccountFormProps {
  /** Known to be theirs: by the link that came there, or by Google. */
  email: string;
  asksPassword?: boolean;
  asksBusiness?: boolean;
  hint?: string;
  submit: string;
  /** Makes the account; the key lives as long as the form does, so that a second click makes no second one. */
  make: (queries: QueryClient, account: NewAccount, key: string) => Promise<void>;
}

/** What everybody fills in who gets an account, by whichever door they come. */
export function NewAccountForm({ email, asksPassword, asksBusiness, hint, submit, make }: NewAccountFormProps) {
  const policy = usePolicy();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [contactOpen, contact] = useDisclosure(false);
  const [key] = useState(newId);
  const form = useForm({
    initialValues: {
      password: '',
      businessName: '',
      phone: '',
      address: emptyAddress,
      attestsAdult: false,
      policyVersion: false,
    },
    validate: {
      password: (value) => (!asksPassword || value.length >= LEAST_PASSWORD ? null : texts.signUp.passwordShort),
      businessName: (value) =>
        !asksBusiness || value.trim() ? null : texts.common.required(texts.signUp.businessName),
      attestsAdult: (value) => (value ? null : texts.signUp.adultNeeded),
      policyVersion: (value) => (value ? null : texts.signUp.policyNeeded),
    },
  });
  const making = useMutation({
    mutationFn: (values: typeof form.values) => {
      const address = filledAddress(values.address);
      return make(
        queries,
        {
          password: values.password,
          businessName: values.businessName.trim(),
          contact: {
            ...(values.phone.trim() ? { phone: values.phone.trim() } : {}),
            ...(address ? { address } : {}),
          },
          attestsAdult: values.attestsAdult,
          policyVersion: policy.data?.version ?? '',
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        key,
      );
    },
    onSuccess: () => navigate({ to: '/' }),
    onError: (error) => {
      const problem = Problem.of(error);
      if (problem.code === 'accounts.policy-outdated') {
        form.setFieldValue('policyVersion', false);
        void policy.refetch();
      }
      if (problem.faults.some(({ field }) => field.startsWith('phone') || field.startsWith('address'))) contact.open();
    },
    networkMode: 'always',
  });
  return (
    <CommandForm
      form={form}
      problem={making.error ? Problem.of(making.error) : undefined}
      pending={making.isPending}
      submit={submit}
      fullWidth
      onSubmit={(values) => {
        making.mutate(values);
      }}
    >
      <TextInput label={texts.signUp.email} value={email} readOnly autoComplete="username" />
      {asksPassword && (
        <PasswordInput
          label={texts.signUp.password}
          description={texts.signUp.passwordHint}
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
          {...form.getInputProps('password')}
        />
      )}
      {asksBusiness && (
        <>
          <TextInput
            label={texts.signUp.businessName}
            autoComplete="organization"
            autoFocus={!asksPassword}
            {...form.getInputProps('businessName')}
          />
          <UnstyledButton
            onClick={contact.toggle}
            aria-expanded={contactOpen}
            aria-controls="contact"
            style={{ display: 'flex', alignItems: 'center', gap: 6, fontSize: 14 }}
          >
            {contactOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            {texts.signUp.contact}
          </UnstyledButton>
          <Collapse expanded={contactOpen} id="contact">
            <Stack gap="sm">
              <TextInput label={texts.signUp.phone} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
              <AddressFields input={(path) => form.getInputProps(path)} />
            </Stack>
          </Collapse>
        </>
      )}
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <Checkbox label={texts.signUp.adult} {...form.getInputProps('attestsAdult', { type: 'checkbox' })} />
      <PolicyAgreement version={policy.data?.version} {...form.getInputProps('policyVersion', { type: 'checkbox' })} />
    </CommandForm>
  );
}
