import { PersonScreen } from '../domains/customers/PersonScreen';
import { TextsWith } from '../domains/messaging/TextsWith';

/** Texting belongs to the inbox; a person's page only offers it. */
export function PersonRoute() {
  return <PersonScreen textsWith={(customerId) => <TextsWith customerId={customerId} />} />;
}
