import type { QueryClient } from '@tanstack/react-query';
import { ask, forgetPosition, make, post } from '../../api/client';
import type { Body } from '../../api/types';
import { signedOut, tellOtherTabs, whoIsSignedInNow } from './queries';

export async function signIn(queries: QueryClient, body: Body<'/api/sign-in', 'post'>): Promise<void> {
  forgetPosition();
  await post('/api/sign-in', body);
  await whoIsSignedInNow(queries);
}

/** The key lives as long as the form does: a second click, or a repeat after a lost answer, opens no second business. */
export async function signUp(queries: QueryClient, body: Body<'/api/sign-up', 'post'>, key: string): Promise<void> {
  forgetPosition();
  await make('/api/sign-up', { body, key });
  await whoIsSignedInNow(queries);
}

export async function signOut(queries: QueryClient): Promise<void> {
  await post('/api/sign-out');
  forgetPosition();
  signedOut(queries);
  tellOtherTabs();
}

/** After this the session says something else of its user or business. */
async function changing(queries: QueryClient, doing: Promise<void>): Promise<void> {
  await doing;
  await whoIsSignedInNow(queries);
}

export const askConfirmation = () => post('/api/email-confirmation');

export const askPasswordReset = (email: string) => post('/api/password-reset', { email });

export const resetPassword = (body: Body<'/api/password-reset/use', 'post'>) => post('/api/password-reset/use', body);

export const changePassword = (body: Body<'/api/password', 'post'>) => post('/api/password', body);

export const confirmEmail = (queries: QueryClient, token: string) =>
  changing(queries, post('/api/confirm-email', { token }));

export const askEmailChange = (queries: QueryClient, body: Body<'/api/email-change', 'post'>) =>
  changing(queries, post('/api/email-change', body));

export const dropEmailChange = (queries: QueryClient) => changing(queries, post('/api/email-change/drop'));

/** Whether both addresses have agreed. */
export async function agreeEmailChange(queries: QueryClient, token: string): Promise<boolean> {
  const { done } = await ask('/api/email-change/agree', { token });
  await whoIsSignedInNow(queries);
  return done;
}

export const endSession = (id: string) => post('/api/sessions/{id}/end', undefined, { id });

export const endOtherSessions = () => post('/api/sessions/end-others');

export const closeAccount = (queries: QueryClient, body: Body<'/api/account/close', 'post'>) =>
  changing(queries, post('/api/account/close', body));

export const reopenAccount = (queries: QueryClient) => changing(queries, post('/api/account/reopen'));
