import type { Body, Item, Money } from '../../api/types';
import { parseMoney, sum, times, typedMoney } from '../../shared/format';
import { texts } from '../../texts';

export type QuoteLine = Body<'/api/deals', 'post'>['lines'][number];
export type Product = Item<'/api/products'>;

/** A line while it is being written. `REJECTED` is a condition of a box, never of a line that is added. */
export interface LineDraft {
  item: string;
  /** Empty while the item's name is none of a product. */
  productId: string;
  expiry: string;
  condition: 'PERFECT' | 'SLIGHT_DAMAGE' | 'REJECTED' | '';
  quantity: number;
  unitPrice: string;
}

export const blankLine: LineDraft = {
  item: '',
  productId: '',
  expiry: '',
  condition: 'PERFECT',
  quantity: 1,
  unitPrice: '',
};

export type DraftFaults = Partial<Record<keyof LineDraft, string>>;

/** The line of a finished draft, or what is missing. */
export function finishLine(draft: LineDraft, currency: string): { line: QuoteLine } | { faults: DraftFaults } {
  const unitPrice = parseMoney(draft.unitPrice, currency);
  const faults: DraftFaults = {
    ...(draft.productId ? {} : { item: draft.item.trim() ? texts.quote.itemUnknown : texts.quote.itemNeeded }),
    ...(draft.expiry ? {} : { expiry: texts.quote.expiryNeeded }),
    ...(Number.isInteger(draft.quantity) && draft.quantity > 0 ? {} : { quantity: texts.common.wholeNumberNeeded }),
    ...(unitPrice ? {} : { unitPrice: texts.common.amountNeeded }),
  };
  if (draft.condition === 'REJECTED' || draft.condition === '') {
    return { faults: { ...faults, condition: texts.quote.rejectedTitle } };
  }
  if (Object.keys(faults).length > 0 || !unitPrice) return { faults };
  return {
    line: {
      productId: draft.productId,
      item: draft.item.trim(),
      expiry: draft.expiry,
      grade: draft.condition,
      quantity: draft.quantity,
      unitPrice,
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
