import { AddProductDialog } from '../domains/catalog/ProductDialogs';
import { QuoteScreen } from '../domains/deals/QuoteScreen';

/** Products belong to the catalog; a quote only offers to add one. */
export function QuoteRoute() {
  return (
    <QuoteScreen
      productDialog={(name, close, done) => <AddProductDialog name={name} onClose={close} onDone={done} />}
    />
  );
}
