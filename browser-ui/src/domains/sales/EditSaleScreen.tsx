import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTellDone } from '../../shared/undo';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { useReviseSale } from './commands';
import { pickedOf } from './picked';
import { useSale } from './queries';
import { SaleEditor } from './SaleEditor';

const route = getRouteApi('/signed-in/sales/$saleId/edit');

/** Changes a draft. */
export function EditSaleScreen() {
  const { saleId } = route.useParams();
  const navigate = useNavigate();
  const sale = useSale(saleId);
  const revise = useReviseSale();
  const tellDone = useTellDone();
  return (
    <Screen title={texts.sale.editTitle} lead={texts.sale.question}>
      <Loaded query={sale}>
        {(data) => (
          <SaleEditor
            buyer={data.buyer}
            shipOn={data.shipOn}
            minimumMonths={data.minimumMonths}
            paymentDays={data.paymentDays}
            picked={pickedOf(data)}
            saleId={data.id}
            problem={revise.problem}
            pending={revise.pending}
            onSubmit={(terms) => {
              revise.run({ sale: data, ...terms }, (done) => {
                tellDone(texts.sale.saved, done);
                void navigate({ to: '/sales/$saleId', params: { saleId } });
              });
            }}
          />
        )}
      </Loaded>
    </Screen>
  );
}
