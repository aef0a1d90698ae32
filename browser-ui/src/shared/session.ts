import { createContext, useContext } from 'react';
import type { Session } from '../api/types';
import { todayIn } from './format';
import { usePastMoment } from './past';

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

/** Who is signed in. Only for screens behind the sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session: this screen stands behind the sign-in.');
  return session;
}

export function useBusiness(): Session['business'] {
  return useSession().business;
}

/** The day it is where the business is; of the moment that is shown, if it is a past one. */
export function useToday(): string {
  const past = usePastMoment();
  return todayIn(useBusiness().timeZone, past ? new Date(past) : new Date());
}

/**
 * Whether the person's role includes it: to change the books, or to decide about the account. The server asks again.
 * Before the sign-in nobody may, and nobody changes the past.
 */
export function useMay(what: 'write' | 'administer'): boolean {
  const role = useContext(SessionContext)?.role;
  const past = usePastMoment();
  if (past) return false;
  return role === 'OWNER' || (what === 'write' && role === 'STAFF');
}
