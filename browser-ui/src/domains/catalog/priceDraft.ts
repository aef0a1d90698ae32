import type { Answer, Body, Money } from '../../api/types';
import { money, parseMoney, typedMoney } from '../../shared/format';

export type ListedPrices = Answer<'/api/price-lists/{id}/prices'>;
export type SheetLine = Answer<'/api/price-sheets/preview', 'post'>['lines'][number];
export type PricesBody = Body<'/api/price-lists/{id}/versions', 'post'>;

/** A product's prices while they are being written: months to what was typed. */
export interface DraftRow {
  productId: string;
  item: string;
  prices: Record<number, string>;
  /** What slightly damaged boxes are worth, where that isn't the list's share of the others. */
  damaged: Record<number, string>;
}

/** A version of a price list while it is being written. */
export interface PriceDraft {
  /** From the most months to the fewest. */
  tiers: number[];
  rows: DraftRow[];
  /** Percent of a perfect box's price; empty: refused. */
  damaged: string;
  /** Whether damaged boxes may have prices of their own. */
  damagedPrices: boolean;
  /** Percent of the retail twin's price, by channel; an empty one is refused. */
  channels: Record<string, string>;
}

export const NON_RETAIL = ['DME', 'MAIL_ORDER', 'GOVERNMENT', 'INTERNATIONAL'] as const;
const USUAL_TIERS = [8, 5];

export function emptyDraft(): PriceDraft {
  return { tiers: USUAL_TIERS, rows: [], damaged: '50', damagedPrices: false, channels: {} };
}

/** What a published version says, to be changed into the next. */
export function draftOf(prices: ListedPrices): PriceDraft {
  const damaged = prices.grades.find((share) => share.grade === 'SLIGHT_DAMAGE');
  return {
    tiers: descending(prices.lines.flatMap((line) => line.tiers.map((tier) => tier.fromMonths))),
    rows: prices.lines.map(({ productId, item, tiers }) => ({ productId, item, ...typed(tiers) })),
    damaged: damaged ? String(damaged.percent) : '',
    damagedPrices: prices.lines.some((line) => line.tiers.some((tier) => tier.damaged)),
    channels: Object.fromEntries(
      prices.channels
        .filter((share) => share.channel !== 'RETAIL')
        .map((share) => [share.channel, String(share.percent)]),
    ),
  };
}

/** Has a row for each of these products, so that those without a price get one. */
export function withProducts(draft: PriceDraft, products: { id: string; name: string }[]): PriceDraft {
  const known = new Set(draft.rows.map((row) => row.productId));
  const added = products
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({ productId: id, item: name, prices: {}, damaged: {} }));
  return { ...draft, rows: [...added, ...draft.rows] };
}

/** Whether a row has no price yet. */
export function isUnpriced(row: DraftRow): boolean {
  return Object.keys(row.prices).length === 0;
}

/** Takes in what was pasted: its products get its prices, all others keep theirs. */
export function withSheet(draft: PriceDraft, lines: SheetLine[]): PriceDraft {
  const good = lines.flatMap(({ productId, item, tiers }) =>
    productId && item ? [{ productId, item, ...typed(tiers) }] : [],
  );
  const pasted = new Map(good.map((row) => [row.productId, row]));
  const known = new Set(draft.rows.map((row) => row.productId));
  const rows = [
    ...draft.rows.map((row) => pasted.get(row.productId) ?? row),
    ...good.filter((row) => !known.has(row.productId)),
  ].toSorted((a, b) => a.item.localeCompare(b.item));
  const used = rows.flatMap((row) => Object.keys(row.prices).map(Number));
  return {
    ...draft,
    rows,
    tiers: descending([...(draft.rows.length > 0 ? draft.tiers : []), ...used]),
    damagedPrices: draft.damagedPrices || rows.some((row) => Object.keys(row.damaged).length > 0),
  };
}

export interface Change {
  by: 'percent' | 'amount';
  /** Below zero lowers; an amount is in minor units. */
  value: number;
  /** Letters that an item must hold; all of them without. */
  filter: string;
  /** Products that are meant alone; all of them without. */
  only?: ReadonlySet<string> | undefined;
}

/** The rows that a change is about. */
export function meantRows(draft: PriceDraft, { filter, only }: Pick<Change, 'filter' | 'only'>): DraftRow[] {
  return draft.rows.filter((row) => (!only || only.has(row.productId)) && isMeant(row.item, filter));
}

function isMeant(item: string, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => item.toLowerCase().includes(word));
}

/** Raises or lowers prices, to the cent, half to even; none falls below a cent. */
export function changed(draft: PriceDraft, change: Change, currency: string): PriceDraft {
  const meant = new Set(meantRows(draft, change));
  return {
    ...draft,
    rows: draft.rows.map((row) => (meant.has(row) ? changedRow(row, change, currency) : row)),
  };
}

function changedRow(row: DraftRow, change: Change, currency: string): DraftRow {
  return {
    ...row,
    prices: changedPrices(row.prices, change, currency),
    damaged: changedPrices(row.damaged, change, currency),
  };
}

function changedPrices(prices: Record<number, string>, change: Change, currency: string): Record<number, string> {
  const all = Object.entries(prices).map(([months, text]) => {
    const price = parseMoney(text, currency);
    if (!price) return [months, text];
    const minor =
      change.by === 'amount' ? price.minor + change.value : halfEven((price.minor * (100 + change.value)) / 100);
    return [months, typedMoney({ minor: Math.max(1, minor), currency })];
  });
  return Object.fromEntries(all) as Record<number, string>;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The draft as the API takes it, or the rows (by product) and fields that make no sense. */
export function finished(
  draft: PriceDraft,
  basedOn: number,
  effectiveFrom: string,
  currency: string,
): { body: PricesBody } | { faults: Set<string> } {
  const faults = new Set<string>();
  const lines = draft.rows.flatMap((row) => {
    const tiers = draft.tiers.flatMap((fromMonths) => {
      const text = (row.prices[fromMonths] ?? '').trim();
      const damagedText = draft.damagedPrices ? (row.damaged[fromMonths] ?? '').trim() : '';
      if (!text && !damagedText) return [];
      const price = parseMoney(text, currency);
      const damaged = damagedText ? parseMoney(damagedText, currency) : undefined;
      if (!price?.minor) faults.add(cellOf(row, fromMonths));
      else if (damagedText && (!damaged?.minor || damaged.minor > price.minor))
        faults.add(damagedCellOf(row, fromMonths));
      return price ? [{ fromMonths, price, ...(damaged ? { damaged } : {}) }] : [];
    });
    return tiers.length > 0 ? [{ productId: row.productId, tiers }] : [];
  });
  const shares = [draft.damaged, ...Object.values(draft.channels)];
  if (!shares.every((text) => /^\s*(\d{1,2}|100)?\s*$/.test(text))) faults.add('shares');
  if (faults.size > 0) return { faults };
  return {
    body: {
      basedOn,
      effectiveFrom,
      grades: [
        { grade: 'PERFECT', percent: 100 },
        ...(draft.damaged.trim() ? [{ grade: 'SLIGHT_DAMAGE' as const, percent: Number(draft.damaged) }] : []),
      ],
      channels: [
        { channel: 'RETAIL', percent: 100 },
        ...NON_RETAIL.flatMap((channel) =>
          draft.channels[channel]?.trim() ? [{ channel, percent: Number(draft.channels[channel]) }] : [],
        ),
      ],
      lines,
    },
  };
}

/** What a faulty price is called. */
export function cellOf(row: DraftRow, fromMonths: number): string {
  return `${row.productId} ${String(fromMonths)}`;
}

export function damagedCellOf(row: DraftRow, fromMonths: number): string {
  return `${cellOf(row, fromMonths)} damaged`;
}

/** All tiers that any product has. */
export function tiersOf(prices: ListedPrices): number[] {
  return descending(prices.lines.flatMap((line) => line.tiers.map((tier) => tier.fromMonths)));
}

interface TierPrices {
  price: Money;
  damaged?: Money;
}

/** A tier's prices as they are read: `$22.00`, or `$22.00 / $11.00` where damaged boxes have their own. */
export function tierText({ price, damaged }: TierPrices): string {
  return damaged ? `${money(price)} / ${money(damaged)}` : money(price);
}

function typed(tiers: (TierPrices & { fromMonths: number })[]): Pick<DraftRow, 'prices' | 'damaged'> {
  return {
    prices: Object.fromEntries(tiers.map(({ fromMonths, price }) => [fromMonths, typedMoney(price)])),
    damaged: Object.fromEntries(
      tiers.flatMap(({ fromMonths, damaged }) => (damaged ? [[fromMonths, typedMoney(damaged)]] : [])),
    ),
  };
}

function descending(months: number[]): number[] {
  return [...new Set(months)].toSorted((a, b) => b - a);
}
