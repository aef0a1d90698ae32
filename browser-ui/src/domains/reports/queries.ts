import type { Query } from '../../api/types';
import { useAsk } from '../../shared/query';

/** Which reports there are. */
export function useReports() {
  return useAsk('/api/reports', { fixed: true });
}

export function useQuoteFunnel(query: Query<'/api/reports/quote-funnel'>) {
  return useAsk('/api/reports/quote-funnel', { query, keep: true });
}

export function useQuoteGap(query: Query<'/api/reports/quote-gap'>) {
  return useAsk('/api/reports/quote-gap', { query, keep: true });
}

export function useCompliance(query: Query<'/api/compliance'>) {
  return useAsk('/api/compliance', { query, keep: true });
}
