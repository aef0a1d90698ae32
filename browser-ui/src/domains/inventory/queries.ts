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

/** Where lots stand. */
export function useLocations() {
  return useAsk('/api/lots/locations');
}

export function useStockSummary() {
  return useAsk('/api/stock');
}

export function useStockItems(query: Query<'/api/stock/items'>) {
  return useAsk('/api/stock/items', { query, keep: true });
}

/** When boxes on hand will be worth less, the soonest first. */
export function useTierDrops() {
  return useAsk('/api/tier-drops');
}

export function useInventoryValue(on: string) {
  return useAsk('/api/reports/inventory-value', { query: { on }, keep: true });
}

export function useInventoryHistory(query: Query<'/api/reports/inventory-history'>) {
  return useAsk('/api/reports/inventory-history', { query, keep: true });
}

/** Whom boxes were sold to before. */
export function useBuyers() {
  return useAsk('/api/sales/buyers');
}

/** A lot's way from its seller to its buyers. */
export function useCustody(id: string) {
  return useAsk('/api/lots/{id}/custody', { params: { id } });
}

/** Where boxes of a lot number are, and from whom they came. */
export function useTraced(query: Query<'/api/custody'>) {
  return useAsk('/api/custody', { query, keep: true });
}
