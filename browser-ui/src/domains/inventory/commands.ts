import { change } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { useChange } from '../../shared/command';

export type LotRef = Pick<Answer<'/api/lots/{id}'>, 'id' | 'version'>;

export function useSellLot() {
  return useChange(({ lot, ...body }: Body<'/api/lots/{id}/sales', 'post'> & { lot: LotRef }, key) =>
    change('/api/lots/{id}/sales', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );
}

/** One step for one lot. */
interface Step<B> {
  lot: LotRef;
  body: B;
}

export const useMoveLot = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/move', 'post'>>, key) =>
    change('/api/lots/{id}/move', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useHoldLot = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/hold', 'post'>>, key) =>
    change('/api/lots/{id}/hold', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useReleaseLot = () =>
  useChange(({ lot }: Pick<Step<never>, 'lot'>, key) =>
    change('/api/lots/{id}/release', { params: { id: lot.id }, seen: { version: lot.version, key } }),
  );

export const useWriteOff = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/write-offs', 'post'>>, key) =>
    change('/api/lots/{id}/write-offs', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useRegradeLot = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/regrade', 'post'>>, key) =>
    change('/api/lots/{id}/regrade', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useCountLot = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/count', 'post'>>, key) =>
    change('/api/lots/{id}/count', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useSplitLot = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/split', 'post'>>, key) =>
    change('/api/lots/{id}/split', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useRejoin = () =>
  useChange(({ lot }: Pick<Step<never>, 'lot'>, key) =>
    change('/api/lots/{id}/rejoin', { params: { id: lot.id }, seen: { version: lot.version, key } }),
  );

export const useCorrectLabel = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/label', 'post'>>, key) =>
    change('/api/lots/{id}/label', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );

export const useUndoWriteOff = () =>
  useChange(({ lot, body }: Step<Body<'/api/lots/{id}/undo-write-off', 'post'>>, key) =>
    change('/api/lots/{id}/undo-write-off', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );
