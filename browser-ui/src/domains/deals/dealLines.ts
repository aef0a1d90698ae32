import type { Body, Money } from '../../api/types';
import { boxes, money, month, parseMoney, sum, times, typedMoney } from '../../shared/format';
import { texts } from '../../texts';
import type { Deal } from './commands';
import type { PriceAnswer } from './quoteLines';

export type Line = Deal['lines'][number];
export type Found = Line['found'][number];
export type Finding = Body<'/api/deals/{id}/inspect', 'post'>['found'][number];
export type Inspected = Body<'/api/deals/{id}/inspect', 'post'>;
type Outcome = Finding['outcome'];
type Difference = NonNullable<Finding['difference']>;

/** Boxes that are alike, while they are being written down. */
export interface FindingDraft {
  quantity: number;
  expiry: string;
  condition: 'PERFECT' | 'SLIGHT_DAMAGE' | 'UNGRADED' | 'REJECTED';
  outcome: Outcome;
  difference: Difference | '';
  unitPrice: string;
}

/** What a line begins as: what was found before, else what was quoted. */
export function draftsOf(line: Line): FindingDraft[] {
  if (line.inspected && line.found.length > 0) {
    return line.found.map((boxes) => ({
      quantity: boxes.quantity,
      expiry: boxes.expiry,
      condition: boxes.grade ?? 'REJECTED',
      outcome: boxes.outcome,
      difference: boxes.difference ?? '',
      unitPrice: boxes.unitPrice ? typedMoney(boxes.unitPrice) : '',
    }));
  }
  return [blankFinding(line)];
}

export function blankFinding(line: Line | undefined): FindingDraft {
  const quoted = line?.quoted;
  return {
    quantity: quoted?.quantity ?? 1,
    expiry: quoted?.expiry ?? '',
    condition: quoted?.grade ?? 'PERFECT',
    outcome: 'STOCK',
    difference: quoted ? '' : 'NOT_QUOTED',
    unitPrice: quoted?.unitPrice ? typedMoney(quoted.unitPrice) : '',
  };
}

export type FindingFaults = Partial<Record<keyof FindingDraft, string>>;

/** The finding of a finished draft, or what is missing. */
export function finishFinding(
  draft: FindingDraft,
  line: Line | undefined,
  currency: string,
  answer?: PriceAnswer,
): { finding: Finding } | { faults: FindingFaults } {
  const price = draft.outcome === 'STOCK' ? parseMoney(draft.unitPrice, currency) : { minor: 0, currency };
  const rejectedStock = draft.condition === 'REJECTED' && draft.outcome === 'STOCK';
  const faults: FindingFaults = {
    ...(/^\d{4}-\d{2}$/.test(draft.expiry) ? {} : { expiry: texts.quote.expiryNeeded }),
    ...(Number.isInteger(draft.quantity) && draft.quantity > 0 ? {} : { quantity: texts.common.wholeNumberNeeded }),
    ...(price ? {} : { unitPrice: texts.common.amountNeeded }),
    ...(rejectedStock ? { outcome: texts.problems['deals.rejected-goods'] ?? '' } : {}),
    ...(draft.difference || isAsQuoted(draft, line, currency) ? {} : { difference: texts.deal.reasonNeeded }),
  };
  if (Object.keys(faults).length > 0 || !price) return { faults };
  return {
    finding: {
      expiry: draft.expiry,
      quantity: draft.quantity,
      unitPrice: price,
      outcome: draft.outcome,
      ...(draft.condition === 'REJECTED' ? {} : { grade: draft.condition }),
      ...(draft.difference ? { difference: draft.difference } : {}),
      ...(answer?.retailTwin ? { retailTwinId: answer.retailTwin } : {}),
      ...(answer?.offers[0] ? { bestBuyerId: answer.offers[0].buyerId } : {}),
    },
  };
}

function isAsQuoted(draft: FindingDraft, line: Line | undefined, currency: string): boolean {
  const quoted = line?.quoted;
  return (
    quoted !== undefined &&
    draft.outcome === 'STOCK' &&
    draft.condition === quoted.grade &&
    draft.expiry === quoted.expiry &&
    parseMoney(draft.unitPrice, currency)?.minor === quoted.unitPrice?.minor
  );
}

/** What is paid for boxes that were found. */
export function worth(found: readonly Finding[], currency: string): Money {
  return sum(
    found.filter((boxes) => boxes.outcome === 'STOCK').map((boxes) => times(boxes.unitPrice, boxes.quantity)),
    currency,
  );
}

/** What a line would be bought for: as found, else as quoted. */
export function lineWorth(line: Line, currency: string): Money {
  if (line.inspected)
    return sum(
      line.found.map((boxes) => boxes.total),
      currency,
    );
  return line.quoted?.total ?? { minor: 0, currency };
}

/** Found boxes in one line of words. */
export function foundText(found: Pick<Found, 'quantity' | 'expiry' | 'grade' | 'outcome' | 'difference'>): string {
  return [
    boxes(found.quantity),
    month(found.expiry),
    found.grade ? texts.deals.grades[found.grade] : texts.deal.rejected,
    found.outcome === 'STOCK' ? undefined : texts.deal.outcomes[found.outcome],
    found.difference && texts.deal.differences[found.difference],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How many boxes fewer or more there are than were quoted; nothing where it is as many. */
export function countText(line: Line): string | undefined {
  if (!line.quoted || !line.inspected) return undefined;
  const difference = line.found.reduce((all, boxes) => all + boxes.quantity, 0) - line.quoted.quantity;
  if (difference === 0) return undefined;
  return difference < 0 ? texts.deal.missing(-difference) : texts.deal.tooMany(difference);
}

/** Whether all that was quoted was found so, and nothing else. */
export function isAsPromised(line: Line): boolean {
  return line.quoted !== undefined && !countText(line) && line.found.every((boxes) => !boxes.difference);
}

export function quotedText(quoted: Line['quoted']): string {
  if (!quoted) return texts.deal.differences.NOT_QUOTED;
  return [
    boxes(quoted.quantity),
    month(quoted.expiry),
    texts.deals.grades[quoted.grade],
    quoted.unitPrice && texts.deal.each(money(quoted.unitPrice)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How many boxes of the deal are on the shelf. */
export function onHand(deal: Deal): number {
  return deal.lines.flatMap((line) => line.found).reduce((all, boxes) => all + boxes.onHand, 0);
}
