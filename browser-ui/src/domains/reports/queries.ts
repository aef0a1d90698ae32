import type { Query } from '../../api/types';
import { useAsk } from '../../shared/query';

/** Which reports there are. */
export function useReports() {
  return useAsk('/api/reports', { fixed: true });
}

export function useReport(report: string, query: Query<'/api/reports/{report}'>) {
  return useAsk('/api/reports/{report}', { params: { report }, query, keep: true });
}
