import { describe, expect, it } from 'vitest';
import { nameOf, period } from './periods';

describe('a period', () => {
  it('reaches from the first to the last day of its month, leap years too', () => {
    expect(period('thisMonth', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(period('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('goes back over the turn of the year', () => {
    expect(period('lastMonth', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(period('lastYear', '2026-01-15')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('is known by its name again, and one of its own has none', () => {
    expect(nameOf(period('thisYear', '2026-11-26'), '2026-11-26')).toBe('thisYear');
    expect(nameOf({}, '2026-11-26')).toBe('all');
    expect(nameOf({ from: '2026-11-02', to: '2026-11-30' }, '2026-11-26')).toBeUndefined();
  });
});
