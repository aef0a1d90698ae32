import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { mergeTheirs } from '../../shared/form/faults';
import { texts } from '../../texts';
import { useAddProduct, useCorrectProduct } from './commands';
import { bodyOf, nothing, ProductForm, valuesOf, type ProductValues } from './ProductForm';

interface AddDialogProps {
  /** What it is called, as far as that is known; undefined while the dialog is closed. */
  name: string | undefined;
  onClose: () => void;
  onDone: (product: { id: string; name: string }) => void;
}

export function AddProductDialog({ name, onClose, onDone }: AddDialogProps) {
  return (
    <Modal opened={name !== undefined} onClose={onClose} title={texts.catalog.addTitle}>
      {name !== undefined && <AddProduct name={name} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function AddProduct({ name, onClose, onDone }: AddDialogProps & { name: string }) {
  const add = useAddProduct();
  return (
    <ProductForm
      initial={{ ...nothing, name }}
      command={add}
      submit={texts.catalog.saveNew}
      onCancel={onClose}
      onSubmit={(values) => {
        const body = bodyOf(values);
        add.run(body, (done) => {
          onDone({ id: done.id, name: body.name });
        });
      }}
    />
  );
}

interface EditDialogProps {
  /** As the list shows it now; undefined while the dialog is closed. */
  product: Item<'/api/products'> | undefined;
  onClose: () => void;
  onDone: () => void;
}

export function EditProductDialog({ product, onClose, onDone }: EditDialogProps) {
  return (
    <Modal
      opened={product !== undefined}
      onClose={onClose}
      title={product ? texts.catalog.editTitle(product.name) : ''}
    >
      {product && <EditProduct product={product} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

/**
 * Corrects a product. Saves against the version that the form was filled from; where somebody else was first, their
 * changes are merged in and the person saves again.
 */
function EditProduct({ product, onClose, onDone }: EditDialogProps & { product: Item<'/api/products'> }) {
  const [seen, setSeen] = useState(product);
  const [mine, setMine] = useState(() => valuesOf(product));
  const [clashes, setClashes] = useState<string[]>();
  const correct = useCorrectProduct();

  if (correct.problem?.code === 'request.version-conflict' && product.version !== seen.version) {
    const theirs = valuesOf(product);
    const merged = mergeTheirs(valuesOf(seen), mine, theirs);
    setSeen(product);
    setMine(merged.values);
    setClashes(merged.clashes.map((field) => texts.conflict.theirs(texts.catalog[field], theirs[field])));
  }

  return (
    <ProductForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...(clashes ? { clashes } : {})}
      onCancel={onClose}
      onSubmit={(values: ProductValues) => {
        setMine(values);
        correct.run({ product: seen, ...bodyOf(values) }, onDone);
      }}
    />
  );
}
