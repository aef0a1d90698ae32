import type { QueryClient } from '@tanstack/react-query';
import { change, make, newId, replace } from '../../api/client';
import type { Answer, Body, Done, PathOf } from '../../api/types';
import { refresh, useChange, useMake } from '../../shared/command';

type Customer = Pick<Answer<'/api/customers/{id}'>, 'id' | 'version'>;

export function useRegisterCustomer() {
  return useMake((body: Body<'/api/customers', 'post'>, key) => make('/api/customers', { body, key }));
}

export function useCorrectCustomer() {
  return useChange(({ customer, ...body }: Body<'/api/customers/{id}', 'put'> & { customer: Customer }, key) =>
    replace('/api/customers/{id}', {
      params: { id: customer.id },
      body,
      seen: { version: customer.version, key },
    }),
  );
}

export function useArchiveCustomer() {
  return useChange((customer: Customer, key) => archiving('archive', customer, key));
}

export function useRestoreCustomer() {
  return useChange((customer: Customer, key) => archiving('restore', customer, key));
}

function archiving(step: 'archive' | 'restore', customer: Customer, key: string): Promise<Done> {
  return change(`/api/customers/{id}/${step}`, {
    params: { id: customer.id },
    seen: { version: customer.version, key },
  });
}

/** Writes down what a person asked about their data. */
export function useReceiveRequest() {
  return useMake((body: Body<'/api/privacy-requests', 'post'>, key) => make('/api/privacy-requests', { body, key }));
}

type Plan = Body<'/api/card-plan', 'post'>;

/** Sets what is written on cards. */
export function useSetCardPlan() {
  return useChange((body: Plan, key) => make('/api/card-plan', { body, key }));
}

type CardPath = Extract<PathOf<'post'>, `/api/customers/{id}/${string}`>;

/** One step on a person's card: where it goes, and what it says. */
export type CardStep = {
  [P in CardPath]: [Body<P, 'post'>] extends [never] ? { path: P } : { path: P; body: Body<P, 'post'> };
}[CardPath];

/** Does a step to a card as it was seen. */
export function useCardStep() {
  return useChange(({ customer, step }: { customer: Customer; step: CardStep }, key) => stepping(customer, step, key));
}

/** Takes a step back, from a notice that outlives the screen it came from. */
export async function stepBack(queries: QueryClient, done: Done, step: CardStep): Promise<void> {
  await stepping(done, step, newId());
  await refresh(queries);
}

function stepping(customer: Customer, step: CardStep, key: string): Promise<Done> {
  const body = 'body' in step ? { body: step.body } : {};
  return change(step.path, {
    params: { id: customer.id },
    seen: { version: customer.version, key },
    ...body,
  } as Parameters<typeof change<CardPath>>[1]);
}

/** Merges a person into another one, in whom both are shown from then on. */
export function useMergePeople() {
  return useChange(({ id, customerId }: { id: string; customerId: string }, key) =>
    make('/api/customers/{id}/merge', { params: { id }, body: { customerId }, key }),
  );
}

export function useUnmergePerson() {
  return useChange((id: string, key) => make('/api/customers/{id}/unmerge', { params: { id }, key }));
}

export function useKeepApart() {
  return useChange(({ id, customerId }: { id: string; customerId: string }, key) =>
    make('/api/customers/{id}/keep-apart', { params: { id }, body: { customerId }, key }),
  );
}
