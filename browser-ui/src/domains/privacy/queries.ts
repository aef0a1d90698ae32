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

/** What oneself asked about one's own data. */
export function useOwnRequests() {
  return useAsk('/api/privacy-requests/own');
}

export type LegalHold = Answer<'/api/legal-holds'>[number];

/** What the law has kept of the business, and had. */
export function useLegalHolds() {
  return useAsk('/api/legal-holds');
}

/** The card as it is, beside what the person wants to stand there. */
export function useCard(id: string) {
  return useAsk('/api/customers/{id}', { params: { id } });
}
