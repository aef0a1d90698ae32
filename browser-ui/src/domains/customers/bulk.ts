import { ask, make, read } from '../../api/client';
import type { Answer, Body, Query } from '../../api/types';
import type { BulkResult, Seen } from '../../shared/list/BulkDialog';
import type { Chosen } from '../../shared/list/chosen';

/** As many as the server takes at once. */
export const PART = 500;

/** As many as the server names for a filter. */
export const CHOSEN_MAX = 5000;

/** As many as an address has room for. */
export const CSV_MAX = 100;

export type PeopleWish = Omit<Body<'/api/customers/bulk', 'post'>, 'people'>;
export type PeopleStep = PeopleWish['step'];

export async function previewSteps(wish: PeopleWish, people: Seen[]): Promise<BulkResult[]> {
  return (await ask('/api/customers/bulk/preview', { ...wish, people })).results;
}

export async function doSteps(wish: PeopleWish, people: Seen[], key: string): Promise<BulkResult[]> {
  const body = { ...wish, people };
  const answer = await make('/api/customers/bulk', { body, key });
  return (answer as unknown as Answer<'/api/customers/bulk', 'post'>).results;
}

/** Everybody whom a filter finds. */
export async function everybody(query: Query<'/api/customers/chosen'>): Promise<Chosen[]> {
  return (await read('/api/customers/chosen', { query })).people;
}
