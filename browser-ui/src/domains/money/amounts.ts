import type { Money } from '../../api/types';

/** What a person typed as miles, in tenths: `12.3` is 123. Undefined if it is none, or finer than a tenth. */
export function parseMiles(text: string): number | undefined {
  return tenths(text, 50_000);
}

/** What a person typed as cents a mile, in tenths: `72.5` is 725. */
export function parseRate(text: string): number | undefined {
  return tenths(text, 10_000);
}

/** 123 → `12.3`, 120 → `12`. */
export function typedTenths(value: number): string {
  return String(value / 10);
}

/** What a trip counts: tenths of miles by tenths of cents, to the cent, half a cent to the even one. */
export function deductionOf(tenthsOfMiles: number, rate: number): Money {
  const hundredths = tenthsOfMiles * rate;
  const cents = Math.floor(hundredths / 100);
  const rest = hundredths - cents * 100;
  const up = rest > 50 || (rest === 50 && cents % 2 === 1);
  return { minor: up ? cents + 1 : cents, currency: 'USD' };
}

/** The standard rate of a day, as the server tells the rates: each holds until the next; the last one to its year's end. */
export function rateOn<R extends { from: string }>(rates: readonly R[], day: string): R | undefined {
  const last = rates.at(-1);
  if (!last || day.slice(0, 4) > last.from.slice(0, 4)) return undefined;
  return rates.findLast((rate) => rate.from <= day);
}

function tenths(text: string, most: number): number | undefined {
  const match = /^(\d{1,5})(?:\.(\d?)0*)?$|^\.(\d)0*$/.exec(text.replaceAll(/[\s,]/g, ''));
  if (!match) return undefined;
  const value = Number(match[1] ?? 0) * 10 + Number(match[2] ?? match[3] ?? 0);
  return value > 0 && value <= most ? value : undefined;
}
