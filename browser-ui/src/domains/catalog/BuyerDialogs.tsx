import { Modal } from '@mantine/core';
import type { Done, Item } from '../../api/types';
import { useMerged } from '../../shared/form/merge';
import { texts } from '../../texts';
import { BuyerForm, bodyOf, nobody, valuesOf, type BuyerValues } from './BuyerForm';
import { useAddBuyer, useCorrectBuyer } from './commands';

interface AddDialogProps {
  opened: boolean;
  onClose: () => void;
  onDone: (done: Done) => void;
}

export function AddBuyerDialog({ opened, onClose, onDone }: AddDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.buyers.add}>
      <AddBuyer onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function AddBuyer({ onClose, onDone }: Omit<AddDialogProps, 'opened'>) {
  const add = useAddBuyer();
  return (
    <BuyerForm
      initial={nobody}
      command={add}
      submit={texts.buyers.saveNew}
      onCancel={onClose}
      onSubmit={(values) => {
        add.run(bodyOf(values), onDone);
      }}
    />
  );
}

interface EditDialogProps {
  buyer: Item<'/api/buyers'>;
  opened: boolean;
  onClose: () => void;
  onDone: (done: Done) => void;
}

export function EditBuyerDialog({ buyer, opened, onClose, onDone }: EditDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.catalog.editTitle(buyer.name)}>
      <EditBuyer buyer={buyer} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

/** Corrects a buyer, merging in what somebody else saved meanwhile. */
function EditBuyer({ buyer, onClose, onDone }: Omit<EditDialogProps, 'opened'>) {
  const correct = useCorrectBuyer();
  const { seen, mine, keep, notes } = useMerged({
    now: buyer,
    valuesOf,
    problem: correct.problem,
    told: (field, theirs) => [texts.buyers[field], String(theirs[field])],
  });

  return (
    <BuyerForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...notes}
      onCancel={onClose}
      onSubmit={(values: BuyerValues) => {
        keep(values);
        correct.run({ buyer: seen, ...bodyOf(values) }, onDone);
      }}
    />
  );
}
