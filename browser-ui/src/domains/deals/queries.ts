import type { Query } from '../../api/types';
import { useAsk, useAskEach, useTimeline } from '../../shared/query';

export function useDeals(query: Query<'/api/deals'>) {
  return useAsk('/api/deals', { query, keep: true });
}

export function useBoard(query: Query<'/api/deals/board'>, enabled: boolean) {
  return useAsk('/api/deals/board', { query, keep: true, enabled });
}

export function useDeal(id: string) {
  return useAsk('/api/deals/{id}', { params: { id } });
}

export function useDealTimeline(id: string) {
  return useTimeline('/api/deals/{id}/timeline', id);
}

/** Products whose words begin with the given letters. */
export function useProducts(search: string) {
  return useAsk('/api/products', { query: { search, size: 8 }, keep: true, enabled: search.length > 0 });
}

/** What a box is worth today, and why. */
export function usePrice(productId: string, expiry: string, grade: 'PERFECT' | 'SLIGHT_DAMAGE') {
  return useAsk('/api/products/{id}/price', {
    params: { id: productId },
    query: { expiry, grade },
    enabled: productId !== '' && expiry !== '',
  });
}

/** What boxes of one product are worth today that differ in expiry and condition. */
export function usePrices(productId: string, each: { expiry: string; grade: 'PERFECT' | 'SLIGHT_DAMAGE' }[]) {
  return useAskEach(
    '/api/products/{id}/price',
    each.map(({ expiry, grade }) => ({
      params: { id: productId },
      query: { expiry, grade },
      enabled: productId !== '' && /^\d{4}-\d{2}$/.test(expiry),
    })),
  );
}

/** People by phone or name. */
export function useSellers(search: string) {
  return useAsk('/api/customers', { query: { search, size: 6 }, keep: true, enabled: search.length >= 2 });
}

export function useSeller(id: string | undefined) {
  return useAsk('/api/customers/{id}', { params: { id: id ?? '' }, enabled: id !== undefined });
}

export function useLeadSources() {
  return useAsk('/api/customers/lead-sources');
}

export function useDealRules() {
  return useAsk('/api/deal-rules');
}
