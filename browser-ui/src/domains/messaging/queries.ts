import { useAsk } from '../../shared/query';
import type { Query } from '../../api/types';

export function useConversations(query: Query<'/api/conversations'>) {
  return useAsk('/api/conversations', { query, keep: true });
}

export function useConversation(id: string) {
  return useAsk('/api/conversations/{id}', { params: { id } });
}

/** The latest conversation with a person. */
export function useConversationsWith(customerId: string) {
  return useAsk('/api/conversations', { query: { customerId, size: 10 } });
}

export function useTwilioConnection() {
  return useAsk('/api/twilio-connection');
}

/** How texting can be tried without an account at Twilio; for owners. */
export function useSimulatedPhones(enabled: boolean) {
  return useAsk('/api/simulated-phones', { enabled });
}
