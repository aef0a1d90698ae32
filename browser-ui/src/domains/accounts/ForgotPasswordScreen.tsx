import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { CommandForm } from '../../shared/form/CommandForm';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { askPasswordReset } from './commands';
import { DoorFrame } from './DoorFrame';
import { SimulatorNote } from './SimulatorNote';

/** Asks for a link by mail. What comes next is the same whether or not there is such an account. */
export function ForgotPasswordScreen() {
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : texts.signUp.emailNeeded) },
  });
  const asking = useMutation({
    mutationFn: (values: typeof form.values) => askPasswordReset(values.email.trim()),
    networkMode: 'always',
  });
  const footer = (
    <AnchorLink to="/sign-in" inherit>
      {texts.access.toSignIn}
    </AnchorLink>
  );
  if (asking.isSuccess) {
    return (
      <DoorFrame title={texts.access.forgotTitle} lead="" footer={footer}>
        <Empty
          picture="calm"
          title={texts.access.forgotDone}
          text={texts.access.forgotDoneHint}
          action={<SimulatorNote />}
        />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={texts.access.forgotTitle} lead={texts.access.forgotLead} footer={footer}>
      <CommandForm
        form={form}
        problem={asking.error ? Problem.of(asking.error) : undefined}
        pending={asking.isPending}
        submit={texts.access.forgotSubmit}
        fullWidth
        onSubmit={(values) => {
          asking.mutate(values);
        }}
      >
        <TextInput
          label={texts.signIn.email}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
      </CommandForm>
    </DoorFrame>
  );
}
