import { useAsk } from '../../shared/query';

export function useTodaysWork() {
  return useAsk('/api/today');
}
