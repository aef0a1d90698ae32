import { make } from '../../api/client';
import { useMake } from '../../shared/command';

/** Puts on record what a report says now. */
export function useFileReport() {
  return useMake((report: { report: string; filter: string }, key: string) =>
    make('/api/filed-reports', { body: report, key }),
  );
}
