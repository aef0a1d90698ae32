import type { Answer, Item, Money } from '../../api/types';
import { parseMoney, typedMoney } from '../../shared/format';

type ProposedLot = Answer<'/api/sale-proposals/{id}'>['lots'][number];

/** Boxes that could go; with the price where the buyer is one of the books. */
export type Candidate = Item<'/api/sale-candidates'> | ProposedLot;

/** Whether boxes may go whatever the buyer's list says of them: that, people may agree on otherwise. */
export function canGo(candidate: Candidate, minimumMonths: number): boolean {
  switch (candidate.obstacle) {
    case undefined:
    case 'GRADE_REFUSED':
    case 'CHANNEL_REFUSED':
    case 'NOT_LISTED':
      return true;
    case 'TOO_FEW_MONTHS':
      return candidate.monthsLeft >= minimumMonths;
    default:
      return false;
  }
}

/** What the buyer pays for a box of it, as text; empty where that isn't known. */
export function listPrice(candidate: Candidate): string {
  return 'unitPrice' in candidate && candidate.unitPrice ? typedMoney(candidate.unitPrice) : '';
}

/** Boxes of a lot that were picked for the sale; `each` is typed text. `exact` holds while nothing of it was changed. */
export interface Picked {
  lotId: string;
  item: string;
  expiry: string;
  unitCost: Money;
  quantity: number;
  each: string;
  exact?: Money;
}

/** The lots of each item, in the order in which they came. */
export function byItem(candidates: Candidate[]): [string, Candidate[]][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    groups.set(candidate.item, [...(groups.get(candidate.item) ?? []), candidate]);
  }
  return [...groups];
}

/** What the line costs the buyer; undefined while no price was typed. */
export function priceOf(picked: Picked): Money | undefined {
  if (picked.exact) return picked.exact;
  const each = parseMoney(picked.each, picked.unitCost.currency);
  return each && { minor: each.minor * picked.quantity, currency: each.currency };
}

/** Price and what the boxes would cost, of all that was picked and has a price. */
export function sums(picked: Picked[], currency: string): { boxes: number; price: Money; margin: Money } {
  let boxes = 0;
  let price = 0;
  let cost = 0;
  for (const line of picked) {
    boxes += line.quantity;
    price += priceOf(line)?.minor ?? 0;
    cost += line.unitCost.minor * line.quantity;
  }
  return { boxes, price: { minor: price, currency }, margin: { minor: price - cost, currency } };
}

/** Takes so many boxes from the lots without an obstacle, those that expire first in front; at the buyer's price unless one is given. */
export function firstToExpire(candidates: Candidate[], boxes: number, each: string): Picked[] {
  let left = boxes;
  return candidates
    .filter((candidate) => candidate.obstacle === undefined)
    .toSorted((a, b) => a.expiry.localeCompare(b.expiry))
    .flatMap((candidate) => {
      const quantity = Math.min(left, candidate.free);
      left -= quantity;
      return quantity > 0 ? [pick(candidate, quantity, each || listPrice(candidate))] : [];
    });
}

export function pick(candidate: Candidate, quantity: number, each: string): Picked {
  const { lotId, item, expiry, unitCost } = candidate;
  return { lotId, item, expiry, unitCost, quantity, each };
}

/** The lines of a draft, as they were picked. */
export function pickedOf(sale: Answer<'/api/sales/{id}'>): Picked[] {
  return sale.lines.map((line) => {
    const { currency } = line.price;
    const each = { minor: Math.round(line.price.minor / line.quantity), currency };
    return {
      lotId: line.lotId,
      item: line.item,
      expiry: line.expiry,
      unitCost: { minor: Math.round(line.landedCost.minor / line.quantity), currency },
      quantity: line.quantity,
      each: typedMoney(each),
      exact: line.price,
    };
  });
}
