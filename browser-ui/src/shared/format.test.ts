import { describe, expect, it } from 'vitest';
import * as format from './format';

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('money', () => {
  it('is written with its currency, thousands and cents', () => {
    expect(format.money(usd(123456))).toBe('$1,234.56');
    expect(format.money({ minor: 1500, currency: 'JPY' })).toBe('¥1,500');
  });

  it('shows a loss with a minus and a gain with a plus where it is a difference', () => {
    expect(format.signedMoney(usd(1200))).toBe('+$12.00');
    expect(format.signedMoney(usd(-305))).toBe('−$3.05');
    expect(format.signedMoney(usd(0))).toBe('$0.00');
  });

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['$1,234.50', 123450],
    [' $ 62.00', 6200],
    ['.5', 50],
    ['12.500', 1250],
    ['0', 0],
    ['0.07', 7],
  ])('typed as "%s" is %i cents', (typed, minor) => {
    expect(format.parseMoney(typed, 'USD')).toEqual(usd(minor));
  });

  it.each(['', ' ', 'free', '-3', '12.505', '1.2.3', '=SUM(A1)', '.', '1e3'])('typed as "%s" is no amount', (typed) => {
    expect(format.parseMoney(typed, 'USD')).toBeUndefined();
  });

  it('has no fraction where its currency has none', () => {
    expect(format.parseMoney('1500', 'JPY')).toEqual({ minor: 1500, currency: 'JPY' });
    expect(format.parseMoney('1500.5', 'JPY')).toBeUndefined();
  });

  it('comes back the same after being typed anew', () => {
    for (const minor of [0, 1, 7, 10, 99, 100, 105, 1999, 123456789]) {
      expect(format.parseMoney(format.typedMoney(usd(minor)), 'USD')).toEqual(usd(minor));
    }
  });
});

describe('dates', () => {
  it('are the day they name, wherever the browser is', () => {
    expect(format.date('2026-11-24')).toBe('Nov 24, 2026');
    expect(format.date('2026-01-01')).toBe('Jan 1, 2026');
  });

  it('show an expiry as month and year', () => {
    expect(format.month('2026-11')).toBe('Nov 2026');
  });

  it('are today by the clock of the business', () => {
    const justAfterMidnightInLondon = new Date('2026-11-24T00:30:00Z');
    expect(format.todayIn('Europe/London', justAfterMidnightInLondon)).toBe('2026-11-24');
    expect(format.todayIn('America/New_York', justAfterMidnightInLondon)).toBe('2026-11-23');
  });

  it('count months to an expiry over the turn of the year', () => {
    expect(format.monthsLeft('2027-02', '2026-11-24')).toBe(3);
    expect(format.monthsLeft('2026-11', '2026-11-24')).toBe(0);
    expect(format.monthsLeft('2026-10', '2026-11-24')).toBe(-1);
  });

  it('add months over the turn of the year', () => {
    expect(format.addMonths('2026-11', 3)).toBe('2027-02');
    expect(format.addMonths('2026-09', 3)).toBe('2026-12');
    expect(format.addMonths('2026-12', 0)).toBe('2026-12');
  });

  it('count days until another', () => {
    expect(format.daysUntil('2026-12-01', '2026-11-24')).toBe(7);
    expect(format.daysUntil('2026-11-23', '2026-11-24')).toBe(-1);
  });
});

describe('phones', () => {
  it('are written as people of the country do', () => {
    expect(format.phone('+16175550155')).toBe('(617) 555-0155');
  });

  it('of other countries stay as they are', () => {
    expect(format.phone('+442071838750')).toBe('+442071838750');
  });
});

describe('counts', () => {
  it('name one box and many', () => {
    expect(format.boxes(1)).toBe('1 box');
    expect(format.boxes(1204)).toBe('1,204 boxes');
    expect(format.boxes(0)).toBe('0 boxes');
  });
});

describe('addresses', () => {
  it('leave out what is not known', () => {
    expect(format.addressLines({ line1: '1 Main St', city: 'Tampa', region: 'FL', postalCode: '33601' })).toEqual([
      '1 Main St',
      'Tampa, FL 33601',
    ]);
    expect(format.addressLines({})).toEqual([]);
  });
});

describe('sizes', () => {
  it('are told in the unit that fits', () => {
    expect(format.size(800)).toBe('0.8 kB');
    expect(format.size(1_234_567)).toBe('1.2 MB');
    expect(format.size(5_000_000_000)).toBe('5 GB');
  });
});
