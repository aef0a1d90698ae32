import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '../../api/problem';
import { useTellDone } from '../../shared/undo';
import { Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useGiveQuote, useRegisterSeller } from './commands';
import { OfferEditor, type ProductDialog } from './OfferEditor';
import { useSeller } from './queries';
import { SellerPicker, type NewSeller, type Seller, type SellerFaults } from './SellerPicker';
import { useOffer, type Offer } from './useOffer';

const route = getRouteApi('/signed-in/quote');

/** What do I pay for this? Boxes first, then the person. */
export function QuoteScreen({ productDialog }: { productDialog: ProductDialog }) {
  const { person } = route.useSearch();
  const known = useSeller(person);
  const navigate = useNavigate();
  const register = useRegisterSeller();
  const give = useGiveQuote();
  const tellDone = useTellDone();
  const offer = useOffer(() => ({ lines: [], note: '' }));
  const [chosen, setChosen] = useState<Seller | null>();
  const [missing, setMissing] = useState<SellerFaults>({});

  // The person whom the address names, until somebody else (or nobody) is chosen.
  const seller = chosen === null ? undefined : (chosen ?? known.data);
  const choose = (next: Seller | undefined) => {
    setChosen(next ?? null);
    setMissing({});
    register.clear();
  };

  const send = (customerId: string, finished: NonNullable<ReturnType<Offer['finish']>>) => {
    give.run({ customerId, ...finished }, (done) => {
      tellDone(texts.deal.saved, done);
      void navigate({ to: '/deals/$dealId', params: { dealId: done.id } });
    });
  };

  const save = () => {
    const finished = offer.finish();
    if (!finished) return;
    if (!seller) {
      setMissing({ person: texts.quote.personNeeded });
    } else if (seller.id === undefined) {
      if (!seller.name.trim()) {
        setMissing({ name: texts.quote.nameNeeded });
        return;
      }
      register.run(sellerBody(seller), (done) => {
        // From here on the person is in the books, whatever becomes of the quote.
        setChosen({ id: done.id, name: seller.name, phones: [] });
        send(done.id, finished);
      });
    } else {
      send(seller.id, finished);
    }
  };

  return (
    <Screen title={texts.quote.title} lead={texts.quote.question}>
      <OfferEditor
        offer={offer}
        productDialog={productDialog}
        problem={register.problem ?? give.problem}
        pending={register.pending || give.pending}
        submit={texts.quote.submit}
        onSave={save}
      >
        <Section title={texts.quote.person}>
          <SellerPicker seller={seller} faults={{ ...sellerFaults(register.problem), ...missing }} onChange={choose} />
        </Section>
      </OfferEditor>
    </Screen>
  );
}

function sellerBody(seller: NewSeller) {
  return {
    name: seller.name.trim(),
    phones: seller.phone.trim() ? [seller.phone.trim()] : [],
    emails: seller.email.trim() ? [seller.email.trim()] : [],
    ...(seller.leadSource.trim() ? { leadSource: seller.leadSource.trim() } : {}),
  };
}

function sellerFaults(problem: Problem | undefined): SellerFaults {
  const of = (field: string) => problem?.faults.find((fault) => fault.field.startsWith(field))?.message;
  return { name: of('name'), phone: of('phones'), email: of('emails') };
}
