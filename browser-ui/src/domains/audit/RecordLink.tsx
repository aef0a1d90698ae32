import { AnchorLink } from '../../shared/links';
import { kindText } from '../../texts';

/** To what something happened; a way there, where there is a page of it. */
export function RecordLink({ kind, id }: { kind: string; id: string }) {
  const word = kindText(kind);
  switch (kind) {
    case 'customer':
      return (
        <AnchorLink to="/people/$customerId" params={{ customerId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    case 'deal':
      return (
        <AnchorLink to="/deals/$dealId" params={{ dealId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    case 'lot':
      return (
        <AnchorLink to="/stock/$lotId" params={{ lotId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    case 'sale':
      return (
        <AnchorLink to="/sales/$saleId" params={{ saleId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    case 'product':
      return (
        <AnchorLink to="/prices/products/$productId" params={{ productId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    case 'buyer':
      return (
        <AnchorLink to="/prices/buyers/$buyerId" params={{ buyerId: id }} size="xs">
          {word}
        </AnchorLink>
      );
    default:
      return <>{word}</>;
  }
}
