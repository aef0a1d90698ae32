import type { Answer } from '../../api/types';
import { useAsk } from '../../shared/query';

export type FiledReport = Answer<'/api/filed-reports'>[number];

/** Which reports there are. */
export function useReports() {
  return useAsk('/api/reports', { fixed: true });
}

/** Those that were filed, the latest first. */
export function useFiledReports() {
  return useAsk('/api/filed-reports');
}

/** What would be different if it were filed now. */
export function useSinceFiled(id: string) {
  return useAsk('/api/filed-reports/{id}/since', { params: { id } });
}
