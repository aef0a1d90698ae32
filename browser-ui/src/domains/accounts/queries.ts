import { useQuery, type QueryClient } from '@tanstack/react-query';
import { ask, read } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer, Session } from '../../api/types';
import { useAsk } from '../../shared/query';

const SESSION = ['session'] as const;

/** Who is signed in, asked anew and for the caller alone. */
export async function askWhoIsSignedIn(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await read('/api/session', signal ? { signal } : {});
  } catch (error) {
    if (Problem.of(error).status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null if nobody is. */
export function useSignedIn() {
  return useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) => askWhoIsSignedIn(signal),
    staleTime: 5 * 60_000,
    // A dozen requests a minute would ask for nothing: only what is said of users and the business changes it.
    meta: { fixed: true, view: 'accounts.workspace' },
  });
}

/** Asks anew who is signed in, after a sign-in or a sign-up. */
export async function whoIsSignedInNow(queries: QueryClient): Promise<void> {
  queries.setQueryData(SESSION, await askWhoIsSignedIn());
}

/** What the door itself asks stays: without it, the door would be taken from under who signs in there again. */
const OF_THE_DOOR: unknown[] = [SESSION[0], '/api/sign-in/google'];

/** The session is over: nothing of it stays in memory. */
export function signedOut(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => !OF_THE_DOOR.includes(query.queryKey[0]) });
  queries.setQueryData(SESSION, null);
}

const TABS = 'session-ended';

/** Other tabs of this browser had the same session. */
export function tellOtherTabs(): void {
  const tabs = new BroadcastChannel(TABS);
  tabs.postMessage(null);
  tabs.close();
}

/** Calls back when another tab signed out. */
export function onSignOutElsewhere(then: () => void): void {
  new BroadcastChannel(TABS).addEventListener('message', then);
}

export function usePolicy() {
  return useAsk('/api/policy', { fixed: true });
}

/** What a link leads to. The token goes along in a body, which no log holds. */
export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask('/api/invitations/open', { token }),
    retry: (failures, error) => failures < 2 && Problem.of(error).mayBeRetried,
    staleTime: Infinity,
  });
}

/** Whose the link of a sign-up is. */
export function useSignUp(token: string) {
  return useQuery({
    queryKey: ['sign-up', token],
    queryFn: () => ask('/api/sign-up/open', { token }),
    retry: (failures, error) => failures < 2 && Problem.of(error).mayBeRetried,
    staleTime: Infinity,
  });
}

export function useMembers() {
  return useAsk('/api/members');
}

export function useInvitations() {
  return useAsk('/api/invitations');
}

export function useApiKeys() {
  return useAsk('/api/api-keys');
}

const WHILE_MAKING_MS = 1000;

/** Archives of the whole account; asked for again and again while one is being made. */
export function useExports() {
  return useAsk('/api/exports', {
    refetchInterval: (asked) => (asked?.some(({ stage }) => stage === 'MAKING') ? WHILE_MAKING_MS : false),
  });
}

export type Delivery = Answer<'/api/deliveries/{id}'>;

/** What is delivered by itself; asked for again and again while something is being made. */
export function useDeliverySchedules() {
  return useAsk('/api/delivery-schedules', {
    refetchInterval: (asked) => (asked?.some(({ last }) => last?.stage === 'MAKING') ? WHILE_MAKING_MS : false),
  });
}

/** What a schedule has delivered. */
export function useDeliveries(id: string) {
  return useAsk('/api/delivery-schedules/{id}/deliveries', { params: { id } });
}

export function useAuthenticator() {
  return useAsk('/api/authenticator');
}

export function usePasskeys() {
  return useAsk('/api/passkeys');
}

export function useGoogleOffer() {
  return useAsk('/api/sign-in/google', { fixed: true });
}

/** Whether the person's account at Google opens theirs here. */
export function useGoogleLink() {
  return useAsk('/api/google');
}

export function useSessions() {
  return useAsk('/api/sessions');
}

export function useSignIns(enabled: boolean) {
  return useAsk('/api/sign-ins', { enabled });
}

export function useFeatureUse(enabled: boolean) {
  return useAsk('/api/feature-use', { enabled });
}

/** Whether, when and why the service's staff was let in. */
export function useSupport() {
  return useAsk('/api/support');
}

export function useOperatorActs() {
  return useAsk('/api/operator-acts');
}

/** The simulator's mailbox: open only where mails aren't really sent. */
export function useMailbox(looking = false) {
  return useAsk('/api/mailbox', looking ? { refetchInterval: () => 2000 } : { fixed: true });
}

export function useMail(id: string) {
  return useAsk('/api/mailbox/{id}', { params: { id }, fixed: true });
}
