import type { QueryClient } from '@tanstack/react-query';
import { make, newId } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { refresh, useChange } from '../command';
import { useAsk } from '../query';
import { useSession } from '../session';

type Arrangement = Answer<'/api/lists'>;

export type ListName = Arrangement['columns'][number]['list'];
export type SavedFilter = Arrangement['filters'][number];

/** How the person's lists are arranged, on whatever device they were arranged; who visits has none here. */
export function useArrangement() {
  return useAsk('/api/lists', { enabled: !useSession().support });
}

export function useChooseColumns() {
  return useChange((body: Body<'/api/lists/columns', 'post'>, key) => make('/api/lists/columns', { body, key }));
}

type Kept = Body<'/api/lists/filters', 'post'> & { shared: boolean };

/** Keeps a filter, for oneself or for everybody in the business. */
export function useSaveFilter() {
  return useChange(({ shared, ...body }: Kept, key) =>
    make(shared ? '/api/lists/shared-filters' : '/api/lists/filters', { body, key }),
  );
}

export function useDropFilter() {
  return useChange(({ id, shared }: SavedFilter, key) =>
    make(shared ? '/api/lists/shared-filters/drop' : '/api/lists/filters/drop', { body: { filterId: id }, key }),
  );
}

/** Brings a dropped filter back, from a notice. */
export async function restoreFilter(queries: QueryClient, { id, shared }: SavedFilter): Promise<void> {
  const path = shared ? '/api/lists/shared-filters/restore' : '/api/lists/filters/restore';
  await make(path, { body: { filterId: id }, key: newId() });
  await refresh(queries);
}

/** What a list shows, to be kept: everything but how far one has read. */
export function queryOf(search: object): string {
  const kept = Object.entries(search).filter(([name, value]) => !PASSING.has(name) && value !== undefined);
  return JSON.stringify(Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1))));
}

const PASSING = new Set(['page', 'add']);

/** The search that was kept; nothing of it if it can't be read. */
export function searchOf(query: string): Record<string, unknown> {
  try {
    const search: unknown = JSON.parse(query);
    return search !== null && typeof search === 'object' && !Array.isArray(search)
      ? (search as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
