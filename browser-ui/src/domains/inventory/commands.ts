import { change, newId } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer, Body, Done } from '../../api/types';
import { useChange, type Command } from '../../shared/command';
import { tellProblem, tellText } from '../../shared/notices';
import { texts } from '../../texts';

export type LotRef = Pick<Answer<'/api/lots/{id}'>, 'id' | 'version'>;

export function useSellLot() {
  return useChange(({ lot, ...body }: Body<'/api/lots/{id}/sales', 'post'> & { lot: LotRef }, key) =>
    change('/api/lots/{id}/sales', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );
}

/** One step for one lot or for many. */
interface Step<B> {
  lots: LotRef[];
  body: (lot: LotRef) => B;
}

type Send<B> = (lot: LotRef, body: B, key: string) => Promise<Done>;

/**
 * Sends the same step for each lot. One lot's refusal is the form's; of many, each goes its own way, and those that
 * were refused are told of at the end.
 */
function useStep<B>(send: Send<B>): Command<Step<B>> {
  return useChange(async ({ lots, body }: Step<B>, key) => {
    let done: Done = { id: '', version: 0, position: 0 };
    const refused: Problem[] = [];
    for (const [index, lot] of lots.entries()) {
      try {
        done = await send(lot, body(lot), keyOf(key, index));
      } catch (error) {
        if (lots.length === 1) throw error;
        refused.push(Problem.of(error));
      }
    }
    const first = refused[0];
    if (first) {
      tellText(texts.stock.someRefused(refused.length, lots.length));
      tellProblem(first);
    }
    return done;
  });
}

/** A key of its own for each lot, the same again when the step is tried again: a UUID whose end counts them. */
function keyOf(key: string, index: number): string {
  return key.slice(0, -4) + index.toString(16).padStart(4, '0');
}

export const useMoveLots = () =>
  useStep((lot, body: Body<'/api/lots/{id}/move', 'post'>, key) =>
    change('/api/lots/{id}/move', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

/** Puts a lot back to where it stood. */
export function moveBack(lot: LotRef, location: string | undefined): Promise<Done> {
  return change('/api/lots/{id}/move', {
    params: { id: lot.id },
    body: location === undefined ? {} : { location },
    seen: { version: lot.version, key: newId() },
  });
}

/** Puts written-off boxes back on the shelf. */
export function putBack(lot: LotRef, writeOffId: string): Promise<Done> {
  return change('/api/lots/{id}/undo-write-off', {
    params: { id: lot.id },
    body: { writeOffId },
    seen: { version: lot.version, key: newId() },
  });
}

export const useHoldLots = () =>
  useStep((lot, body: Body<'/api/lots/{id}/hold', 'post'>, key) =>
    change('/api/lots/{id}/hold', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useReleaseLots = () =>
  useStep((lot, _: undefined, key) =>
    change('/api/lots/{id}/release', { params: { id: lot.id }, seen: { version: lot.version, key } }),
  );

export const useWriteOff = () =>
  useStep((lot, body: Body<'/api/lots/{id}/write-offs', 'post'>, key) =>
    change('/api/lots/{id}/write-offs', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useRegradeLots = () =>
  useStep((lot, body: Body<'/api/lots/{id}/regrade', 'post'>, key) =>
    change('/api/lots/{id}/regrade', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useCountLot = () =>
  useStep((lot, body: Body<'/api/lots/{id}/count', 'post'>, key) =>
    change('/api/lots/{id}/count', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useSplitLot = () =>
  useStep((lot, body: Body<'/api/lots/{id}/split', 'post'>, key) =>
    change('/api/lots/{id}/split', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useRejoin = () =>
  useStep((lot, _: undefined, key) =>
    change('/api/lots/{id}/rejoin', { params: { id: lot.id }, seen: { version: lot.version, key } }),
  );

export const useCorrectLabel = () =>
  useStep((lot, body: Body<'/api/lots/{id}/label', 'post'>, key) =>
    change('/api/lots/{id}/label', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useUndoWriteOff = () =>
  useStep((lot, body: Body<'/api/lots/{id}/undo-write-off', 'post'>, key) =>
    change('/api/lots/{id}/undo-write-off', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );
