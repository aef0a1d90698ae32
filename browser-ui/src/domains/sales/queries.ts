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

export function useCandidates(query: Query<'/api/sale-candidates'>) {
  return useAsk('/api/sale-candidates', { query, keep: true });
}

export function useReceivables() {
  return useAsk('/api/receivables');
}

export function useBuyers() {
  return useAsk('/api/sales/buyers');
}
