import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { refresh } from '../../shared/command';
import { CommandForm } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { texts } from '../../texts';

interface ReasonFormProps {
  /** What the step does. */
  text: string;
  /** Who reads the reason. */
  hint: string;
  submit: string;
  done: string;
  step: (reason: string) => Promise<void>;
  close: () => void;
}

/** A step of an operator that wants a reason. */
export function ReasonForm({ text, hint, submit, done, step, close }: ReasonFormProps) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : texts.common.required(texts.operator.reason)) },
  });
  const doing = useMutation({
    mutationFn: step,
    onSuccess: () => {
      tell(done);
      close();
      return refresh(queries);
    },
  });
  return (
    <CommandForm
      form={form}
      problem={doing.error ? Problem.of(doing.error) : undefined}
      pending={doing.isPending}
      submit={submit}
      onCancel={close}
      onSubmit={({ reason }) => {
        doing.mutate(reason.trim());
      }}
    >
      <Text size="sm">{text}</Text>
      <Textarea
        label={texts.operator.reason}
        description={hint}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </CommandForm>
  );
}
