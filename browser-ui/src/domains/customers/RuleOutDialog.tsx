import { Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { CommandForm } from '../../shared/form/CommandForm';
import { tellWithUndo } from '../../shared/notices';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { useCardStep } from './commands';

interface RuleOutDialogProps {
  person: { id: string; name: string; version: number };
  opened: boolean;
  onClose: () => void;
}

/** Rules out that anything is bought from a person, for a reason. */
export function RuleOutDialog({ person, opened, onClose }: RuleOutDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.doNotBuy.question(person.name)}>
      <RuleOut person={person} onClose={onClose} />
    </Modal>
  );
}

function RuleOut({ person, onClose }: Omit<RuleOutDialogProps, 'opened'>) {
  const step = useCardStep();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : texts.doNotBuy.reasonNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={step.problem}
      pending={step.pending}
      submit={texts.doNotBuy.ruleOut}
      onCancel={onClose}
      onSubmit={({ reason }) => {
        const body = { reason: reason.trim() };
        step.run({ customer: person, step: { path: '/api/customers/{id}/do-not-buy', body } }, (done) => {
          onClose();
          tellWithUndo(texts.doNotBuy.ruledOut(person.name), () => undoFacts(queries, [done.position]));
        });
      }}
    >
      <Textarea label={texts.doNotBuy.reason} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </CommandForm>
  );
}
