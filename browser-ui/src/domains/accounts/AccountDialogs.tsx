import { Button, Group, Modal, PasswordInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { refresh } from '../../shared/command';
import { CommandForm } from '../../shared/form/CommandForm';
import { tell, tellProblem, tellText } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { askEmailChange, changePassword, closeAccount, dropEmailChange } from './commands';
import { LEAST_PASSWORD } from './passwords';

const eye = { visibilityToggleButtonProps: { 'aria-label': texts.signUp.showPassword } };

/** Password and address, each changed in a dialog that asks for the present password. */
export function CredentialButtons() {
  const { wantedEmail } = useSession();
  const [password, onPassword] = useDisclosure(false);
  const [email, onEmail] = useDisclosure(false);
  const queries = useQueryClient();
  const dropping = useMutation({
    mutationFn: () => dropEmailChange(queries),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Stack gap="sm" mt="sm">
      {wantedEmail && (
        <Group gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {texts.access.wanted(wantedEmail)}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              dropping.mutate();
            }}
          >
            {texts.access.drop}
          </Button>
        </Group>
      )}
      <Group gap="sm">
        <Button variant="default" size="compact-sm" onClick={onPassword.open}>
          {texts.access.changePassword}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onEmail.open}>
          {texts.access.changeEmail}
        </Button>
      </Group>
      <Modal opened={password} onClose={onPassword.close} title={texts.access.changePassword}>
        <PasswordForm onDone={onPassword.close} />
      </Modal>
      <Modal opened={email} onClose={onEmail.close} title={texts.access.changeEmail}>
        <EmailForm onDone={onEmail.close} />
      </Modal>
    </Stack>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (value ? null : texts.common.required(texts.access.current)),
      password: (value) => (value.length >= LEAST_PASSWORD ? null : texts.signUp.passwordShort),
    },
  });
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      tellText(texts.access.passwordChanged);
      onDone();
      return refresh(queries);
    },
  });
  return (
    <CommandForm
      form={form}
      problem={changing.error ? Problem.of(changing.error) : undefined}
      pending={changing.isPending}
      submit={texts.access.changePassword}
      onCancel={onDone}
      onSubmit={(values) => {
        changing.mutate(values);
      }}
    >
      <PasswordInput
        label={texts.access.current}
        autoComplete="current-password"
        data-autofocus
        {...eye}
        {...form.getInputProps('current')}
      />
      <PasswordInput
        label={texts.access.newPassword}
        description={texts.signUp.passwordHint}
        autoComplete="new-password"
        {...eye}
        {...form.getInputProps('password')}
      />
    </CommandForm>
  );
}

function EmailForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : texts.signUp.emailNeeded),
      password: (value) => (value ? null : texts.common.required(texts.access.current)),
    },
  });
  const asking = useMutation({
    mutationFn: (values: typeof form.values) => askEmailChange(queries, { ...values, email: values.email.trim() }),
    onSuccess: () => {
      tell(texts.access.changeAsked);
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      problem={asking.error ? Problem.of(asking.error) : undefined}
      pending={asking.isPending}
      submit={texts.access.changeEmail}
      onCancel={onDone}
      onSubmit={(values) => {
        asking.mutate(values);
      }}
    >
      <Text size="sm" c="dimmed">
        {texts.access.changeEmailHint}
      </Text>
      <TextInput
        label={texts.access.newEmail}
        type="email"
        autoComplete="email"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={texts.access.current}
        autoComplete="current-password"
        {...eye}
        {...form.getInputProps('password')}
      />
    </CommandForm>
  );
}

/** The way out, in half a minute. */
export function ClosingSection() {
  const { business } = useSession();
  const [open, dialog] = useDisclosure(false);
  return (
    <Section title={texts.access.close}>
      {business.closedOn && business.erasedOn ? (
        <Text size="sm">{texts.access.closedOn(business.closedOn, business.erasedOn)}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {texts.access.closeText}
          </Text>
          <Button variant="default" color="red" size="compact-sm" onClick={dialog.open}>
            {texts.access.closeButton}
          </Button>
        </>
      )}
      <Modal opened={open} onClose={dialog.close} title={texts.access.closeTitle}>
        <ClosingForm onDone={dialog.close} />
      </Modal>
    </Section>
  );
}

function ClosingForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { password: '', reason: '' },
    validate: { password: (value) => (value ? null : texts.common.required(texts.access.current)) },
  });
  const closing = useMutation({
    mutationFn: ({ password, reason }: typeof form.values) =>
      closeAccount(queries, { password, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onSuccess: () => {
      tell(texts.access.closed);
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      problem={closing.error ? Problem.of(closing.error) : undefined}
      pending={closing.isPending}
      submit={texts.access.closeSubmit}
      onCancel={onDone}
      onSubmit={(values) => {
        closing.mutate(values);
      }}
    >
      <Text size="sm" c="dimmed">
        {texts.access.closeText}
      </Text>
      <PasswordInput
        label={texts.access.current}
        autoComplete="current-password"
        data-autofocus
        {...eye}
        {...form.getInputProps('password')}
      />
      <Textarea label={texts.access.closeReason} autosize minRows={2} {...form.getInputProps('reason')} />
    </CommandForm>
  );
}
