import { afterEach, describe, expect, it, vi } from 'vitest';
import { FOUND_MAX, foundBy } from './bulk';

function lists(total: number) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const search = new URL(path, 'http://localhost').searchParams;
    const page = Number(search.get('page'));
    const size = Number(search.get('size'));
    const items = Array.from({ length: Math.max(0, Math.min(size, total - page * size)) }, (_, index) => ({
      id: `id${(page * size + index).toString()}`,
      version: 1,
    }));
    return Promise.resolve(Response.json({ items, page, size, total }));
  });
  return asked;
}

const find = (total: number) =>
  foundBy('/api/deals', { state: 'PAID' }, total, ({ id, version }) => ({ id, name: id, seen: { version } })).ask();

describe('all that a filter finds', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is asked for page after page, by the same filter', async () => {
    const asked = lists(450);
    const found = await find(450);
    expect(new Set(found.map((one) => one.id)).size).toBe(450);
    expect(asked).toHaveLength(3);
    expect(asked.every((path) => path.includes('state=PAID'))).toBe(true);
  });

  it('is as many as can be chosen at most', async () => {
    lists(20_000);
    expect(await find(20_000)).toHaveLength(FOUND_MAX);
  });

  it('may be nothing by then', async () => {
    lists(0);
    expect(await find(3)).toEqual([]);
  });
});
