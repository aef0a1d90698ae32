import type { Answer } from '../../api/types';

type Customer = Answer<'/api/customers/{id}'>;

/** A card as it was seen, which is what a step is done to. */
export interface SeenCard {
  id: string;
  version: number;
}

/** The card that something was written on: the person's own, or that of somebody who was merged into them. */
export function cardWith(person: Customer, customerId: string): SeenCard {
  return person.merged.find((card) => card.id === customerId) ?? person;
}
