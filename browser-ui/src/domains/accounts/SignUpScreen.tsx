import { Checkbox, Collapse, PasswordInput, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { AddressFields, emptyAddress, filledAddress } from '../../shared/form/inputs';
import { texts } from '../../texts';
import { signUp } from './commands';
import { DoorFrame } from './DoorFrame';
import { GoogleButton } from './GoogleButton';
import { LEAST_PASSWORD } from './passwords';
import { PolicyAgreement } from './PolicyAgreement';
import { usePolicy } from './queries';
import { AnchorLink } from '../../shared/links';

export function SignUpScreen() {
  const policy = usePolicy();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [contactOpen, contact] = useDisclosure(false);
  const [key] = useState(newId);
  const form = useForm({
    initialValues: {
      email: '',
      password: '',
      businessName: '',
      phone: '',
      address: emptyAddress,
      attestsAdult: false,
      policyVersion: false,
    },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : texts.signUp.emailNeeded),
      password: (value) => (value.length >= LEAST_PASSWORD ? null : texts.signUp.passwordShort),
      businessName: (value) => (value.trim() ? null : texts.common.required(texts.signUp.businessName)),
      attestsAdult: (value) => (value ? null : texts.signUp.adultNeeded),
      policyVersion: (value) => (value ? null : texts.signUp.policyNeeded),
    },
  });
  const joining = useMutation({
    mutationFn: (values: typeof form.values) => {
      const address = filledAddress(values.address);
      return signUp(
        queries,
        {
          email: values.email.trim(),
          password: values.password,
          businessName: values.businessName.trim(),
          ...(values.phone.trim() ? { phone: values.phone.trim() } : {}),
          ...(address ? { address } : {}),
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
    <DoorFrame
      title={texts.signUp.title}
      lead={texts.signUp.lead}
      footer={
        <>
          {texts.signUp.haveAccount}{' '}
          <AnchorLink to="/sign-in" inherit>
            {texts.signUp.signIn}
          </AnchorLink>
        </>
      }
    >
      <CommandForm
        form={form}
        problem={joining.error ? Problem.of(joining.error) : undefined}
        pending={joining.isPending}
        submit={texts.signUp.submit}
        fullWidth
        onSubmit={(values) => {
          joining.mutate(values);
        }}
      >
        <TextInput
          label={texts.signUp.email}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={texts.signUp.password}
          description={texts.signUp.passwordHint}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
          {...form.getInputProps('password')}
        />
        <TextInput
          label={texts.signUp.businessName}
          autoComplete="organization"
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
        <Checkbox label={texts.signUp.adult} {...form.getInputProps('attestsAdult', { type: 'checkbox' })} />
        <PolicyAgreement
          version={policy.data?.version}
          {...form.getInputProps('policyVersion', { type: 'checkbox' })}
        />
      </CommandForm>
      <GoogleButton />
    </DoorFrame>
  );
}
