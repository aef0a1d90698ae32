import type { paths } from './schema';

export type Verb = 'get' | 'post' | 'put';

/** The paths of the API that answer to a verb. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<P, V extends Verb> = P extends keyof paths ? (paths[P] extends Record<V, infer O> ? O : never) : never;

type Content<R> = R extends { content: infer C } ? C[keyof C] : undefined;

/** What a path answers when all is well. Types are taken from paths, so they hold whatever a schema is called. */
export type Answer<P, V extends Verb = 'get'> =
  Operation<P, V> extends { responses: infer R }
    ? R extends { 200: infer S }
      ? Content<S>
      : R extends { 201: infer S }
        ? Content<S>
        : undefined
    : never;

/** The JSON that a path takes. */
export type Body<P, V extends Verb> =
  Operation<P, V> extends { requestBody?: infer B } ? Content<NonNullable<B>> : never;

export type Query<P> = Operation<P, 'get'> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;

/** One row of a path that answers a page of them. */
export type Item<P> = Answer<P> extends { items: (infer I)[] } ? I : never;

/** The value of a path's `{placeholder}`; no path has two. */
export type Params<P> = P extends `${string}{${infer Name}}${string}` ? Record<Name, string> : Record<string, never>;

export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}

/** What every command answers: what it touched, its version now, and how far the journal is. */
export interface Done {
  id: string;
  version: number;
  position: number;
}

export interface Money {
  minor: number;
  currency: string;
}

export type Address = Answer<'/api/customers/{id}'>['addresses'][number]['address'];
export type DealState = Item<'/api/deals'>['state'];
export type SaleState = Item<'/api/sales'>['state'];
export type Channel = Item<'/api/products'>['channel'];
export type Grade = Item<'/api/lots'>['grade'];
export type ExpenseCategory = Item<'/api/expenses'>['category'];
export type PaymentMethod = Item<'/api/expenses'>['method'];
export type Entry = Item<'/api/customers/{id}/timeline'>;
export type Session = Answer<'/api/session'>;
