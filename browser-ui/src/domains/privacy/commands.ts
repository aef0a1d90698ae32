import { change, make, replace } from '../../api/client';
import type { Body } from '../../api/types';
import { useChange, useMake } from '../../shared/command';
import type { PrivacyRequest } from './queries';

const seen = ({ id, version }: PrivacyRequest, key: string) => ({ params: { id }, seen: { version, key } });

export type IdentityCheck = NonNullable<Body<'/api/privacy-requests/{id}/identity', 'post'>['check']>;
export type RefusalReason = NonNullable<Body<'/api/privacy-requests/{id}/refuse', 'post'>['reason']>;

export function useCheckIdentity() {
  return useChange(({ request, check }: { request: PrivacyRequest; check: IdentityCheck }, key) =>
    change('/api/privacy-requests/{id}/identity', { ...seen(request, key), body: { check } }),
  );
}

export function useRefuseRequest() {
  return useChange(({ request, reason }: { request: PrivacyRequest; reason: RefusalReason }, key) =>
    change('/api/privacy-requests/{id}/refuse', { ...seen(request, key), body: { reason } }),
  );
}

export function useAnswerRequest() {
  return useChange((request: PrivacyRequest, key) => change('/api/privacy-requests/{id}/answer', seen(request, key)));
}

export function useOrderErasure() {
  return useChange((request: PrivacyRequest, key) => change('/api/privacy-requests/{id}/erase', seen(request, key)));
}

export type Extension = Body<'/api/privacy-requests/{id}/extend', 'post'>;

export function useExtendRequest() {
  return useChange(({ request, body }: { request: PrivacyRequest; body: Extension }, key) =>
    change('/api/privacy-requests/{id}/extend', { ...seen(request, key), body }),
  );
}

interface LinkOf {
  request: PrivacyRequest;
  linkId: string;
}

export function useMakePrivateLink() {
  return useChange(({ request, linkId }: LinkOf, key) =>
    change('/api/privacy-requests/{id}/link', { ...seen(request, key), body: { linkId } }),
  );
}

export function useRevokePrivateLink() {
  return useChange(({ request, linkId }: LinkOf, key) =>
    change('/api/privacy-requests/{id}/link/revoke', { ...seen(request, key), body: { linkId } }),
  );
}

export type OwnQuestion = Body<'/api/privacy-requests/own', 'post'>;

export function useAskAboutOwnData() {
  return useMake((body: OwnQuestion, key) => make('/api/privacy-requests/own', { body, key }));
}

interface CardChange {
  customerId: string;
  version: number;
  card: Body<'/api/customers/{id}', 'put'>;
}

/** Has a card say what the person wants it to say. */
export function useCorrectCard() {
  return useChange(({ customerId, version, card }: CardChange, key) =>
    replace('/api/customers/{id}', { params: { id: customerId }, seen: { version, key }, body: card }),
  );
}
