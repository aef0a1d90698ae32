import { useAsk } from '../../shared/query';

/** Which reports there are. */
export function useReports() {
  return useAsk('/api/reports', { fixed: true });
}
