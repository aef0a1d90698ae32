import type { Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export function useProducts(query: Query<'/api/products'>) {
  return useAsk('/api/products', { query, keep: true });
}

/** What products are sorted into. */
export function useCategories() {
  return useAsk('/api/products/categories');
}
