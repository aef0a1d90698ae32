import { describe, expect, it } from 'vitest';
import { blankFinding, countText, draftsOf, finishFinding, isAsPromised, worth, type Line } from './dealLines';

const line: Line = {
  line: 1,
  item: 'OneTouch Verio 50ct',
  productId: 'p1',
  quoted: {
    expiry: '2027-04',
    grade: 'PERFECT',
    quantity: 3,
    unitPrice: { minor: 1500, currency: 'USD' },
    total: { minor: 4500, currency: 'USD' },
  },
  inspected: false,
  found: [],
  photos: [],
};

const good = {
  number: 1,
  expiry: '2027-04',
  grade: 'PERFECT',
  quantity: 2,
  unitPrice: { minor: 1500, currency: 'USD' },
  outcome: 'STOCK',
  total: { minor: 3000, currency: 'USD' },
  sold: 0,
  onHand: 0,
  proceeds: { minor: 0, currency: 'USD' },
  profit: { minor: 0, currency: 'USD' },
} as const;

describe('what was found of a line', () => {
  it('begins as what was quoted, and needs no reason then', () => {
    expect(finishFinding(blankFinding(line), line, 'USD')).toEqual({
      finding: {
        expiry: '2027-04',
        grade: 'PERFECT',
        quantity: 3,
        unitPrice: { minor: 1500, currency: 'USD' },
        outcome: 'STOCK',
      },
    });
  });

  it('names the buyer and the twin that its price was told with', () => {
    const answer = {
      months: 7,
      retailTwin: 'p2',
      offers: [{ buyerId: 'b1', name: 'StripRescue', price: { minor: 2000, currency: 'USD' }, version: 1 }],
      minimumMargin: 10,
    };
    expect(finishFinding(blankFinding(line), line, 'USD', answer)).toMatchObject({
      finding: { retailTwinId: 'p2', bestBuyerId: 'b1' },
    });
  });

  it('begins as what was found, when it is looked at again', () => {
    expect(draftsOf({ ...line, inspected: true, found: [good] })).toEqual([
      { quantity: 2, expiry: '2027-04', condition: 'PERFECT', outcome: 'STOCK', difference: '', unitPrice: '15.00' },
    ]);
  });

  it('needs a reason where the price is another', () => {
    const cheaper = { ...blankFinding(line), unitPrice: '14' };
    expect(finishFinding(cheaper, line, 'USD')).toHaveProperty('faults.difference');
    expect(finishFinding({ ...cheaper, difference: 'DAMAGED' }, line, 'USD')).toHaveProperty('finding');
  });

  it('never stocks rejected boxes', () => {
    const rejected = { ...blankFinding(line), condition: 'REJECTED', difference: 'WATER' } as const;
    expect(finishFinding(rejected, line, 'USD')).toHaveProperty('faults.outcome');
    expect(finishFinding({ ...rejected, outcome: 'RETURN' }, line, 'USD')).toEqual({
      finding: {
        expiry: '2027-04',
        quantity: 3,
        unitPrice: { minor: 0, currency: 'USD' },
        outcome: 'RETURN',
        difference: 'WATER',
      },
    });
  });

  it('is paid for where it goes to stock only', () => {
    expect(
      worth(
        [
          { ...good, quantity: 2 },
          { ...good, quantity: 1, outcome: 'RETURN' },
        ],
        'USD',
      ),
    ).toEqual({ minor: 3000, currency: 'USD' });
  });

  it('says how many boxes are missing', () => {
    const found = { ...line, inspected: true, found: [good] };
    expect(countText(found)).toBe('1 box missing');
    expect(isAsPromised(found)).toBe(false);
    expect(isAsPromised({ ...found, found: [{ ...good, quantity: 3 }] })).toBe(true);
  });
});
