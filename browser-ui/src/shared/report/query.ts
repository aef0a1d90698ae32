import type { Query } from '../../api/types';
import { useAsk } from '../query';

/** A report by its name. */
export function useReport(report: string, query: Query<'/api/reports/{report}'>) {
  return useAsk('/api/reports/{report}', { params: { report }, query, keep: true });
}
