import { useNavigate } from '@tanstack/react-router';
import { tell } from '../../shared/notices';
import { Screen } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useDraftSale } from './commands';
import { SaleEditor } from './SaleEditor';

/** Who pays for what? */
export function NewSaleScreen() {
  const navigate = useNavigate();
  const today = useToday();
  const draft = useDraftSale();
  return (
    <Screen title={texts.sale.newTitle} lead={texts.sale.question}>
      <SaleEditor
        buyer=""
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
