import { Modal } from '@mantine/core';
import type { Answer, Done } from '../../api/types';
import { useMerged } from '../../shared/form/merge';
import { texts } from '../../texts';
import { useCorrectCustomer, useRegisterCustomer } from './commands';
import { PeopleLike } from './PeopleLike';
import { cardOf, newOf, nobody, PersonForm, reachedAt, valuesOf, type PersonValues } from './PersonForm';

interface AddDialogProps {
  opened: boolean;
  /** A number of theirs that is known already, such as one that texted. */
  phone: string | undefined;
  onClose: () => void;
  onDone: (done: Done) => void;
}

export function AddPersonDialog({ opened, phone, onClose, onDone }: AddDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.people.addTitle}>
      <AddPerson phone={phone} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function AddPerson({ phone, onClose, onDone }: Omit<AddDialogProps, 'opened'>) {
  const register = useRegisterCustomer();
  return (
    <PersonForm
      initial={phone ? reachedAt(phone) : nobody}
      command={register}
      submit={texts.people.saveNew}
      isNew
      hints={({ name, phones, emails }) => (
        <PeopleLike name={name} phone={phones[0]?.value ?? ''} email={emails[0]?.value ?? ''} />
      )}
      onCancel={onClose}
      onSubmit={(values) => {
        register.run(newOf(values), onDone);
      }}
    />
  );
}

interface EditDialogProps {
  customer: Answer<'/api/customers/{id}'>;
  opened: boolean;
  onClose: () => void;
  onDone: (done: Done) => void;
}

export function EditPersonDialog({ customer, opened, onClose, onDone }: EditDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.people.editTitle(customer.name)}>
      <EditPerson customer={customer} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

/** Corrects a person, merging in what somebody else saved meanwhile. */
function EditPerson({ customer, onClose, onDone }: Omit<EditDialogProps, 'opened'>) {
  const correct = useCorrectCustomer();
  const { seen, mine, keep, notes } = useMerged({
    now: customer,
    valuesOf,
    problem: correct.problem,
    told: (field, theirs) => [LABELS[field], shown(theirs[field])],
  });

  return (
    <PersonForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...notes}
      onCancel={onClose}
      onSubmit={(values) => {
        keep(values);
        correct.run({ customer: seen, ...cardOf(values) }, onDone);
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
  addresses: texts.people.address,
};

function shown(value: PersonValues[keyof PersonValues]): string {
  if (typeof value === 'string') return value;
  return value
    .flatMap((each) => ('address' in each ? Object.values(each.address) : [each.value]))
    .filter(Boolean)
    .join(', ');
}
