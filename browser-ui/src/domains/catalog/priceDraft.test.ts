import { describe, expect, it } from 'vitest';
import {
  changed,
  draftOf,
  emptyDraft,
  finished,
  isUnpriced,
  withProducts,
  withSheet,
  type ListedPrices,
  type PriceDraft,
  type SheetLine,
} from './priceDraft';

const usd = (minor: number) => ({ minor, currency: 'USD' });

const prices: ListedPrices = {
  number: 3,
  effectiveFrom: '2026-11-01',
  withdrawn: false,
  grades: [
    { grade: 'PERFECT', percent: 100 },
    { grade: 'SLIGHT_DAMAGE', percent: 50 },
  ],
  channels: [
    { channel: 'RETAIL', percent: 100 },
    { channel: 'DME', percent: 60 },
  ],
  lines: [
    {
      productId: 'p1',
      item: 'OneTouch Verio 50ct',
      tiers: [
        { fromMonths: 8, price: usd(2200) },
        { fromMonths: 5, price: usd(1500), damaged: usd(600) },
      ],
    },
    { productId: 'p2', item: 'Accu-Chek Guide 100ct', tiers: [{ fromMonths: 10, price: usd(2805) }] },
  ],
};

function bodyOf(draft: PriceDraft) {
  const done = finished(draft, 3, '2026-12-01', 'USD');
  if (!('body' in done)) throw new Error('not finished');
  return done.body;
}

describe('a price list', () => {
  it('that is opened and published unchanged says the same', () => {
    expect(bodyOf(draftOf(prices))).toEqual({
      basedOn: 3,
      effectiveFrom: '2026-12-01',
      grades: prices.grades,
      channels: prices.channels,
      lines: prices.lines.map(({ productId, tiers }) => ({ productId, tiers })),
    });
  });

  it('shows all tiers, the longest first', () => {
    expect(draftOf(prices).tiers).toEqual([10, 8, 5]);
  });

  it('is not published with a price that is none', () => {
    const draft = draftOf(prices);
    const broken = { ...draft, rows: draft.rows.map((row) => ({ ...row, prices: { ...row.prices, 8: 'free' } })) };
    expect(finished(broken, 3, '2026-12-01', 'USD')).toEqual({ faults: new Set(['p1 8', 'p2 8']) });
  });

  it('has what damaged boxes are worth beside the others, where it says so', () => {
    expect(draftOf(prices).rows.map((row) => row.damaged)).toEqual([{ 5: '6.00' }, {}]);
    expect(draftOf(prices).damagedPrices).toBe(true);
    const shares = bodyOf({ ...draftOf(prices), damagedPrices: false });
    expect(shares.lines[0]?.tiers[1]).toEqual({ fromMonths: 5, price: usd(1500) });
  });

  it.each(['x', '0', '15.01'])('is not published with %s for a damaged box of $15.00', (text) => {
    const draft = draftOf(prices);
    const broken = { ...draft, rows: draft.rows.map((row) => ({ ...row, damaged: { 5: text } })) };
    expect(finished(broken, 3, '2026-12-01', 'USD')).toEqual({ faults: new Set(['p1 5 damaged', 'p2 5']) });
  });

  it('is not published with a share above all of it', () => {
    expect(finished({ ...draftOf(prices), damaged: '101' }, 3, '2026-12-01', 'USD')).toHaveProperty('faults');
  });

  it('leaves products without any price out', () => {
    const draft = { ...emptyDraft(), rows: [{ productId: 'p1', item: 'Verio', prices: {}, damaged: {} }] };
    expect(bodyOf(draft).lines).toEqual([]);
  });

  it('refuses damaged boxes where nothing is written for them', () => {
    expect(bodyOf({ ...draftOf(prices), damaged: ' ' }).grades).toEqual([{ grade: 'PERFECT', percent: 100 }]);
  });
});

describe('items that were chosen elsewhere', () => {
  it('have rows to be priced in, those without a price first', () => {
    const draft = { ...emptyDraft(), rows: [{ productId: 'a', item: 'Accu', prices: { 8: '20' }, damaged: {} }] };
    const priced = withProducts(draft, [
      { id: 'a', name: 'Accu' },
      { id: 'b', name: 'Verio' },
    ]);
    expect(priced.rows.map((row) => row.item)).toEqual(['Verio', 'Accu']);
    expect(priced.rows.map(isUnpriced)).toEqual([true, false]);
  });
});

describe('a pasted sheet', () => {
  const lines: SheetLine[] = [
    {
      number: 1,
      text: 'verio 50 9+ 25',
      productId: 'p1',
      item: 'OneTouch Verio 50ct',
      tiers: [{ fromMonths: 9, price: usd(2500) }],
    },
    {
      number: 2,
      text: 'new 9+ 4',
      productId: 'p3',
      item: 'Contour Next 50ct',
      tiers: [{ fromMonths: 9, price: usd(400) }],
    },
    { number: 3, text: 'what', tiers: [], fault: 'None of your products is called “what”.' },
  ];

  it('gives its products its prices and leaves the others theirs', () => {
    const draft = withSheet(draftOf(prices), lines);
    expect(draft.rows.map((row) => row.item)).toEqual([
      'Accu-Chek Guide 100ct',
      'Contour Next 50ct',
      'OneTouch Verio 50ct',
    ]);
    expect(draft.rows.map((row) => row.prices)).toEqual([{ 10: '28.05' }, { 9: '4.00' }, { 9: '25.00' }]);
    expect(draft.tiers).toEqual([10, 9, 8, 5]);
  });

  it('brings its own tiers to an empty list', () => {
    expect(withSheet(emptyDraft(), lines).tiers).toEqual([9]);
  });
});

describe('a change of many prices', () => {
  it('by percent is rounded half to even', () => {
    const draft = changed(draftOf(prices), { by: 'percent', value: -10, filter: '' }, 'USD');
    expect(draft.rows.map((row) => row.prices)).toEqual([{ 8: '19.80', 5: '13.50' }, { 10: '25.24' }]);
    expect(draft.rows[0]?.damaged).toEqual({ 5: '5.40' });
  });

  it('by an amount meets only the items that are meant', () => {
    const draft = changed(draftOf(prices), { by: 'amount', value: 150, filter: 'acc guide' }, 'USD');
    expect(draft.rows.map((row) => row.prices)).toEqual([{ 8: '22.00', 5: '15.00' }, { 10: '29.55' }]);
  });

  it('meets only the items that were chosen, where some were', () => {
    const start = draftOf(prices);
    const only = new Set([start.rows[1]?.productId ?? '']);
    const draft = changed(start, { by: 'percent', value: 100, filter: '', only }, 'USD');
    expect(draft.rows[0]).toEqual(start.rows[0]);
    expect(draft.rows[1]?.prices).not.toEqual(start.rows[1]?.prices);
  });

  it('leaves a cent at least', () => {
    const draft = changed(draftOf(prices), { by: 'amount', value: -5000, filter: '' }, 'USD');
    expect(draft.rows[0]?.prices).toEqual({ 8: '0.01', 5: '0.01' });
  });
});
