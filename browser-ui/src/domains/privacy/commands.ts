import { change } from '../../api/client';
import type { Body } from '../../api/types';
import { useChange } from '../../shared/command';
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
