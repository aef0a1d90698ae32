import { ask, make, newId } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../shared/command';

/** As many as the server takes at once. */
export const CHOSEN_MAX = 100;

export type BulkBody = Body<'/api/deals/bulk', 'post'>;
export type BulkStep = BulkBody['step'];
export type DealResult = Answer<'/api/deals/bulk', 'post'>['results'][number];

/** A deal that was chosen, as it was seen. */
export interface ChosenDeal {
  id: string;
  version: number;
  customerName: string;
}

/** What takes a step back, where the business allows it; a release doesn't know any more why the deal was held. */
const UNDO: Partial<Record<BulkStep, BulkStep>> = { HOLD: 'RELEASE', CANCEL: 'REOPEN', CLOSE: 'REOPEN' };

/** Which of the deals a step could be done to, and why not to the others. */
export function useBulkPreview(body: BulkBody) {
  return useQuery({ queryKey: ['/api/deals/bulk/preview', body], queryFn: () => ask('/api/deals/bulk/preview', body) });
}

/** Does a step to several deals. One dialog is one wish: sent twice, it is done once. */
export function useBulk() {
  const queries = useQueryClient();
  const [key] = useState(newId);
  return useMutation({
    mutationFn: (body: BulkBody) => send(body, key),
    networkMode: 'always',
    onSuccess: () => refresh(queries),
  });
}

/** How a step is taken back from the deals that it was done to; nothing where it can't be. */
export function undoing(
  step: BulkStep,
  results: DealResult[],
  queries: QueryClient,
): (() => Promise<void>) | undefined {
  const back = UNDO[step];
  const deals = results.flatMap(({ id, done, version }) => (done && version !== undefined ? [{ id, version }] : []));
  if (!back || deals.length === 0) return undefined;
  return async () => {
    await send({ step: back, deals }, newId());
    await refresh(queries);
  };
}

async function send(body: BulkBody, key: string): Promise<DealResult[]> {
  const answer = (await make('/api/deals/bulk', { body, key })) as unknown as Answer<'/api/deals/bulk', 'post'>;
  return answer.results;
}
