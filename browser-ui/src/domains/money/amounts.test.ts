import { describe, expect, it } from 'vitest';
import { deductionOf, parseMiles, parseRate, rateOn, typedTenths } from './amounts';

describe('miles as they are typed', () => {
  it.each([
    ['12', 120],
    ['12.3', 123],
    ['12.30', 123],
    ['.5', 5],
    ['1,204.5', 12_045],
    ['5000', 50_000],
  ])('%s are %d tenths', (typed, tenths) => {
    expect(parseMiles(typed)).toBe(tenths);
  });

  it.each(['', 'x', '0', '12.34', '-3', '5000.1', '1e3'])('%j are none', (typed) => {
    expect(parseMiles(typed)).toBeUndefined();
  });

  it('come back as they were typed', () => {
    expect(typedTenths(123)).toBe('12.3');
    expect(typedTenths(120)).toBe('12');
  });
});

describe('what a trip counts', () => {
  it('is what the server says: half a cent goes to the even one', () => {
    expect(deductionOf(123, 700).minor).toBe(861);
    expect(deductionOf(2, 725).minor).toBe(14);
    expect(deductionOf(6, 725).minor).toBe(44);
    expect(deductionOf(123, 725).minor).toBe(892);
  });

  it('takes cents with one digit after the point', () => {
    expect(parseRate('72.5')).toBe(725);
    expect(parseRate('72.55')).toBeUndefined();
  });
});

describe('the rate of a day', () => {
  const rates = [
    { from: '2025-01-01', rate: 700 },
    { from: '2026-01-01', rate: 725 },
    { from: '2026-07-01', rate: 760 },
  ];

  it('is the last that began by then', () => {
    expect(rateOn(rates, '2025-12-31')?.rate).toBe(700);
    expect(rateOn(rates, '2026-06-30')?.rate).toBe(725);
    expect(rateOn(rates, '2026-12-31')?.rate).toBe(760);
  });

  it('isn’t known before the first and after the last year', () => {
    expect(rateOn(rates, '2024-12-31')).toBeUndefined();
    expect(rateOn(rates, '2027-01-01')).toBeUndefined();
  });
});
