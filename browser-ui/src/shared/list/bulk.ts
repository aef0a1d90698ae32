import { ask, make, read } from '../../api/client';
import type { Answer, Body, Item, Query } from '../../api/types';
import type { Chosen } from './chosen';

/** Where one step is taken for many. */
export type BulkPath =
  | '/api/customers/bulk'
  | '/api/deals/bulk'
  | '/api/expenses/bulk'
  | '/api/lots/bulk'
  | '/api/mileage/bulk'
  | '/api/payouts/bulk'
  | '/api/products/bulk'
  | '/api/sales/bulk';

export type BulkResult = Answer<'/api/deals/bulk', 'post'>['results'][number];
type BulkBody<P extends BulkPath> = Extract<Body<P, 'post'>, { step: string; chosen: unknown[] }>;
export type BulkStep<P extends BulkPath> = BulkBody<P>['step'];

/** What is to be done, without what it is to be done to. */
export type BulkWish<P extends BulkPath> = Omit<BulkBody<P>, 'chosen'>;

/** How a thing is named to the server. */
export type Named<P extends BulkPath> = BulkBody<P>['chosen'][number];

/** Lists of which all that a filter finds can be chosen. */
type FoundPath =
  '/api/deals' | '/api/expenses' | '/api/lots' | '/api/mileage' | '/api/payouts' | '/api/products' | '/api/sales';

/** As many as are chosen by a filter. */
export const FOUND_MAX = 5000;

const FOUND_PAGE = 200;

/** All that a filter finds, asked for when somebody wants it. */
export interface Found {
  total: number;
  ask: () => Promise<Chosen[]>;
}

/** All that a list finds, at most {@link FOUND_MAX}, page after page. */
export function foundBy<P extends FoundPath>(
  path: P,
  query: Query<P>,
  total: number | undefined,
  one: (row: Item<P>) => Chosen,
): Found {
  return {
    total: total ?? 0,
    ask: async () => {
      const found: Chosen[] = [];
      let page: Item<P>[];
      do {
        const asked = { ...query, page: found.length / FOUND_PAGE, size: FOUND_PAGE };
        const answer: unknown = await read<FoundPath>(path, { query: asked as never });
        page = (answer as { items: Item<P>[] }).items;
        found.push(...page.map(one));
      } while (page.length === FOUND_PAGE && found.length < FOUND_MAX);
      return found;
    },
  };
}

/** As many as an address has room for. */
export const CSV_MAX = 100;

/** Which of them a step could be done to, and why not to the others. */
export async function previewBulk<P extends BulkPath>(
  path: P,
  wish: BulkWish<P>,
  chosen: Named<P>[],
): Promise<BulkResult[]> {
  const preview: `${BulkPath}/preview` = `${path}/preview`;
  return (await ask(preview, { ...wish, chosen } as never)).results;
}

/** Does a step to several. One dialog is one wish: sent twice, it is done once. */
export async function doBulk<P extends BulkPath>(
  path: P,
  wish: BulkWish<P>,
  chosen: Named<P>[],
  key: string,
): Promise<BulkResult[]> {
  const answer: unknown = await make<BulkPath>(path, { body: { ...wish, chosen } as never, key });
  return (answer as { results: BulkResult[] }).results;
}

/** Sends many in parts as large as the server takes, one after the other. */
export async function inParts<S, T>(
  seen: S[],
  most: number,
  send: (part: S[]) => Promise<T[]>,
  tellProgress: (sent: number) => void = () => undefined,
): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < seen.length; from += most) {
    results.push(...(await send(seen.slice(from, from + most))));
    tellProgress(results.length);
  }
  return results;
}
