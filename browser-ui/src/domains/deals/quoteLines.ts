import type { Answer, Body, Item, Money } from '../../api/types';
import { parseMoney, sum, times, typedMoney } from '../../shared/format';
import { texts } from '../../texts';

/** A line as it is sent; on the screen its price is always known. */
export type QuoteLine = Body<'/api/deals', 'post'>['lines'][number] & { unitPrice: Money };
export type Product = Item<'/api/products'>;
export type PriceAnswer = Answer<'/api/products/{id}/price'>;
export type OverrideReason = NonNullable<QuoteLine['overrideReason']>;

/** A line while it is being written. `REJECTED` is a condition of a box, never of a line that is added. */
export interface LineDraft {
  item: string;
  /** Empty while the item's name is none of a product. */
  productId: string;
  expiry: string;
  condition: 'PERFECT' | 'SLIGHT_DAMAGE' | 'REJECTED' | '';
  quantity: number;
  /** Empty: what the price list says. */
  unitPrice: string;
  reason: OverrideReason | '';
}

export const blankLine: LineDraft = {
  item: '',
  productId: '',
  expiry: '',
  condition: 'PERFECT',
  quantity: 1,
  unitPrice: '',
  reason: '',
};

export type DraftFaults = Partial<Record<keyof LineDraft, string>>;

/** What the line costs a box, and what is left of what the best buyer pays. */
export interface Priced {
  unitPrice: Money | undefined;
  best: PriceAnswer['offers'][number] | undefined;
  margin: Money | undefined;
  marginPercent: number | undefined;
  /** Another price than the list's. */
  offList: boolean;
  /** Less is left than the business wants. */
  thin: boolean;
}

export function priced(draft: LineDraft, currency: string, answer: PriceAnswer | undefined): Priced {
  const typed = draft.unitPrice.trim() ? parseMoney(draft.unitPrice, currency) : undefined;
  const unitPrice = draft.unitPrice.trim() ? typed : answer?.listed?.price;
  const best = answer?.offers[0];
  const margin = best && unitPrice && { minor: best.price.minor - unitPrice.minor, currency };
  const marginPercent = best && margin && Math.floor((margin.minor * 100) / best.price.minor);
  return {
    unitPrice,
    best,
    margin,
    marginPercent,
    offList: answer?.listed !== undefined && unitPrice !== undefined && unitPrice.minor !== answer.listed.price.minor,
    thin: answer !== undefined && marginPercent !== undefined && marginPercent < answer.minimumMargin,
  };
}

/** The line of a finished draft, or what is missing. */
export function finishLine(
  draft: LineDraft,
  currency: string,
  answer: PriceAnswer | undefined,
): { line: QuoteLine } | { faults: DraftFaults } {
  const { unitPrice, best, offList, thin } = priced(draft, currency, answer);
  const needsReason = offList || thin;
  const faults: DraftFaults = {
    ...(draft.productId ? {} : { item: draft.item.trim() ? texts.quote.itemUnknown : texts.quote.itemNeeded }),
    ...(draft.expiry ? {} : { expiry: texts.quote.expiryNeeded }),
    ...(Number.isInteger(draft.quantity) && draft.quantity > 0 ? {} : { quantity: texts.common.wholeNumberNeeded }),
    ...(unitPrice ? {} : { unitPrice: texts.common.amountNeeded }),
    ...(needsReason && !draft.reason ? { reason: texts.quote.reasonNeeded } : {}),
  };
  if (draft.condition === 'REJECTED' || draft.condition === '') {
    return { faults: { ...faults, condition: texts.quote.rejectedTitle } };
  }
  if (answer?.refusal) return { faults: { ...faults, condition: texts.quote.refusals[answer.refusal] } };
  if (Object.keys(faults).length > 0 || !unitPrice) return { faults };
  return {
    line: {
      productId: draft.productId,
      item: draft.item.trim(),
      expiry: draft.expiry,
      grade: draft.condition,
      quantity: draft.quantity,
      unitPrice,
      ...(answer?.retailTwin ? { retailTwinId: answer.retailTwin } : {}),
      ...(best ? { bestBuyerId: best.buyerId } : {}),
      ...(needsReason && draft.reason ? { overrideReason: draft.reason } : {}),
    },
  };
}

export function draftOf(line: QuoteLine): LineDraft {
  return {
    item: line.item,
    productId: line.productId ?? '',
    expiry: line.expiry,
    condition: line.grade === 'SLIGHT_DAMAGE' ? 'SLIGHT_DAMAGE' : 'PERFECT',
    quantity: line.quantity,
    unitPrice: typedMoney(line.unitPrice),
    reason: line.overrideReason ?? '',
  };
}

/** The draft with another item: a product, if one is called so. */
export function named(draft: LineDraft, item: string, products: Product[]): LineDraft {
  const same = products.find((product) => product.name.toLowerCase() === item.trim().toLowerCase());
  return { ...draft, item: same?.name ?? item, productId: same?.id ?? '' };
}

/** Nobody began this line: a month that was tapped can't be untapped, so it doesn't count. */
export function isBlank(draft: LineDraft): boolean {
  return !draft.item.trim() && !draft.unitPrice.trim();
}

export function lineTotal(line: QuoteLine): Money {
  return times(line.unitPrice, line.quantity);
}

export function total(lines: QuoteLine[], currency: string): Money {
  return sum(lines.map(lineTotal), currency);
}
