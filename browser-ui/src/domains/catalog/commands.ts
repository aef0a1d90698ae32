import type { QueryClient } from '@tanstack/react-query';
import { change, make, newId, replace } from '../../api/client';
import type { Body, Done, Item } from '../../api/types';
import { refresh, useChange, useMake } from '../../shared/command';

type Product = Pick<Item<'/api/products'>, 'id' | 'version'>;

export function useAddProduct() {
  return useMake((body: Body<'/api/products', 'post'>, key) => make('/api/products', { body, key }));
}

export function useCorrectProduct() {
  return useChange(({ product, ...body }: Body<'/api/products/{id}', 'put'> & { product: Product }, key) =>
    replace('/api/products/{id}', { params: { id: product.id }, body, seen: { version: product.version, key } }),
  );
}

export function useRetireProduct() {
  return useChange((product: Product, key) => retiring('retire', product, key));
}

export function useRestoreProduct() {
  return useChange((product: Product, key) => retiring('restore', product, key));
}

/** Takes a retiring back, from a notice that outlives the screen it came from. */
export async function restoreAgain(queries: QueryClient, retired: Done): Promise<void> {
  await retiring('restore', retired, newId());
  await refresh(queries);
}

function retiring(step: 'retire' | 'restore', product: Product, key: string): Promise<Done> {
  return change(`/api/products/{id}/${step}`, {
    params: { id: product.id },
    seen: { version: product.version, key },
  });
}
