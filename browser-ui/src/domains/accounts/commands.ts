import type { QueryClient } from '@tanstack/react-query';
import { ask, askFile, change, forgetPosition, make, post, replace } from '../../api/client';
import type { Answer, Body, Done } from '../../api/types';
import { useChange, useMake } from '../../shared/command';
import { save } from '../../shared/files';
import { askPasskey, makePasskey } from './passkeys';
import { signedOut, tellOtherTabs, whoIsSignedInNow } from './queries';

export async function signIn(queries: QueryClient, body: Body<'/api/sign-in', 'post'>): Promise<void> {
  forgetPosition();
  await post('/api/sign-in', body);
  await whoIsSignedInNow(queries);
}

/** Has a link mailed by which an account is set up. */
export const askSignUp = (email: string) => post('/api/sign-up', { email });

/** The key lives as long as the form does: a second click, or a repeat after a lost answer, opens no second business. */
export async function finishSignUp(
  queries: QueryClient,
  body: Body<'/api/sign-up/finish', 'post'>,
  key: string,
): Promise<void> {
  forgetPosition();
  await make('/api/sign-up/finish', { body, key });
  await whoIsSignedInNow(queries);
}

export async function signOut(queries: QueryClient): Promise<void> {
  await post('/api/sign-out');
  forgetPosition();
  signedOut(queries);
  tellOtherTabs();
}

/** Who was invited makes an account, and is signed in with it. */
export async function join(
  queries: QueryClient,
  body: Body<'/api/invitations/accept', 'post'>,
  key: string,
): Promise<void> {
  forgetPosition();
  await make('/api/invitations/accept', { body, key });
  await whoIsSignedInNow(queries);
}

export type Member = Answer<'/api/members/{id}'>;
export type Invitation = Answer<'/api/invitations/{id}'>;
export type ApiKey = Answer<'/api/api-keys/{id}'>;
export type Role = Member['role'];

export function useInvite() {
  return useMake((body: Body<'/api/invitations', 'post'>, key) => make('/api/invitations', { body, key }));
}

export function useRevokeInvitation() {
  return useChange(({ id, version }: Invitation, key) =>
    change('/api/invitations/{id}/revoke', { params: { id }, seen: { version, key } }),
  );
}

export function useChangeRole() {
  return useChange(({ member: { id, version }, role }: { member: Member; role: Role }, key) =>
    change('/api/members/{id}/role', { params: { id }, body: { role }, seen: { version, key } }),
  );
}

export function useRemoveMember() {
  return useChange(({ id, version }: Member, key) =>
    change('/api/members/{id}/remove', { params: { id }, seen: { version, key } }),
  );
}

export function useMakeApiKey() {
  return useMake((body: Body<'/api/api-keys', 'post'>, key) => make('/api/api-keys', { body, key }));
}

export function useRevokeApiKey() {
  return useChange(({ id, version }: ApiKey, key) =>
    change('/api/api-keys/{id}/revoke', { params: { id }, seen: { version, key } }),
  );
}

export type Export = Answer<'/api/exports/{id}'>;

/** Each click on it is a wish of its own; the server takes one at a time. */
export function useAskExport() {
  return useChange((_: undefined, key) => make('/api/exports', { key }));
}

/** Fetches the archive, once, and hands it to the browser to save. */
export function useCollectExport() {
  return useChange(async ({ id, askedAt }: Export): Promise<Done> => {
    save(await askFile('/api/exports/{id}/collect', undefined, { id }), `account-${askedAt.slice(0, 10)}.zip`);
    return { id, version: 0, position: 0 };
  });
}

export type DeliverySchedule = Answer<'/api/delivery-schedules/{id}'>;
export type DeliveryBody = Body<'/api/delivery-schedules', 'post'>;

export function useScheduleDeliveries() {
  return useMake((body: DeliveryBody, key) => make('/api/delivery-schedules', { body, key }));
}

export function useRescheduleDeliveries() {
  return useChange(({ schedule: { id, version }, body }: { schedule: DeliverySchedule; body: DeliveryBody }, key) =>
    replace('/api/delivery-schedules/{id}', { params: { id }, body, seen: { version, key } }),
  );
}

export function usePauseDeliveries() {
  return useChange(({ id, version }: DeliverySchedule, key) =>
    change('/api/delivery-schedules/{id}/pause', { params: { id }, seen: { version, key } }),
  );
}

export function useResumeDeliveries() {
  return useChange(({ id, version }: DeliverySchedule, key) =>
    change('/api/delivery-schedules/{id}/resume', { params: { id }, seen: { version, key } }),
  );
}

export function useRemoveDeliverySchedule() {
  return useChange(({ id, version }: DeliverySchedule, key) =>
    change('/api/delivery-schedules/{id}/remove', { params: { id }, seen: { version, key } }),
  );
}

/** Between two times. */
export function useDeliverNow() {
  return useChange(({ id, version }: DeliverySchedule, key) =>
    change('/api/delivery-schedules/{id}/deliver', { params: { id }, seen: { version, key } }),
  );
}

export type SupportSession = Answer<'/api/support/{id}'>;

/** Lets the service's staff in for a while. */
export function useGrantSupport() {
  return useMake((body: Body<'/api/support', 'post'>, key) => make('/api/support', { body, key }));
}

export function useRevokeSupport() {
  return useChange(({ id, version }: SupportSession, key) =>
    change('/api/support/{id}/revoke', { params: { id }, seen: { version, key } }),
  );
}

/** The session is the operator's own again. */
export const leaveSupport = () => post('/api/support/leave');

/** Shows once more who has the session. */
export function prove(body: Body<'/api/session/prove', 'post'>): Promise<void> {
  return post('/api/session/prove', body);
}

export function offerAuthenticator() {
  return ask('/api/authenticator/offer');
}

export function confirmAuthenticator(code: string) {
  return ask('/api/authenticator/confirm', { code });
}

export function renewRecoveryCodes() {
  return ask('/api/authenticator/recovery-codes');
}

export function removeAuthenticator(): Promise<void> {
  return post('/api/authenticator/remove');
}

export async function addPasskey(name: string, email: string): Promise<void> {
  await post('/api/passkeys/add', { name, answer: await makePasskey(email) });
}

export function removePasskey(id: string): Promise<void> {
  return post('/api/passkeys/{id}/remove', undefined, { id });
}

export async function signInByPasskey(queries: QueryClient): Promise<void> {
  forgetPosition();
  await post('/api/sign-in/passkey', { answer: await askPasskey() });
  await whoIsSignedInNow(queries);
}

export async function proveByPasskey(): Promise<void> {
  await post('/api/session/prove/passkey', { answer: await askPasskey() });
}

/** To Google, and back to the screen that is wanted next. */
export async function goToGoogle(next?: string): Promise<void> {
  const { address } = await ask('/api/sign-in/google/ask', next === undefined ? {} : { next });
  window.location.assign(address);
}

/** To Google, to link the account there with the person's own. */
export async function goToGoogleToLink(next: string): Promise<void> {
  const { address } = await ask('/api/google/ask', { next });
  window.location.assign(address);
}

export function answerOfGoogle(body: Body<'/api/sign-in/google/answer', 'post'>) {
  return ask('/api/sign-in/google/answer', body);
}

export async function signInByGoogle(queries: QueryClient, body: Body<'/api/sign-in/google', 'post'>): Promise<void> {
  forgetPosition();
  await post('/api/sign-in/google', body);
  await whoIsSignedInNow(queries);
}

export async function signUpByGoogle(queries: QueryClient, body: Body<'/api/sign-up/google', 'post'>): Promise<void> {
  forgetPosition();
  await post('/api/sign-up/google', body);
  await whoIsSignedInNow(queries);
}

export const linkGoogle = () => post('/api/google/link');

export const unlinkGoogle = () => post('/api/google/unlink');

/** After this the session says something else of its user or business. */
async function changing(queries: QueryClient, doing: Promise<void>): Promise<void> {
  await doing;
  await whoIsSignedInNow(queries);
}

export const askPasswordReset = (email: string) => post('/api/password-reset', { email });

export const resetPassword = (body: Body<'/api/password-reset/use', 'post'>) => post('/api/password-reset/use', body);

export const changePassword = (body: Body<'/api/password', 'post'>) => post('/api/password', body);

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

/** Says that the user has seen a version of the policy. */
/** Whether mails that the user can do without are sent. */
export const chooseOptionalMail = (queries: QueryClient, wanted: boolean) =>
  changing(queries, post('/api/optional-mail', { wanted }));

/** The same for whom a mail's link is of, who needn't be signed in. */
export const chooseOptionalMailByLink = (token: string, wanted: boolean) =>
  post('/api/optional-mail/by-link', { token, wanted });

export type MailFate = NonNullable<Body<'/api/mailbox/{id}/fate', 'post'>['fate']>;

/** Has the simulator say what became of a mail. */
export const setMailFate = (id: string, fate: MailFate) => post('/api/mailbox/{id}/fate', { fate }, { id });

export const acknowledgePolicy = (policyVersion: string, queries: QueryClient) =>
  changing(queries, post('/api/policy/acknowledge', { policyVersion }));
