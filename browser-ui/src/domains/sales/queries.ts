import type { Query } from '../../api/types';
import { useAsk, useTimeline } from '../../shared/query';

export function useSales(query: Query<'/api/sales'>) {
  return useAsk('/api/sales', { query, keep: true });
}

export function useSale(id: string) {
  return useAsk('/api/sales/{id}', { params: { id } });
}

export function useSaleTimeline(id: string) {
  return useTimeline('/api/sales/{id}/timeline', id);
}

export function useCandidates(query: Query<'/api/sale-candidates'>, enabled: boolean) {
  return useAsk('/api/sale-candidates', { query, keep: true, enabled });
}

/** What each buyer would pay for what is on hand. */
export function useProposals(query: Query<'/api/sale-proposals'>) {
  return useAsk('/api/sale-proposals', { query, keep: true });
}

/** What one buyer would pay, lot by lot; nothing is asked while no buyer is named. */
export function useProposal(buyerId: string | undefined, query: Query<'/api/sale-proposals/{id}'>) {
  return useAsk('/api/sale-proposals/{id}', {
    params: { id: buyerId ?? '' },
    query,
    keep: true,
    enabled: buyerId !== undefined,
  });
}

/** Buyers of the books, with their terms. */
export function useWholesalers() {
  return useAsk('/api/buyers', { query: { size: 200 } });
}

export function useReceivables() {
  return useAsk('/api/receivables');
}

export function useBuyers() {
  return useAsk('/api/sales/buyers');
}
