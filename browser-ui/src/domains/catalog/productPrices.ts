import type { Answer, Money } from '../../api/types';

export type ProductPrices = Answer<'/api/products/{id}/prices'>;

/** A tier of any list: what each pays for a perfect box of it, and what is left of the best price. */
export interface TierRow {
  fromMonths: number;
  /** In the order of the lists; nothing where a list takes no such box. */
  prices: (Money | undefined)[];
  margin: Money | undefined;
}

/** All tiers of all lists, the longest first. A list that has no such tier pays by the next one below it. */
export function tierRows(lists: ProductPrices): TierRow[] {
  const months = [...new Set(lists.flatMap((list) => list.tiers.map((tier) => tier.fromMonths)))].toSorted(
    (a, b) => b - a,
  );
  const own = lists.findIndex((list) => list.buyerId === undefined);
  return months.map((fromMonths) => {
    const prices = lists.map((list) => list.tiers.find((tier) => tier.fromMonths <= fromMonths)?.perfect);
    const best = Math.max(0, ...prices.map((price, place) => (place === own ? 0 : (price?.minor ?? 0))));
    const paid = prices[own];
    return {
      fromMonths,
      prices,
      margin: paid && best > 0 ? { minor: best - paid.minor, currency: paid.currency } : undefined,
    };
  });
}
