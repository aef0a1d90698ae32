import { describe, expect, it } from 'vitest';
import { queryOf, searchOf } from './arrangement';

describe('what a list shows, kept', () => {
  it('is the same whatever was chosen first', () => {
    expect(queryOf({ tag: 'a', sort: '-paid' })).toBe(queryOf({ sort: '-paid', tag: 'a' }));
  });

  it('forgets the page and what is open', () => {
    expect(queryOf({ state: 'PAID', page: 3, add: true, search: undefined })).toBe('{"state":"PAID"}');
  });

  it('comes back as it was', () => {
    expect(searchOf(queryOf({ search: '617', doNotBuy: true }))).toEqual({ search: '617', doNotBuy: true });
  });

  it('is nothing where it cannot be read', () => {
    for (const query of ['', '[]', 'null', '7', '{"half']) expect(searchOf(query)).toEqual({});
  });
});
