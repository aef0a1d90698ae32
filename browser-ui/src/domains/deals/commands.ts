import { change, make, newId } from '../../api/client';
import type { paths } from '../../api/schema';
import type { QueryClient } from '@tanstack/react-query';
import type { Answer, Body, Done, PathOf } from '../../api/types';
import { refresh, useChange, useMake } from '../../shared/command';

export type Deal = Answer<'/api/deals/{id}'>;

/** The deal that a step is taken on, as the person saw it. */
type SeenDeal = Pick<Deal, 'id' | 'version'>;

type Under = Extract<keyof paths, `/api/deals/{id}/${string}`> & PathOf<'post'>;
/** The steps that say more than that they were taken, and those that don't. */
type Filled = { [P in Under]: [Body<P, 'post'>] extends [never] ? never : P }[Under];
type Bare = Exclude<Under, Filled>;

export function useGiveQuote() {
  return useMake((body: Body<'/api/deals', 'post'>, key) => make('/api/deals', { body, key }));
}

export function useSetDealRules() {
  return useChange((body: Body<'/api/deal-rules', 'post'>, key) => make('/api/deal-rules', { body, key }));
}

/** Makes a person from within a quote. */
export function useRegisterSeller() {
  return useMake((body: Body<'/api/customers', 'post'>, key) => make('/api/customers', { body, key }));
}

/** A step of a deal that says more than that it was taken. */
export function useStep<P extends Filled>(path: P) {
  return useChange(({ deal, body }: { deal: SeenDeal; body: Body<P, 'post'> }, key) =>
    change(path, { ...seen(deal, key), body } as unknown as Parameters<typeof change<P>>[1]),
  );
}

/** A step of a deal that needs no more words. */
export function useBareStep(path: Bare) {
  return useChange((deal: SeenDeal, key) =>
    change(path, seen(deal, key) as unknown as Parameters<typeof change<Bare>>[1]),
  );
}

function seen(deal: SeenDeal, key: string) {
  return { params: { id: deal.id }, seen: { version: deal.version, key } };
}

/** Takes the removal of a photo back, right after it. */
export async function addPhotoAgain(queries: QueryClient, removed: Done, line: number, photoId: string): Promise<void> {
  await change('/api/deals/{id}/photos', { ...seen(removed, newId()), body: { line, photoIds: [photoId] } });
  await refresh(queries);
}
