import { change, make, read, replace } from '../../api/client';
import type { Answer, Body, Query } from '../../api/types';
import { useChange, useMake } from '../../shared/command';
import { times } from '../../shared/format';

type Ref = Pick<Answer<'/api/sales/{id}'>, 'id' | 'version'>;
type With<B> = B & { sale: Ref };

export const useDraftSale = () => useMake((body: Body<'/api/sales', 'post'>, key) => make('/api/sales', { body, key }));

interface Proposed {
  buyerId: string;
  question: Query<'/api/sale-proposals/{id}'>;
}

/** Drafts a sale of all that the buyer would pay for, at its prices as they are now. */
export const useDraftProposal = () =>
  useMake(async ({ buyerId, question }: Proposed, key) => {
    const { lots, shipOn } = await read('/api/sale-proposals/{id}', { params: { id: buyerId }, query: question });
    const lines = lots.flatMap(({ lotId, free, unitPrice, obstacle }) =>
      unitPrice && !obstacle ? [{ lotId, quantity: free, price: times(unitPrice, free) }] : [],
    );
    return make('/api/sales', { body: { buyerId, shipOn, lines }, key });
  });

export const useReviseSale = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}', 'put'>>, key) =>
    replace('/api/sales/{id}', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export type PlainStep = 'offer' | 'confirm' | 'reopen' | 'pack' | 'close' | 'cancel';

/** A step that needs to know nothing more. */
export const usePlainStep = (step: PlainStep) =>
  useChange((sale: Ref, key) =>
    change(`/api/sales/{id}/${step}`, { params: { id: sale.id }, seen: { version: sale.version, key } }),
  );

export const useShipSale = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/ship', 'post'>>, key) =>
    change('/api/sales/{id}/ship', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export const useDeliverSale = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/deliver', 'post'>>, key) =>
    change('/api/sales/{id}/deliver', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export const useInspectSale = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/inspect', 'post'>>, key) =>
    change('/api/sales/{id}/inspect', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export const useInvoiceSale = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/invoice', 'post'>>, key) =>
    change('/api/sales/{id}/invoice', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export const useRecordReceipt = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/receipts', 'post'>>, key) =>
    change('/api/sales/{id}/receipts', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );

export const useUndoReceipt = () =>
  useChange(({ sale, ...body }: With<Body<'/api/sales/{id}/undo-receipt', 'post'>>, key) =>
    change('/api/sales/{id}/undo-receipt', { params: { id: sale.id }, body, seen: { version: sale.version, key } }),
  );
