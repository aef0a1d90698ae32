import { change, make, replace } from '../../api/client';
import type { Answer, Body, Done, Item } from '../../api/types';
import { useChange, useMake } from '../../shared/command';

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

function retiring(step: 'retire' | 'restore', product: Product, key: string): Promise<Done> {
  return change(`/api/products/{id}/${step}`, {
    params: { id: product.id },
    seen: { version: product.version, key },
  });
}

type Buyer = Pick<Item<'/api/buyers'>, 'id' | 'version'>;

export function useAddBuyer() {
  return useMake((body: Body<'/api/buyers', 'post'>, key) => make('/api/buyers', { body, key }));
}

export function useCorrectBuyer() {
  return useChange(({ buyer, ...body }: Body<'/api/buyers/{id}', 'put'> & { buyer: Buyer }, key) =>
    replace('/api/buyers/{id}', { params: { id: buyer.id }, body, seen: { version: buyer.version, key } }),
  );
}

export function useRetireBuyer() {
  return useChange((buyer: Buyer, key) =>
    change('/api/buyers/{id}/retire', { params: { id: buyer.id }, seen: { version: buyer.version, key } }),
  );
}

export function useRestoreBuyer() {
  return useChange((buyer: Buyer, key) =>
    change('/api/buyers/{id}/restore', { params: { id: buyer.id }, seen: { version: buyer.version, key } }),
  );
}

type List = Pick<Answer<'/api/price-lists/{id}'>, 'id' | 'version'>;

export function usePublishPrices() {
  return useMake(({ list, ...body }: Body<'/api/price-lists/{id}/versions', 'post'> & { list: List }, key) =>
    make('/api/price-lists/{id}/versions', { params: { id: list.id }, body, key }),
  );
}

export function useWithdrawPrices() {
  return useChange(({ list, number }: { list: List; number: number }, key) =>
    change('/api/price-lists/{id}/withdraw', {
      params: { id: list.id },
      body: { version: number },
      seen: { version: list.version, key },
    }),
  );
}

export function useSetPricingRules() {
  return useChange((body: Body<'/api/pricing-rules', 'post'>, key) => make('/api/pricing-rules', { body, key }));
}
