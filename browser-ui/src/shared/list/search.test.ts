import { describe, expect, it } from 'vitest';
import { day, listSearch, oneOf } from './search';

describe('the address of a list', () => {
  it('says page, size, sorting and search', () => {
    expect(listSearch({ page: 2, size: 100, sort: '-date', search: 'tam' })).toEqual({
      page: 2,
      size: 100,
      sort: '-date',
      search: 'tam',
    });
  });

  it('is read leniently: what makes no sense is left out', () => {
    expect(listSearch({ page: -1, size: 5000, sort: ['x'], search: '', other: 1 })).toEqual({});
  });

  it('keeps a search for digits as text', () => {
    expect(listSearch({ search: 617555 })).toEqual({ search: '617555' });
  });

  it('takes only days and choices that there are', () => {
    expect(day('2026-11-24')).toBe('2026-11-24');
    expect(day('yesterday')).toBeUndefined();
    expect(oneOf('PAID', ['QUOTED', 'PAID'])).toBe('PAID');
    expect(oneOf('LOST', ['QUOTED', 'PAID'])).toBeUndefined();
  });
});
