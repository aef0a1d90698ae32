import { change } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { useChange } from '../../shared/command';

type Lot = Pick<Answer<'/api/lots/{id}'>, 'id' | 'version'>;

export function useSellLot() {
  return useChange(({ lot, ...body }: Body<'/api/lots/{id}/sales', 'post'> & { lot: Lot }, key) =>
    change('/api/lots/{id}/sales', { params: { id: lot.id }, body, seen: { version: lot.version, key } }),
  );
}
