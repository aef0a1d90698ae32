import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import type { Answer, Query } from '../../api/types';
import { useAsk } from '../../shared/query';

export function useConversations(query: Query<'/api/conversations'>) {
  return useAsk('/api/conversations', { query, keep: true });
}

/** The newest of those that nobody has read, as many as Today shows. */
export function useWaitingReplies() {
  return useAsk('/api/conversations', { query: { unseen: true, size: 5 } });
}

export function useConversation(id: string) {
  return useAsk('/api/conversations/{id}', { params: { id } });
}

/** The latest conversation with a person. */
export function useConversationsWith(customerId: string) {
  return useAsk('/api/conversations', { query: { customerId, size: 10 } });
}

/** Somebody of the books, for where they are reached. */
export function usePerson(id: string) {
  return useAsk('/api/customers/{id}', { params: { id } });
}

/** The latest deals with a person. */
export function useDealsWith(customerId: string) {
  return useAsk('/api/deals', { query: { customerId, sort: '-date', size: 20 } });
}

export function useDeal(id: string | null) {
  return useAsk('/api/deals/{id}', { params: { id: id ?? '' }, enabled: id !== null });
}

/** Who of the business can answer. */
export function useMembers() {
  return useAsk('/api/members');
}

export type Template = Answer<'/api/text-templates'>[number];

/** Texts at hand. */
export function useTemplates() {
  return useAsk('/api/text-templates');
}

export function useTwilioConnection() {
  return useAsk('/api/twilio-connection');
}

/** How texting can be tried without an account at Twilio; for owners. */
export function useSimulatedPhones(enabled: boolean) {
  return useAsk('/api/simulated-phones', { enabled });
}

export function useCampaigns(query: Query<'/api/campaigns'>) {
  return useAsk('/api/campaigns', { query, keep: true });
}

export function useCampaign(id: string) {
  return useAsk('/api/campaigns/{id}', { params: { id } });
}

export function useCampaignRecipients(id: string, query: Query<'/api/campaigns/{id}/recipients'>) {
  return useAsk('/api/campaigns/{id}/recipients', { params: { id }, query, keep: true });
}

export type CampaignPreview = Answer<'/api/campaigns/preview', 'post'>;

/** As many as the server foresees at once. */
const FORESEEN_AT_ONCE = 500;

/** What would become of a text to each of many people. */
export function useCampaignPreview(body: string, customerIds: string[]) {
  return useQuery({
    queryKey: ['preview of a campaign', body, customerIds],
    queryFn: () => foresee(body, customerIds),
    placeholderData: keepPreviousData,
    enabled: body !== '',
  });
}

async function foresee(body: string, customerIds: string[]): Promise<CampaignPreview> {
  const all = await ask('/api/campaigns/preview', { body, customerIds: customerIds.slice(0, FORESEEN_AT_ONCE) });
  for (let from = FORESEEN_AT_ONCE; from < customerIds.length; from += FORESEEN_AT_ONCE) {
    const part = await ask('/api/campaigns/preview', {
      body,
      customerIds: customerIds.slice(from, from + FORESEEN_AT_ONCE),
    });
    all.texts.push(...part.texts);
    all.leaving += part.leaving;
    all.parts += part.parts;
    all.cost = { ...all.cost, minor: all.cost.minor + part.cost.minor };
  }
  return all;
}
