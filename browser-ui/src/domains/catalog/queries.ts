import { ask } from '../../api/client';
import type { Query } from '../../api/types';
import type { PricesBody } from './priceDraft';
import { useAsk, useTimeline } from '../../shared/query';

export function useProducts(query: Query<'/api/products'>) {
  return useAsk('/api/products', { query, keep: true });
}

/** Products that were chosen in their list; none are asked for where none were. */
export function useChosenProducts(ids: ReadonlySet<string> | undefined) {
  return useAsk('/api/products', { query: { ids: [...(ids ?? [])], size: 100 }, enabled: ids !== undefined });
}

/** What products are sorted into. */
export function useCategories() {
  return useAsk('/api/products/categories');
}

export function useBuyers(query: Query<'/api/buyers'>) {
  return useAsk('/api/buyers', { query, keep: true });
}

export function useBuyer(id: string) {
  return useAsk('/api/buyers/{id}', { params: { id } });
}

/** A list with its versions; the business's own list has the business's id, a buyer's the buyer's. */
export function usePriceList(id: string) {
  return useAsk('/api/price-lists/{id}', { params: { id } });
}

/** What happened to a list, and to the buyer whose it is. */
export function usePriceListTimeline(id: string) {
  return useTimeline('/api/price-lists/{id}/timeline', id);
}

/** What a version of a list says. */
export function usePrices(id: string, number: number | undefined) {
  return useAsk('/api/price-lists/{id}/prices', {
    params: { id },
    query: { ...(number === undefined ? {} : { number }) },
    enabled: number !== undefined,
    keep: true,
  });
}

export function usePricingRules() {
  return useAsk('/api/pricing-rules');
}

/** How a pasted price list or a CSV file is understood; nothing is published by asking. */
export function readSheet(text: string) {
  return ask('/api/price-sheets/preview', { text });
}

/** What prices would make of open quotes, if they held. */
export function whatIf({ grades = [], channels = [], lines }: PricesBody) {
  return ask('/api/open-quotes/what-if', { grades, channels, lines });
}

/** What a period would have been at other prices, beside what it was. */
export function useWhatIf(query: Query<'/api/what-if'>) {
  return useAsk('/api/what-if', { query, keep: true });
}

/** When boxes on hand will be worth less: all of them, those of a product, or those that are soon. */
export function useTierDrops(query: Query<'/api/tier-drops'>) {
  return useAsk('/api/tier-drops', { query, keep: true });
}

export function useProduct(id: string) {
  return useAsk('/api/products/{id}', { params: { id } });
}

/** How a product did: bought, left and sold. */
export function useProductTrade(id: string) {
  return useAsk('/api/products/{id}/trade', { params: { id } });
}

/** What each list that holds today pays for a product. */
export function useProductPrices(id: string) {
  return useAsk('/api/products/{id}/prices', { params: { id } });
}

export function useProductTimeline(id: string) {
  return useTimeline('/api/products/{id}/timeline', id);
}
