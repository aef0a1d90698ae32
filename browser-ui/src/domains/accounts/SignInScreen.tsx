import { Button, Checkbox, Divider, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Problem } from '../../api/problem';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { signIn, signInByPasskey } from './commands';
import { DoorFrame } from './DoorFrame';
import { GoogleButton } from './GoogleButton';
import { AnchorLink } from '../../shared/links';
import { passkeysWork } from './passkeys';
import { useGoogleOffer } from './queries';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { next } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const form = useForm({
    initialValues: { email: '', password: '', code: '', remember: false },
    validate: {
      email: (value) => (value.trim() ? null : texts.common.required(texts.signIn.email)),
      password: (value) => (value ? null : texts.common.required(texts.signIn.password)),
    },
  });
  const entering = useMutation({
    mutationFn: (values: typeof form.values) => {
      // What stands behind the door comes while the password is looked at.
      void router.preloadRoute({ to: '/' });
      return signIn(queries, {
        email: values.email.trim(),
        password: values.password,
        remember: values.remember,
        ...(values.code.trim() ? { code: values.code.trim() } : {}),
      });
    },
    onSuccess: () => router.navigate({ href: next ?? '/' }),
    networkMode: 'always',
  });

  const byPasskey = useMutation({
    mutationFn: () => signInByPasskey(queries),
    onSuccess: () => router.navigate({ href: next ?? '/' }),
    networkMode: 'always',
  });
  const problem = entering.error ? Problem.of(entering.error) : undefined;
  const waysAreKnown = !useGoogleOffer().isPending;
  const wantsCode = problem?.code.startsWith('accounts.second-factor-') === true || form.values.code !== '';

  // A button that came later would push away what a person is about to click.
  if (!waysAreKnown) return null;
  return (
    <DoorFrame
      title={texts.signIn.title}
      lead={texts.signIn.lead}
      footer={
        <>
          <AnchorLink to="/forgot-password" inherit>
            {texts.signIn.forgot}
          </AnchorLink>
          <br />
          {texts.signIn.noAccount}{' '}
          <AnchorLink to="/sign-up" inherit>
            {texts.signIn.signUp}
          </AnchorLink>
        </>
      }
    >
      <CommandForm
        form={form}
        problem={problem?.code === 'accounts.second-factor-needed' ? undefined : problem}
        pending={entering.isPending}
        submit={texts.signIn.submit}
        fullWidth
        onSubmit={(values) => {
          entering.mutate(values);
        }}
      >
        <TextInput
          label={texts.signIn.email}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={texts.signIn.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
          {...form.getInputProps('password')}
        />
        {wantsCode && (
          <TextInput
            label={texts.secondStep.code}
            description={texts.signIn.codeHint}
            autoComplete="one-time-code"
            autoFocus
            {...form.getInputProps('code')}
          />
        )}
        <Checkbox label={texts.signIn.remember} {...form.getInputProps('remember', { type: 'checkbox' })} />
      </CommandForm>
      {passkeysWork && (
        <>
          <Divider label={texts.signIn.or} my="md" />
          {byPasskey.error && <ProblemBanner problem={Problem.of(byPasskey.error)} />}
          <Button
            variant="default"
            fullWidth
            mt={byPasskey.error ? 'sm' : 0}
            leftSection={<IconFingerprint size={18} aria-hidden />}
            loading={byPasskey.isPending}
            onClick={() => {
              byPasskey.mutate();
            }}
          >
            {texts.signIn.passkey}
          </Button>
        </>
      )}
      <GoogleButton next={next} />
    </DoorFrame>
  );
}
