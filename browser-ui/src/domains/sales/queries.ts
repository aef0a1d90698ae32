import type { Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export function useSales(query: Query<'/api/sales'>) {
  return useAsk('/api/sales', { query, keep: true });
}

export function useBuyers() {
  return useAsk('/api/sales/buyers');
}
