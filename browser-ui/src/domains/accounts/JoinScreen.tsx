import { Checkbox, PasswordInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { AnchorLink } from '../../shared/links';
import { SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { join } from './commands';
import { DoorFrame } from './DoorFrame';
import { LEAST_PASSWORD } from './passwords';
import { PolicyAgreement } from './PolicyAgreement';
import { useInvitation, usePolicy } from './queries';

type Invitation = Answer<'/api/invitations/open', 'post'>;

/** What somebody sees who follows the link of an invitation: who asks them, and what it takes to join. */
export function JoinScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(token);
  const title = invitation.data ? texts.join.title(invitation.data.businessName) : texts.join.plain;
  return (
    <DoorFrame
      title={title}
      lead={invitation.data ? texts.join.lead[invitation.data.role] : ''}
      footer={
        <>
          {texts.signUp.haveAccount}{' '}
          <AnchorLink to="/sign-in" inherit>
            {texts.signUp.signIn}
          </AnchorLink>
        </>
      }
    >
      {invitation.data ? (
        <JoinForm invitation={invitation.data} token={token} />
      ) : invitation.error ? (
        <Text role="alert">{texts.problems['accounts.invitation-void']}</Text>
      ) : (
        <SkeletonLines lines={4} />
      )}
    </DoorFrame>
  );
}

function JoinForm({ invitation, token }: { invitation: Invitation; token: string }) {
  const policy = usePolicy();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newId);
  const form = useForm({
    initialValues: { password: '', attestsAdult: false, policyVersion: false },
    validate: {
      password: (value) => (value.length >= LEAST_PASSWORD ? null : texts.signUp.passwordShort),
      attestsAdult: (value) => (value ? null : texts.signUp.adultNeeded),
      policyVersion: (value) => (value ? null : texts.signUp.policyNeeded),
    },
  });
  const joining = useMutation({
    mutationFn: ({ password, attestsAdult }: typeof form.values) =>
      join(queries, { token, password, attestsAdult, policyVersion: policy.data?.version ?? '' }, key),
    onSuccess: () => navigate({ to: '/' }),
    networkMode: 'always',
  });
  return (
    <CommandForm
      form={form}
      problem={joining.error ? Problem.of(joining.error) : undefined}
      pending={joining.isPending}
      submit={texts.join.submit}
      fullWidth
      onSubmit={(values) => {
        joining.mutate(values);
      }}
    >
      <TextInput label={texts.signUp.email} value={invitation.email} readOnly autoComplete="username" />
      <PasswordInput
        label={texts.signUp.password}
        description={texts.signUp.passwordHint}
        autoComplete="new-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
        {...form.getInputProps('password')}
      />
      <Checkbox label={texts.signUp.adult} {...form.getInputProps('attestsAdult', { type: 'checkbox' })} />
      <PolicyAgreement version={policy.data?.version} {...form.getInputProps('policyVersion', { type: 'checkbox' })} />
    </CommandForm>
  );
}
