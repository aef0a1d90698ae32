import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { CommandForm } from '../../shared/form/CommandForm';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { SkeletonLines } from '../../shared/Screen';
import { problemText, texts } from '../../texts';
import { answerOfGoogle, linkGoogle, signInByGoogle, signUpByGoogle } from './commands';
import { DoorFrame } from './DoorFrame';
import { HaveAccount } from './HaveAccount';
import { NewAccountForm } from './NewAccountForm';
import { askWhoIsSignedIn } from './queries';

type Answered = Answer<'/api/sign-in/google/answer', 'post'>;

/** Where Google sends a browser back to: what it brought is taken once, and its address forgotten. */
export function GoogleScreen() {
  const [brought] = useState(() => new URLSearchParams(window.location.search));
  const answering = useMutation({
    mutationFn: async () => {
      const answered = await answerOfGoogle({ code: brought.get('code') ?? '', state: brought.get('state') ?? '' });
      // As it is now: what follows signs somebody in, and is no wish to link anything then.
      return { answered, signedIn: await askWhoIsSignedIn() };
    },
    networkMode: 'always',
  });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    answering.mutate();
  });
  if (answering.error) return <Refused problem={Problem.of(answering.error)} />;
  if (!answering.data) return <Waiting />;
  const { answered, signedIn } = answering.data;
  if (answered.standing === 'LINKED') return <Enter answered={answered} />;
  if (signedIn) return <Link answered={answered} />;
  return answered.standing === 'KNOWN_ADDRESS' ? (
    <Enter answered={answered} byPassword />
  ) : (
    <SignUp answered={answered} />
  );
}

function Waiting() {
  return (
    <DoorFrame title={texts.google.title} lead="" footer={null}>
      <SkeletonLines lines={3} />
    </DoorFrame>
  );
}

function Refused({ problem }: { problem: Problem }) {
  return (
    <DoorFrame title={texts.google.title} lead="" footer={null}>
      <Empty
        picture="page"
        title={problemText(problem.code)}
        action={<ButtonLink to="/sign-in">{texts.access.toSignIn}</ButtonLink>}
      />
    </DoorFrame>
  );
}

/** Signs in; where the account at Google isn't linked yet, its owner shows by the password that it may be. */
function Enter({ answered, byPassword = false }: { answered: Answered; byPassword?: boolean }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value || !byPassword ? null : texts.common.required(texts.signIn.password)),
    },
  });
  const entering = useMutation({
    mutationFn: ({ password, code }: typeof form.values) =>
      signInByGoogle(queries, { ...(byPassword ? { password } : {}), ...(code.trim() ? { code: code.trim() } : {}) }),
    onSuccess: () => navigate({ href: answered.next }),
    networkMode: 'always',
  });
  const begun = useRef(byPassword);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    entering.mutate(form.getValues());
  });
  const problem = entering.error ? Problem.of(entering.error) : undefined;
  const wantsCode = problem?.code.startsWith('accounts.second-factor-') === true || form.values.code !== '';
  if (!byPassword && !wantsCode) return problem ? <Refused problem={problem} /> : <Waiting />;
  return (
    <DoorFrame
      title={byPassword ? texts.google.linkTitle : texts.signIn.title}
      lead={byPassword ? texts.google.linkLead(answered.email) : answered.email}
      footer={
        byPassword && (
          <AnchorLink to="/forgot-password" inherit>
            {texts.signIn.forgot}
          </AnchorLink>
        )
      }
    >
      <CommandForm
        form={form}
        problem={problem?.code === 'accounts.second-factor-needed' ? undefined : problem}
        pending={entering.isPending}
        submit={byPassword ? texts.google.linkSubmit : texts.signIn.submit}
        fullWidth
        onSubmit={(values) => {
          entering.mutate(values);
        }}
      >
        {byPassword && (
          <PasswordInput
            label={texts.signIn.password}
            autoComplete="current-password"
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
            {...form.getInputProps('password')}
          />
        )}
        {wantsCode && (
          <TextInput
            label={texts.secondStep.code}
            description={texts.signIn.codeHint}
            autoComplete="one-time-code"
            autoFocus
            {...form.getInputProps('code')}
          />
        )}
      </CommandForm>
    </DoorFrame>
  );
}

/** Somebody who is signed in wanted it: the account at Google is linked with theirs. */
function Link({ answered }: { answered: Answered }) {
  const navigate = useNavigate();
  const linking = useMutation({
    mutationFn: linkGoogle,
    onSuccess: () => {
      tell(texts.google.linked);
      return navigate({ href: answered.next });
    },
    networkMode: 'always',
  });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    linking.mutate();
  });
  return linking.error ? <Refused problem={Problem.of(linking.error)} /> : <Waiting />;
}

function SignUp({ answered }: { answered: Answered }) {
  return (
    <DoorFrame title={texts.signUp.title} lead={texts.signUp.lead} footer={<HaveAccount />}>
      <NewAccountForm
        email={answered.email}
        asksBusiness
        hint={texts.google.noPassword}
        submit={texts.signUp.submit}
        make={(queries, { businessName, contact, attestsAdult, policyVersion, timeZone }) =>
          signUpByGoogle(queries, {
            email: answered.email,
            businessName,
            ...contact,
            attestsAdult,
            policyVersion,
            timeZone,
          })
        }
      />
    </DoorFrame>
  );
}
