import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { tell } from '../../shared/notices';
import { Screen, Section } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useDraftSale } from './commands';
import { Proposals } from './Proposals';
import { SaleEditor } from './SaleEditor';

const route = getRouteApi('/signed-in/sales/new');

/** Who pays most for what? */
export function NewSaleScreen() {
  const { buyer = '', lots } = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const [shipOn, setShipOn] = useState(today);
  const draft = useDraftSale();
  return (
    <Screen title={texts.sale.newTitle} lead={texts.proposals.question}>
      <Proposals shipOn={shipOn} onShipOn={setShipOn} lotIds={lots?.split(',')} />
      <Section title={texts.sale.byHand}>
        <SaleEditor
          buyer={buyer}
          shipOn={today}
          minimumMonths={0}
          paymentDays={14}
          picked={[]}
          problem={draft.problem}
          pending={draft.pending}
          onSubmit={(terms) => {
            draft.run(terms, ({ id }) => {
              tell(texts.sale.saved);
              void navigate({ to: '/sales/$saleId', params: { saleId: id } });
            });
          }}
        />
      </Section>
    </Screen>
  );
}
