import type { Query } from '../../api/types';
import { useAsk, useTimeline } from '../../shared/query';

export function useLots(query: Query<'/api/lots'>) {
  return useAsk('/api/lots', { query, keep: true });
}

export function useLot(id: string) {
  return useAsk('/api/lots/{id}', { params: { id } });
}

export function useLotTimeline(id: string) {
  return useTimeline('/api/lots/{id}/timeline', id);
}

/** Whom boxes were sold to before. */
export function useBuyers() {
  return useAsk('/api/sales/buyers');
}
