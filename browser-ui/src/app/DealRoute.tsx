import { DealScreen } from '../domains/deals/DealScreen';
import { SellDialog } from '../domains/inventory/SellDialog';

/** Selling belongs to the stock; a deal only offers it. */
export function DealRoute() {
  return <DealScreen sellDialog={(lotId, close) => <SellDialog lotId={lotId} onClose={close} />} />;
}
