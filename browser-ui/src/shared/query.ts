import {
  keepPreviousData,
  useInfiniteQuery,
  useQueries,
  useQuery,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { read } from '../api/client';
import type { Answer, Entry, Params, PathOf, Query } from '../api/types';

interface AskOptions<P> {
  params?: Params<P>;
  query?: Query<P>;
  /** Never changes while the page is open, so that live updates pass it by. */
  fixed?: boolean;
  /** What a person decides on: asked each time it is shown, and not again by what changes meanwhile. */
  once?: boolean;
  /** Show what was there until the new answer comes: for lists whose filters change. */
  keep?: boolean;
  enabled?: boolean;
  refetchInterval?: (data: Answer<P> | undefined) => number | false;
}

/** Asks the API, keeps the answer, and asks again when the live view says that something changed. */
export function useAsk<P extends PathOf<'get'>>(path: P, options: AskOptions<P> = {}): UseQueryResult<Answer<P>> {
  return useQuery<Answer<P>>(asking(path, options));
}

/** Asks the same of several things at once. */
export function useAskEach<P extends PathOf<'get'>>(path: P, each: AskOptions<P>[]): UseQueryResult<Answer<P>>[] {
  return useQueries({ queries: each.map((options) => asking(path, options)) });
}

function asking<P extends PathOf<'get'>>(path: P, options: AskOptions<P>): UseQueryOptions<Answer<P>> {
  const { params, query, fixed, once, keep, enabled, refetchInterval } = options;
  return {
    queryKey: [path, params ?? {}, query ?? {}] as QueryKey,
    queryFn: ({ signal }): Promise<Answer<P>> =>
      read(path, { ...(params ? { params } : {}), ...(query ? { query } : {}), signal }),
    ...(fixed || once ? { meta: { fixed: true }, staleTime: Infinity } : {}),
    ...(once ? { gcTime: 0 } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(enabled === undefined ? {} : { enabled }),
    ...(refetchInterval ? { refetchInterval: (asked) => refetchInterval(asked.state.data) } : {}),
  };
}

type TimelinePath =
  | '/api/customers/{id}/timeline'
  | '/api/deals/{id}/timeline'
  | '/api/lots/{id}/timeline'
  | '/api/sales/{id}/timeline'
  | '/api/products/{id}/timeline'
  | '/api/price-lists/{id}/timeline';

const TIMELINE_PAGE = 12;

/** What happened, newest first, page after page. */
export function useTimeline(path: TimelinePath, id: string, filter: object = {}) {
  return useInfiniteQuery({
    queryKey: [path, id, filter] as QueryKey,
    queryFn: ({ pageParam, signal }) =>
      read(path, { params: { id }, query: { ...filter, page: pageParam, size: TIMELINE_PAGE }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
    select: (data): Entry[] => data.pages.flatMap((page) => page.items),
  });
}
