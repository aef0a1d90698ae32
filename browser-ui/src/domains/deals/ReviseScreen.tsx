import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AnchorLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { OfferEditor, type ProductDialog } from './OfferEditor';
import { useDeal } from './queries';
import type { QuoteLine } from './quoteLines';
import { useOffer } from './useOffer';

const route = getRouteApi('/signed-in/deals/$dealId/revise');

/** Another offer in the place of one that wasn't taken. */
export function ReviseScreen({ productDialog }: { productDialog: ProductDialog }) {
  const { dealId } = route.useParams();
  const deal = useDeal(dealId);
  return (
    <Loaded query={deal} skeleton={<SkeletonLines />}>
      {(data) => <Revision key={data.id} deal={data} productDialog={productDialog} />}
    </Loaded>
  );
}

function Revision({ deal, productDialog }: { deal: Deal; productDialog: ProductDialog }) {
  const navigate = useNavigate();
  const revise = useStep('/api/deals/{id}/revise');
  const tellDone = useTellDone();
  const offer = useOffer(() => ({ lines: deal.lines.flatMap(quoteLine), note: deal.note ?? '' }));
  const save = () => {
    const body = offer.finish();
    if (!body) return;
    revise.run({ deal, body }, (done) => {
      tellDone(texts.deal.revised, done);
      void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
    });
  };
  return (
    <Screen
      title={texts.deal.reviseTitle(deal.customerName)}
      lead={texts.deal.reviseLead}
      above={
        <AnchorLink to="/deals/$dealId" params={{ dealId: deal.id }} size="sm">
          {texts.deals.one}
        </AnchorLink>
      }
    >
      <OfferEditor
        offer={offer}
        productDialog={productDialog}
        problem={revise.problem}
        pending={revise.pending}
        submit={texts.deal.reviseSubmit}
        onSave={save}
      />
    </Screen>
  );
}

function quoteLine({ item, productId, quoted }: Deal['lines'][number]): QuoteLine[] {
  return quoted?.unitPrice
    ? [
        {
          item,
          productId,
          expiry: quoted.expiry,
          grade: quoted.grade,
          quantity: quoted.quantity,
          unitPrice: quoted.unitPrice,
          ...(quoted.why?.best ? { bestBuyerId: quoted.why.best.id } : {}),
          ...(quoted.why?.decided ? { overrideReason: quoted.why.decided.reason } : {}),
        },
      ]
    : [];
}
