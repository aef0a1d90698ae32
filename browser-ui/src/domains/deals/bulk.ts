import { ask, make } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import type { BulkResult, Seen } from '../../shared/list/BulkDialog';

/** As many as the server takes at once. */
export const CHOSEN_MAX = 100;

export type BulkWish = Omit<Body<'/api/deals/bulk', 'post'>, 'deals'>;
export type BulkStep = BulkWish['step'];

/** Which of the deals a step could be done to, and why not to the others. */
export async function previewSteps(wish: BulkWish, deals: Seen[]): Promise<BulkResult[]> {
  return (await ask('/api/deals/bulk/preview', { ...wish, deals })).results;
}

/** Does a step to several deals. One dialog is one wish: sent twice, it is done once. */
export async function doSteps(wish: BulkWish, deals: Seen[], key: string): Promise<BulkResult[]> {
  const body = { ...wish, deals };
  return ((await make('/api/deals/bulk', { body, key })) as unknown as Answer<'/api/deals/bulk', 'post'>).results;
}
