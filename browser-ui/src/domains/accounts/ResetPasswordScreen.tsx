import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { CommandForm } from '../../shared/form/CommandForm';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { texts } from '../../texts';
import { resetPassword } from './commands';
import { DoorFrame } from './DoorFrame';
import { LEAST_PASSWORD } from './passwords';

/** Where the link of the mail leads. */
export function ResetPasswordScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value.length >= LEAST_PASSWORD ? null : texts.signUp.passwordShort) },
  });
  const resetting = useMutation({
    mutationFn: ({ password }: typeof form.values) => resetPassword({ token, password }),
    networkMode: 'always',
  });
  const footer = (
    <AnchorLink to="/forgot-password" inherit>
      {texts.signIn.forgot}
    </AnchorLink>
  );
  if (resetting.isSuccess) {
    return (
      <DoorFrame title={texts.access.resetTitle} lead="" footer={null}>
        <Empty
          picture="calm"
          title={texts.access.resetDone}
          text={texts.access.resetDoneHint}
          action={<ButtonLink to="/sign-in">{texts.signIn.submit}</ButtonLink>}
        />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={texts.access.resetTitle} lead={texts.access.resetLead} footer={footer}>
      <CommandForm
        form={form}
        problem={resetting.error ? Problem.of(resetting.error) : undefined}
        pending={resetting.isPending}
        submit={texts.access.resetSubmit}
        fullWidth
        onSubmit={(values) => {
          resetting.mutate(values);
        }}
      >
        <PasswordInput
          label={texts.access.newPassword}
          description={texts.signUp.passwordHint}
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': texts.signUp.showPassword }}
          {...form.getInputProps('password')}
        />
      </CommandForm>
    </DoorFrame>
  );
}
