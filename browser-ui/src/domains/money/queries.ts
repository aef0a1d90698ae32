import type { Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export function useExpenses(query: Query<'/api/expenses'>) {
  return useAsk('/api/expenses', { query, keep: true });
}

export function useExpense(id: string) {
  return useAsk('/api/expenses/{id}', { params: { id } });
}

/** Who was paid before, and what for and how the latest time. */
export function useVendors() {
  return useAsk('/api/expenses/vendors');
}

export function useTrips(query: Query<'/api/mileage'>) {
  return useAsk('/api/mileage', { query, keep: true });
}

export function useTrip(id: string) {
  return useAsk('/api/mileage/{id}', { params: { id } });
}

export function useMileageRates() {
  return useAsk('/api/mileage/rates', { fixed: true });
}

/** Deals in which every word stands, the newest first. */
export function useDealChoices(search: string) {
  return useAsk('/api/deals', { query: { search, sort: '-date', size: 8 }, keep: true });
}

/** Sales in which every word stands, the newest first. */
export function useSaleChoices(search: string) {
  return useAsk('/api/sales', { query: { search, sort: '-date', size: 8 }, keep: true });
}

export function useSaleChoice(id: string | undefined) {
  return useAsk('/api/sales/{id}', { params: { id: id ?? '' }, enabled: id !== undefined });
}

export function usePayouts(query: Query<'/api/payouts'>) {
  return useAsk('/api/payouts', { query, keep: true });
}

export function usePayoutSums() {
  return useAsk('/api/payouts/sums');
}

export function useDealChoice(id: string | undefined) {
  return useAsk('/api/deals/{id}', { params: { id: id ?? '' }, enabled: id !== undefined });
}
