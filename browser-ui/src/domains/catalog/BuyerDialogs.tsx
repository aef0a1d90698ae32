import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Done, Item } from '../../api/types';
import { mergeTheirs } from '../../shared/form/faults';
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
  onDone: () => void;
}

export function EditBuyerDialog({ buyer, opened, onClose, onDone }: EditDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.catalog.editTitle(buyer.name)}>
      <EditBuyer buyer={buyer} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

/**
 * Corrects a buyer. Saves against the version that the form was filled from; where somebody else was first, their
 * changes are merged in and the person saves again.
 */
function EditBuyer({ buyer, onClose, onDone }: Omit<EditDialogProps, 'opened'>) {
  const [seen, setSeen] = useState(buyer);
  const [mine, setMine] = useState(() => valuesOf(buyer));
  const [clashes, setClashes] = useState<string[]>();
  const correct = useCorrectBuyer();

  if (correct.problem?.code === 'request.version-conflict' && buyer.version !== seen.version) {
    const theirs = valuesOf(buyer);
    const merged = mergeTheirs(valuesOf(seen), mine, theirs);
    setSeen(buyer);
    setMine(merged.values);
    setClashes(merged.clashes.map((field) => texts.conflict.theirs(texts.buyers[field], String(theirs[field]))));
  }

  return (
    <BuyerForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...(clashes ? { clashes } : {})}
      onCancel={onClose}
      onSubmit={(values: BuyerValues) => {
        setMine(values);
        correct.run({ buyer: seen, ...bodyOf(values) }, onDone);
      }}
    />
  );
}
