import { describe, expect, it } from 'vitest';
import { firstToExpire, pick, priceOf, sums, type Candidate } from './picked';

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
