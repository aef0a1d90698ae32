import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Command } from '../../shared/command';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { useTellDone } from '../../shared/undo';
import { texts } from '../../texts';

interface Voidable {
  id: string;
  version: number;
  voided: boolean;
  voidReason?: string;
}

interface VoidStepProps {
  of: Voidable;
  words: { title: string; text: string; submit: string; done: string };
  voiding: Command<{ id: string; version: number; reason: string }>;
  restoring: Command<{ id: string; version: number }>;
  onDone: () => void;
}

/** Takes something out of the books, asking once and why; or brings it back. */
export function VoidStep({ of, words, voiding, restoring, onDone }: VoidStepProps) {
  const [asking, setAsking] = useState(false);
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : texts.common.required(texts.money.voidReason)) },
  });
  if (of.voided) {
    return (
      <Alert color="gray" variant="light">
        {restoring.problem && <ProblemBanner problem={restoring.problem} />}
        <Group justify="space-between">
          <Text size="sm">{texts.money.voidedFor(of.voidReason ?? '')}</Text>
          <Button
            variant="default"
            loading={restoring.pending}
            onClick={() => {
              restoring.run(of, (done) => {
                onDone();
                tellDone(texts.money.restored, done);
              });
            }}
          >
            {texts.money.restore}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (!asking) {
    return (
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.title.replace(/\?$/, '…')}
      </Button>
    );
  }
  return (
    <Alert color="red" variant="light" title={words.title}>
      <CommandForm
        form={form}
        problem={voiding.problem}
        pending={voiding.pending}
        submit={words.submit}
        onCancel={() => {
          setAsking(false);
        }}
        onSubmit={({ reason }) => {
          voiding.run({ id: of.id, version: of.version, reason: reason.trim() }, (done) => {
            onDone();
            tellDone(words.done, done);
          });
        }}
      >
        <Text size="sm">{words.text}</Text>
        <TextInput
          label={texts.money.voidReason}
          placeholder={texts.money.voidReasonHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('reason')}
        />
      </CommandForm>
    </Alert>
  );
}
