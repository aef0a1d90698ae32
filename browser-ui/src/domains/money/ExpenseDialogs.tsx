import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { useTellDone } from '../../shared/undo';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useCorrectExpense, useRecordExpense, useRestoreExpense, useVoidExpense } from './commands';
import { ExpenseForm, valuesOf } from './ExpenseForm';
import { useExpense } from './queries';
import { VoidStep } from './VoidStep';

export function AddExpenseDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.expenses.addTitle}>
      <AddExpense onClose={onClose} />
    </Modal>
  );
}

function AddExpense({ onClose }: { onClose: () => void }) {
  const record = useRecordExpense();
  const tellDone = useTellDone();
  return (
    <ExpenseForm
      initial={{}}
      command={record}
      onCancel={onClose}
      onSubmit={(body) => {
        record.run(body, (done) => {
          onClose();
          tellDone(texts.expenses.saved, done);
        });
      }}
    />
  );
}

/** One expense, to look at, correct or void; closed while none is given. */
export function ExpenseDialog({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Modal opened={id !== undefined} onClose={onClose} title={texts.expenses.editTitle}>
      {id && <EditExpense id={id} onClose={onClose} />}
    </Modal>
  );
}

function EditExpense({ id, onClose }: { id: string; onClose: () => void }) {
  const expense = useExpense(id);
  return (
    <Loaded query={expense} skeleton={<SkeletonLines lines={6} />}>
      {(data) => <Edit expense={data} onClose={onClose} />}
    </Loaded>
  );
}

/** Saves against the version that the form was filled from, so that nobody's change is overwritten unseen. */
function Edit({ expense, onClose }: { expense: Answer<'/api/expenses/{id}'>; onClose: () => void }) {
  const [seen] = useState(expense);
  const correct = useCorrectExpense();
  const voiding = useVoidExpense();
  const tellDone = useTellDone();
  const restoring = useRestoreExpense();
  const step = (
    <VoidStep
      of={expense}
      words={{
        title: texts.expenses.voidTitle,
        text: texts.expenses.voidText,
        submit: texts.expenses.voidSubmit,
        done: texts.expenses.voided,
      }}
      voiding={voiding}
      restoring={restoring}
      onDone={onClose}
    />
  );
  return (
    <Stack>
      {expense.voided && step}
      <ExpenseForm
        initial={valuesOf(seen)}
        command={correct}
        onCancel={onClose}
        onSubmit={(body) => {
          correct.run({ expense: seen, ...body }, (done) => {
            onClose();
            tellDone(texts.expenses.saved, done);
          });
        }}
      />
      {!expense.voided && step}
    </Stack>
  );
}
