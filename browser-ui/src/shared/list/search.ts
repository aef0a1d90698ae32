/** What a list shows, as its address says it: so that it can be kept, sent and come back to. */
export interface ListSearch {
  page?: number;
  size?: number;
  sort?: string;
  search?: string;
}

export const PAGE_SIZE = 50;

type Raw = Record<string, unknown>;

/** Reads a list's part of the address; what makes no sense is left out. */
export function listSearch(raw: Raw): ListSearch {
  return defined({
    page: wholeNumber(raw.page, 0, 1_000_000),
    size: wholeNumber(raw.size, 1, 200),
    sort: text(raw.sort),
    search: text(raw.search),
  });
}

/** Text of the address. The router reads `?search=123` as a number. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  return typeof value === 'number' ? String(value) : undefined;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

export function oneOf<T extends string | number>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Without the keys whose value is undefined. */
export function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
