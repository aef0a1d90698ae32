import type { QueryClient } from '@tanstack/react-query';
import { forgetPosition, make, post } from '../../api/client';
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
