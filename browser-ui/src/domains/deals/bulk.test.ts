import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { undoing } from './bulk';

const done = { id: 'd1', done: true, version: 4 };
const refused = { id: 'd2', done: false, code: 'deals.on-hold' };

describe('a step that several deals took', () => {
  it('can be taken back where the business allows it', () => {
    for (const step of ['HOLD', 'CANCEL', 'CLOSE'] as const) {
      expect(undoing(step, [done, refused], new QueryClient())).toBeTypeOf('function');
    }
  });

  it('can not be taken back where nobody knows any more how it was, or where nothing was done', () => {
    expect(undoing('RELEASE', [done], new QueryClient())).toBeUndefined();
    expect(undoing('CANCEL', [refused], new QueryClient())).toBeUndefined();
  });
});
