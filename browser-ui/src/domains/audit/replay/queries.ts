import type { Answer } from '../../../api/types';
import { useAsk } from '../../../shared/query';

export type ViewCheck = Answer<'/api/view-checks'>[number];

/** While a check runs it is looked after every second. */
const RUNNING_MS = 1000;

export function useViewChecks() {
  return useAsk('/api/view-checks', {
    refetchInterval: (checks) => (checks?.some(({ endedAt }) => endedAt === undefined) ? RUNNING_MS : false),
  });
}
