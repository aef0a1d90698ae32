import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { DoorFrame } from './DoorFrame';
import { MailboxNote } from './MailboxNote';

interface AskLinkProps {
  title: string;
  lead: string;
  submit: string;
  /** What the mail brings. */
  askedHint: string;
  footer: ReactNode;
  ask: (email: string) => Promise<void>;
  /** Other ways, below the form. */
  children?: ReactNode;
}

/** Asks for a link by mail. What comes next is the same whether or not there is an account with the address. */
export function AskLink({ title, lead, submit, askedHint, footer, ask, children }: AskLinkProps) {
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : texts.signUp.emailNeeded) },
  });
  const asking = useMutation({
    mutationFn: (values: typeof form.values) => ask(values.email.trim()),
    networkMode: 'always',
  });
  if (asking.isSuccess) {
    return (
      <DoorFrame title={texts.access.askedTitle} lead={asking.variables.email.trim()} footer={footer}>
        <Stack gap="lg">
          <Text>{askedHint}</Text>
          <MailboxNote />
          <Button
            variant="subtle"
            fullWidth
            onClick={() => {
              asking.reset();
            }}
          >
            {texts.access.askAgain}
          </Button>
        </Stack>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={title} lead={lead} footer={footer}>
      <CommandForm
        form={form}
        problem={asking.error ? Problem.of(asking.error) : undefined}
        pending={asking.isPending}
        submit={submit}
        fullWidth
        onSubmit={(values) => {
          asking.mutate(values);
        }}
      >
        <TextInput
          label={texts.signUp.email}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
      </CommandForm>
      {children}
    </DoorFrame>
  );
}
