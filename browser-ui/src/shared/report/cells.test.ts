import { describe, expect, it } from 'vitest';
import { axisText, cellText } from './cells';

describe('a cell of a report', () => {
  it.each([
    ['TEXT', 'Verio', 'Verio'],
    ['DATE', '2026-11-24', 'Nov 24, 2026'],
    ['MONTH', '2026-11', 'Nov 2026'],
    ['COUNT', 1204, '1,204'],
    ['TENTHS', 123, '12.3'],
    ['MONEY', -1250, '−$12.50'],
    ['PROFIT', 1250, '+$12.50'],
    ['PROFIT', 0, '$0.00'],
  ] as const)('%s %s reads %s', (kind, value, text) => {
    expect(cellText(kind, value, 'USD')).toBe(text);
  });

  it('is empty where the row of sums has none', () => {
    expect(cellText('MONTH', '', 'USD')).toBe('');
  });

  it('is short beside an axis', () => {
    expect(axisText('MONEY', 1_250_000, 'USD')).toBe('$12.5K');
    expect(axisText('COUNT', 1250, 'USD')).toBe('1,250');
  });
});
