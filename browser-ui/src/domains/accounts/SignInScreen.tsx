import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { signIn } from './commands';
import { DoorFrame } from './DoorFrame';
import { AnchorLink } from '../../shared/links';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { next } = route.useSearch();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { email: '', password: '', remember: false },
    validate: {
      email: (value) => (value.trim() ? null : texts.common.required(texts.signIn.email)),
      password: (value) => (value ? null : texts.common.required(texts.signIn.password)),
    },
  });
  const entering = useMutation({
    mutationFn: (values: typeof form.values) => signIn(queries, { ...values, email: values.email.trim() }),
    onSuccess: () => navigate({ href: next ?? '/' }),
    networkMode: 'always',
  });

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
        problem={entering.error ? Problem.of(entering.error) : undefined}
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
        <Checkbox label={texts.signIn.remember} {...form.getInputProps('remember', { type: 'checkbox' })} />
      </CommandForm>
    </DoorFrame>
  );
}
