import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { tell } from '../../shared/notices';
import { Screen } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useDraftSale } from './commands';
import { SaleEditor } from './SaleEditor';

const newSaleRoute = getRouteApi('/signed-in/sales/new');

/** Who pays for what? */
export function NewSaleScreen() {
  const { buyer = '' } = newSaleRoute.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const draft = useDraftSale();
  return (
    <Screen title={texts.sale.newTitle} lead={texts.sale.question}>
      <SaleEditor
        buyer={buyer}
        shipOn={today}
        minimumMonths={0}
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
    </Screen>
  );
}
