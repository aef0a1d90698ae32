import { read } from '../../api/client';
import type { Query } from '../../api/types';
import type { Chosen } from '../../shared/list/chosen';

/** As many as the server names for a filter. */
export const CHOSEN_MAX = 5000;

export function chosenPerson({ id, version, name }: { id: string; version: number; name: string }): Chosen {
  return { id, name, seen: { version } };
}

/** Everybody whom a filter finds. */
export async function everybody(query: Query<'/api/customers/chosen'>): Promise<Chosen[]> {
  return (await read('/api/customers/chosen', { query })).people.map(chosenPerson);
}
