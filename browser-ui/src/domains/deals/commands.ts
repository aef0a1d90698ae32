import { change, make } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { useChange, useMake } from '../../shared/command';

type Deal = Pick<Answer<'/api/deals/{id}'>, 'id' | 'version'>;
type On<Path extends '/api/deals/{id}/accept' | '/api/deals/{id}/receive' | '/api/deals/{id}/payouts'> = Body<
  Path,
  'post'
> & { deal: Deal };

export function useGiveQuote() {
  return useMake((body: Body<'/api/deals', 'post'>, key) => make('/api/deals', { body, key }));
}

/** Makes a person from within a quote. */
export function useRegisterSeller() {
  return useMake((body: Body<'/api/customers', 'post'>, key) => make('/api/customers', { body, key }));
}

export function useAcceptQuote() {
  return useChange(({ deal, ...body }: On<'/api/deals/{id}/accept'>, key) =>
    change('/api/deals/{id}/accept', { ...seen(deal, key), body }),
  );
}

export function useDeclineQuote() {
  return useChange((deal: Deal, key) => change('/api/deals/{id}/decline', seen(deal, key)));
}

export function useCancelDeal() {
  return useChange((deal: Deal, key) => change('/api/deals/{id}/cancel', seen(deal, key)));
}

export function useReceiveDeal() {
  return useChange(({ deal, ...body }: On<'/api/deals/{id}/receive'>, key) =>
    change('/api/deals/{id}/receive', { ...seen(deal, key), body }),
  );
}

export function useRecordPayout() {
  return useChange(({ deal, ...body }: On<'/api/deals/{id}/payouts'>, key) =>
    change('/api/deals/{id}/payouts', { ...seen(deal, key), body }),
  );
}

function seen(deal: Deal, key: string) {
  return { params: { id: deal.id }, seen: { version: deal.version, key } };
}
