import type { Item, Query } from '../../api/types';
import { useAsk } from '../../shared/query';

const WHILE_RUNNING_MS = 500;

export type State = Item<'/api/imports'>['state'];
export type Result = Item<'/api/imports/{id}/results'>['result'];

/** Whether somebody works on the rows now. */
export function isAtWork(state: State): state is 'CHECKING' | 'RUNNING' | 'UNDOING' {
  return state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING';
}

export function useImports() {
  return useAsk('/api/imports', { query: { size: 20 } });
}

/** One import; asked for again and again while it is worked on, besides the live view. */
export function useImport(id: string) {
  return useAsk('/api/imports/{id}', {
    params: { id },
    refetchInterval: (asked) => (asked && isAtWork(asked.state) ? WHILE_RUNNING_MS : false),
  });
}

export function useImportRows(id: string, only: 'good' | 'bad', page: number, size: number) {
  return useAsk('/api/imports/{id}/rows', { params: { id }, query: { only, page, size }, keep: true });
}

export function useImportResults(id: string, query: Query<'/api/imports/{id}/results'>) {
  return useAsk('/api/imports/{id}/results', { params: { id }, query, keep: true });
}

/** Archives of other servers that were brought. */
export function useArchives() {
  return useAsk('/api/archives');
}

export function useMembers() {
  return useAsk('/api/members');
}

/** Whose price lists there are, besides one's own. */
export function useListOwners() {
  return useAsk('/api/buyers', { query: { size: 200 } });
}

/** Whether the business has neither a person nor a file that came in. */
export function useNothingYet(): boolean {
  const people = useAsk('/api/customers', { query: { size: 1 } });
  const imports = useImports();
  return people.data?.total === 0 && imports.data?.items.length === 0;
}
