import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Answer, Done } from '../../api/types';
import { mergeTheirs } from '../../shared/form/faults';
import { texts } from '../../texts';
import { useCorrectCustomer, useRegisterCustomer } from './commands';
import { bodyOf, nobody, PersonForm, valuesOf, type PersonValues } from './PersonForm';

interface AddDialogProps {
  opened: boolean;
  onClose: () => void;
  onDone: (done: Done) => void;
}

export function AddPersonDialog({ opened, onClose, onDone }: AddDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.people.addTitle}>
      <AddPerson onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function AddPerson({ onClose, onDone }: Omit<AddDialogProps, 'opened'>) {
  const register = useRegisterCustomer();
  return (
    <PersonForm
      initial={nobody}
      command={register}
      submit={texts.people.saveNew}
      onCancel={onClose}
      onSubmit={(values) => {
        register.run(bodyOf(values), onDone);
      }}
    />
  );
}

interface EditDialogProps {
  customer: Answer<'/api/customers/{id}'>;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

export function EditPersonDialog({ customer, opened, onClose, onDone }: EditDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.people.editTitle(customer.name)}>
      <EditPerson customer={customer} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

/**
 * Corrects a person. Saves against the version that the form was filled from, never a newer one that only the screen
 * behind has seen; where somebody else was first, their changes are merged in and the person saves again.
 */
function EditPerson({ customer, onClose, onDone }: Omit<EditDialogProps, 'opened'>) {
  const [seen, setSeen] = useState(customer);
  const [mine, setMine] = useState(() => valuesOf(customer));
  const [clashes, setClashes] = useState<string[]>();
  const correct = useCorrectCustomer();

  if (correct.problem?.code === 'request.version-conflict' && customer.version !== seen.version) {
    const theirs = valuesOf(customer);
    const merged = mergeTheirs(valuesOf(seen), mine, theirs);
    setSeen(customer);
    setMine(merged.values);
    setClashes(merged.clashes.map((field) => texts.conflict.theirs(LABELS[field], shown(theirs[field]))));
  }

  return (
    <PersonForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...(clashes ? { clashes } : {})}
      onCancel={onClose}
      onSubmit={(values) => {
        setMine(values);
        correct.run({ customer: seen, ...bodyOf(values) }, onDone);
      }}
    />
  );
}

const LABELS: Record<keyof PersonValues, string> = {
  name: texts.people.name,
  phones: texts.people.phones,
  emails: texts.people.emails,
  leadSource: texts.quote.leadSource,
  note: texts.people.note,
  address: texts.people.address,
};

function shown(value: PersonValues[keyof PersonValues]): string {
  return (typeof value === 'string' ? [value] : Object.values(value)).filter(Boolean).join(', ');
}
