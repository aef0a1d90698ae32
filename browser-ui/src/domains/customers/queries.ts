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

export type TimelineKind = NonNullable<Query<'/api/customers/{id}/timeline'>['kind']>;

export function useCustomerTimeline(id: string, kind: TimelineKind | undefined) {
  return useTimeline('/api/customers/{id}/timeline', id, kind ? { kind } : {});
}

/** The latest deals with a person. */
export function useCustomerDeals(customerId: string) {
  return useAsk('/api/deals', { query: { customerId, sort: '-date', size: 10 } });
}

/** Notes, tasks, files and payout handles of a person. */
export function useRecords(id: string) {
  return useAsk('/api/customers/{id}/records', { params: { id } });
}

/** Where a person is paid, in full: asked for only when somebody wants to see it. */
export function usePayoutHandles(id: string, enabled: boolean) {
  return useAsk('/api/customers/{id}/payout-handles', { params: { id }, enabled });
}

/** What a person attested to, deal by deal. */
export function useAttestations(id: string) {
  return useAsk('/api/customers/{id}/attestations', { params: { id } });
}

/** The tags, fields and lead sources of the business. */
export function useCardPlan() {
  return useAsk('/api/card-plan');
}

export function useDuplicates() {
  return useAsk('/api/customers/duplicates');
}

/** Who in the books has this name, number or address already. */
export function usePeopleLike(query: Query<'/api/customers/like'>) {
  return useAsk('/api/customers/like', {
    query,
    keep: true,
    enabled: Object.values(query).some((value) => value !== ''),
  });
}

export function useDueTasks() {
  return useAsk('/api/tasks/due');
}
