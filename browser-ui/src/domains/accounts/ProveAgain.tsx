import { Button, Modal, PasswordInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBrandGoogle, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { provedBy } from '../../api/fresh';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { goToGoogle, prove, proveByPasskey } from './commands';
import { passkeysWork } from './passkeys';
import { useGoogleLink } from './queries';

/** Before what can't be taken back: the password once more. Then the request that wanted it goes on by itself. */
export function ProveAgain() {
  const [answer, setAnswer] = useState<(proved: boolean) => void>();
  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        setAnswer(() => resolve);
      }),
    [],
  );
  useEffect(() => provedBy(ask), [ask]);
  const settle = (proved: boolean) => {
    answer?.(proved);
    setAnswer(undefined);
  };
  return (
    <Modal
      opened={answer !== undefined}
      onClose={() => {
        settle(false);
      }}
      title={texts.prove.title}
      zIndex={400}
    >
      <ProveForm settle={settle} />
    </Modal>
  );
}

function ProveForm({ settle }: { settle: (proved: boolean) => void }) {
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: { password: (value) => (value ? null : texts.common.required(texts.signIn.password)) },
  });
  const proving = useMutation({
    mutationFn: ({ password, code }: typeof form.values) => prove({ password, ...(code ? { code } : {}) }),
    onSuccess: () => {
      settle(true);
    },
    networkMode: 'always',
  });
  const byPasskey = useMutation({
    mutationFn: proveByPasskey,
    onSuccess: () => {
      settle(true);
    },
    networkMode: 'always',
  });
  const google = useGoogleLink();
  // The screen is left for it: what was wanted is asked for again once one is back.
  const byGoogle = useMutation({
    mutationFn: () => goToGoogle(window.location.pathname),
    networkMode: 'always',
  });
  const failed = proving.error ?? byPasskey.error ?? byGoogle.error;
  const problem = failed ? Problem.of(failed) : undefined;
  const wantsCode = problem?.code.startsWith('accounts.second-factor-') === true || form.values.code !== '';
  return (
    <CommandForm
      form={form}
      problem={problem?.code === 'accounts.second-factor-needed' ? undefined : problem}
      pending={proving.isPending}
      submit={texts.prove.submit}
      onCancel={() => {
        settle(false);
      }}
      aside={
        <>
          {passkeysWork && (
            <Button
              variant="subtle"
              leftSection={<IconFingerprint size={18} aria-hidden />}
              loading={byPasskey.isPending}
              onClick={() => {
                byPasskey.mutate();
              }}
            >
              {texts.prove.passkey}
            </Button>
          )}
          {google.data?.linked && (
            <Button
              variant="subtle"
              leftSection={<IconBrandGoogle size={18} aria-hidden />}
              loading={byGoogle.isPending || byGoogle.isSuccess}
              onClick={() => {
                byGoogle.mutate();
              }}
            >
              {texts.prove.google}
            </Button>
          )}
        </>
      }
      onSubmit={(values) => {
        proving.mutate(values);
      }}
    >
      <Text size="sm">{texts.prove.text}</Text>
      <PasswordInput
        label={texts.signIn.password}
        autoComplete="current-password"
        data-autofocus
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
    </CommandForm>
  );
}
