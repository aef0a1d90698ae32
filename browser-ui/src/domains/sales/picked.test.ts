import { describe, expect, it } from 'vitest';
import { canGo, firstToExpire, listPrice, pick, priceOf, sums, type Candidate } from './picked';

const lot = (lotId: string, expiry: string, free: number, obstacle?: Candidate['obstacle']): Candidate => ({
  lotId,
  item: 'Verio',
  expiry,
  grade: 'PERFECT',
  free,
  monthsLeft: 6,
  unitCost: { minor: 1500, currency: 'USD' },
  ...(obstacle ? { obstacle } : {}),
});

describe('boxes that expire first', () => {
  it('are taken first, lot after lot, until there are enough', () => {
    const taken = firstToExpire([lot('late', '2027-09', 5), lot('soon', '2027-03', 2)], 4, '20');
    expect(taken.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      ['soon', 2],
      ['late', 2],
    ]);
  });

  it('are passed over where they can’t go', () => {
    const taken = firstToExpire([lot('held', '2027-01', 9, 'ON_HOLD'), lot('free', '2027-03', 2)], 4, '20');
    expect(taken.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([['free', 2]]);
  });
});

describe('boxes for a buyer of the books', () => {
  const listed = { ...lot('a', '2027-03', 3), unitPrice: { minor: 2050, currency: 'USD' } };

  it('are taken at what that buyer pays, unless another price is typed', () => {
    expect(firstToExpire([listed], 2, '')[0]?.each).toBe('20.50');
    expect(firstToExpire([listed], 2, '19')[0]?.each).toBe('19');
    expect(listPrice(lot('b', '2027-03', 3))).toBe('');
  });

  it('may go by agreement where only the list or the usual terms say no', () => {
    expect(canGo(lot('a', '2027-03', 3, 'NOT_LISTED'), 0)).toBe(true);
    expect(canGo(lot('a', '2027-03', 3, 'GRADE_REFUSED'), 0)).toBe(true);
    expect(canGo(lot('a', '2027-03', 3, 'TOO_FEW_MONTHS'), 6)).toBe(true);
    expect(canGo(lot('a', '2027-03', 3, 'TOO_FEW_MONTHS'), 7)).toBe(false);
    expect(canGo(lot('a', '2027-03', 3, 'ON_HOLD'), 0)).toBe(false);
    expect(canGo(lot('a', '2027-03', 3, 'EXPIRED'), 0)).toBe(false);
  });
});

describe('a line', () => {
  it('costs its boxes times the price of each', () => {
    expect(priceOf(pick(lot('a', '2027-03', 3), 3, '20.50'))).toEqual({ minor: 6150, currency: 'USD' });
  });

  it('keeps the exact price that was agreed while nothing of it is changed', () => {
    const exact = { minor: 1000, currency: 'USD' };
    expect(priceOf({ ...pick(lot('a', '2027-03', 3), 3, '3.33'), exact })).toEqual(exact);
  });

  it('has no price while none was typed', () => {
    expect(priceOf(pick(lot('a', '2027-03', 3), 3, 'soon'))).toBeUndefined();
  });
});

it('sums tell the margin over the landed cost', () => {
  expect(sums([pick(lot('a', '2027-03', 3), 2, '20'), pick(lot('b', '2027-03', 3), 1, '10')], 'USD')).toEqual({
    boxes: 3,
    price: { minor: 5000, currency: 'USD' },
    margin: { minor: 500, currency: 'USD' },
  });
});
