import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ask, make, newId } from '../api/client';
import { Problem } from '../api/problem';
import type { Answer, Body, Done } from '../api/types';
import { refresh } from './command';
import { tell, tellWithUndo } from './notices';

export type UndoReason = Body<'/api/undo', 'post'>['reason'];
type UndoResult = Answer<'/api/undo', 'post'>['results'][number];

/** As many facts as the server undoes at once. */
const MOST = 500;

/**
 * Undoes what was done at these positions of the journal: from a notice, or from the history, by the same way.
 * Fails with the first reason if any of it can't be undone; the rest is undone all the same.
 */
export async function undoFacts(
  queries: QueryClient,
  positions: number[],
  reason: UndoReason = 'SLIP',
  key: string = newId(),
): Promise<void> {
  let refused: UndoResult | undefined;
  for (let from = 0; from < positions.length; from += MOST) {
    const body = { positions: positions.slice(from, from + MOST), reason };
    const answer = (await make('/api/undo', { body, key })) as unknown as Answer<'/api/undo', 'post'>;
    refused ??= answer.results.find((result) => !result.done);
  }
  await refresh(queries);
  if (refused) throw new Problem(refused.code ?? 'request.failed', 409, [], refused.message);
}

/** Says what was done, and offers to undo it where the server knows a way back. */
export function useTellDone(): (message: string, done: Done) => void {
  const queries = useQueryClient();
  return (message, { position }) => {
    ask('/api/undo/preview', { positions: [position] }).then(
      ({ results: [result] }) => {
        if (result?.done) tellWithUndo(message, () => undoFacts(queries, [position]));
        else tell(message);
      },
      () => {
        tell(message);
      },
    );
  };
}
