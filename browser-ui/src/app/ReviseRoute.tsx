import { AddProductDialog } from '../domains/catalog/ProductDialogs';
import { ReviseScreen } from '../domains/deals/ReviseScreen';

/** Products belong to the catalog; a new offer only offers to add one. */
export function ReviseRoute() {
  return (
    <ReviseScreen
      productDialog={(name, close, done) => <AddProductDialog name={name} onClose={close} onDone={done} />}
    />
  );
}
