import { useAsk } from '../../shared/query';

const WHILE_RUNNING_MS = 500;

export function useImports() {
  return useAsk('/api/imports', { query: { size: 20 } });
}

/** One import; asked for again and again while it runs, besides the live view. */
export function useImport(id: string) {
  return useAsk('/api/imports/{id}', {
    params: { id },
    refetchInterval: (asked) => (asked?.state === 'RUNNING' ? WHILE_RUNNING_MS : false),
  });
}

export function useImportRows(id: string, only: 'good' | 'bad', page: number, size: number) {
  return useAsk('/api/imports/{id}/rows', { params: { id }, query: { only, page, size }, keep: true });
}
