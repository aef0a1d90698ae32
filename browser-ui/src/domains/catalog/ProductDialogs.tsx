import { Modal } from '@mantine/core';
import type { Done, Item } from '../../api/types';
import { useMerged } from '../../shared/form/merge';
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
  onDone: (done: Done) => void;
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

/** Corrects a product, merging in what somebody else saved meanwhile. */
function EditProduct({ product, onClose, onDone }: EditDialogProps & { product: Item<'/api/products'> }) {
  const correct = useCorrectProduct();
  const { seen, mine, keep, notes } = useMerged({
    now: product,
    valuesOf,
    problem: correct.problem,
    told: (field, theirs) => [texts.catalog[field], theirs[field]],
  });

  return (
    <ProductForm
      key={seen.version}
      initial={mine}
      command={correct}
      submit={texts.common.save}
      {...notes}
      onCancel={onClose}
      onSubmit={(values: ProductValues) => {
        keep(values);
        correct.run({ product: seen, ...bodyOf(values) }, onDone);
      }}
    />
  );
}
