import type { Answer, Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export type PrivacyRequest = Answer<'/api/privacy-requests/{id}'>;

/** What people asked, those that are due first first. */
export function usePrivacyRequests(query: Query<'/api/privacy-requests'>) {
  return useAsk('/api/privacy-requests', { query, keep: true });
}

export function usePrivacyRequest(id: string) {
  return useAsk('/api/privacy-requests/{id}', { params: { id } });
}

/** What goes with a person; asked for only when somebody is about to erase them. */
export function useErasurePreview(id: string) {
  return useAsk('/api/customers/{id}/erasure-preview', { params: { id } });
}

/** What the policy promises, and how each promise is kept. */
export function usePromises() {
  return useAsk('/api/policy/promises');
}
