import type { Item, Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export type JournalEntry = Item<'/api/audit/journal'>;
export type Look = Item<'/api/audit/looks'>;

/** Everything that happened, the latest first. */
export function useJournal(query: Query<'/api/audit/journal'>) {
  return useAsk('/api/audit/journal', { query, keep: true });
}

/** What one entry changed. */
export function useJournalChange(position: number) {
  return useAsk('/api/audit/change', { query: { position }, fixed: true });
}

/** Who looked at what, the latest first. */
export function useLooks(query: Query<'/api/audit/looks'>) {
  return useAsk('/api/audit/looks', { query, keep: true });
}

/** How far the log is sealed. */
export function useSeal() {
  return useAsk('/api/audit/seal');
}

/** What was signed, the newest first. */
export function useCheckpoints() {
  return useAsk('/api/audit/checkpoints');
}

/** Who works for the business, for telling who did what. */
export function useMembers() {
  return useAsk('/api/members');
}
