import type { QueryClient } from '@tanstack/react-query';
import { change, make, newId, replace } from '../../api/client';
import type { Answer, Body, Done } from '../../api/types';
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

/** Takes an archiving back, from a notice that outlives the screen it came from. */
export async function restoreAgain(queries: QueryClient, archived: Done): Promise<void> {
  await archiving('restore', archived, newId());
  await refresh(queries);
}

function archiving(step: 'archive' | 'restore', customer: Customer, key: string): Promise<Done> {
  return change(`/api/customers/{id}/${step}`, {
    params: { id: customer.id },
    seen: { version: customer.version, key },
  });
}
