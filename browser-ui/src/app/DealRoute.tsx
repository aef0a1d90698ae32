import { DealScreen } from '../domains/deals/DealScreen';
import { SellDialog } from '../domains/inventory/SellDialog';
import { TextsWith } from '../domains/messaging/TextsWith';

/** Selling belongs to the stock, and texting to the inbox; a deal only offers them. */
export function DealRoute() {
  return (
    <DealScreen
      sellDialog={(lotId, close) => <SellDialog lotId={lotId} onClose={close} />}
      textsWith={(customerId) => <TextsWith customerId={customerId} />}
    />
  );
}
