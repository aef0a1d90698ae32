import type { Query } from '../../api/types';
import { useAsk, useTimeline } from '../../shared/query';

export function useCustomers(query: Query<'/api/customers'>) {
  return useAsk('/api/customers', { query, keep: true });
}

export function useCustomer(id: string) {
  return useAsk('/api/customers/{id}', { params: { id } });
}

export function useLeadSources() {
  return useAsk('/api/customers/lead-sources');
}

export function useCustomerTimeline(id: string) {
  return useTimeline('/api/customers/{id}/timeline', id);
}

/** The latest deals with a person. */
export function useCustomerDeals(customerId: string) {
  return useAsk('/api/deals', { query: { customerId, sort: '-date', size: 10 } });
}
