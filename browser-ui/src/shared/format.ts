import type { Money } from '../api/types';

/**
 * The one place where money, dates, months and phone numbers become text, and text becomes them. The texts are
 * English of the United States, so are the formats.
 */
const LOCALE = 'en-US';

const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, signed: boolean): Intl.NumberFormat {
  const key = `${currency} ${signed ? 'signed' : 'plain'}`;
  let format = moneyFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
    moneyFormats.set(key, format);
  }
  return format;
}

/** Minor units in one major unit of the currency: 100 for USD, 1 for JPY. */
function minorPerMajor(currency: string): number {
  return 10 ** (moneyFormat(currency, false).resolvedOptions().maximumFractionDigits ?? 2);
}

const MINUS = '\u2212';

/** `$1,234.50`, `−$3.00`. */
export function money(amount: Money): string {
  return moneyFormat(amount.currency, false)
    .format(amount.minor / minorPerMajor(amount.currency))
    .replace('-', MINUS);
}

/** Money that is a difference, with its sign: `+$12.00`, `−$3.00`, `$0.00`. */
export function signedMoney(amount: Money): string {
  return moneyFormat(amount.currency, true)
    .format(amount.minor / minorPerMajor(amount.currency))
    .replace('-', MINUS);
}

/** Money for an axis, without cents: `$1,200`, `$12.5K`. */
export function shortMoney(minor: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  })
    .format(minor / minorPerMajor(currency))
    .replace('-', MINUS);
}

/** Money as a number of major units, for a chart. */
export function majorUnits(amount: Money): number {
  return amount.minor / minorPerMajor(amount.currency);
}

export function currencySymbol(currency: string): string {
  return (
    moneyFormat(currency, false)
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency
  );
}

/** What a person typed as an amount: `12`, `12.5`, `$1,234.50`. Undefined if it is none, or finer than the currency. */
export function parseMoney(text: string, currency: string): Money | undefined {
  const cleaned = text.replace(currencySymbol(currency), '').replaceAll(/[\s,]/g, '');
  const match = /^(\d{0,12})(?:\.(\d*))?$/.exec(cleaned);
  if (!match || (!match[1] && !match[2])) return undefined;
  const digits = Math.round(Math.log10(minorPerMajor(currency)));
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  return { minor: Number(`${match[1] ?? ''}${fraction.padEnd(digits, '0')}`), currency };
}

/** The same amount as a person would type it into a field: `12.50`. */
export function typedMoney(amount: Money): string {
  const digits = Math.round(Math.log10(minorPerMajor(amount.currency)));
  return (amount.minor / minorPerMajor(amount.currency)).toFixed(digits);
}

export function times(amount: Money, quantity: number): Money {
  return { minor: amount.minor * quantity, currency: amount.currency };
}

export function sum(amounts: Money[], currency: string): Money {
  return { minor: amounts.reduce((total, amount) => total + amount.minor, 0), currency };
}

const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthNameFormat = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const weekdayFormat = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** `2026-11-24` → `Nov 24, 2026`. */
export function date(iso: string): string {
  return dateFormat.format(new Date(`${iso}T00:00:00Z`));
}

/** `3:30 PM`, from `15:30` or `15:30:00`. */
export function clock(iso: string): string {
  const [hours = 0, minutes = 0] = iso.split(':').map(Number);
  return new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 1, hours, minutes),
  );
}

/** `2026-11-24` → `Tuesday, November 24`. */
export function weekday(iso: string): string {
  return weekdayFormat.format(new Date(`${iso}T00:00:00Z`));
}

/** `2026-11` → `Nov 2026`. Expiry is always month and year. */
export function month(iso: string): string {
  return monthFormat.format(new Date(`${iso}-01T00:00:00Z`));
}

/** 1 → `Jan`. */
export function monthName(number: number): string {
  return monthNameFormat.format(new Date(Date.UTC(2000, number - 1, 1)));
}

/** An instant as the business's clock shows it: `Nov 24, 2026, 3:05 PM`. */
export function moment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** The day it is now where the business is: `2026-11-24`. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** Months from the day's month to the expiry's: 0 if it expires this month, negative if it has. */
export function monthsLeft(expiry: string, today: string): number {
  return monthIndex(expiry) - monthIndex(today);
}

/** The month so many months later. */
export function addMonths(iso: string, months: number): string {
  const index = monthIndex(iso) + months;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function monthIndex(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** Days from one date to a later one; negative if it has passed. */
export function daysUntil(iso: string, today: string): number {
  return Math.round((Date.parse(iso) - Date.parse(today)) / 86_400_000);
}

/** `+16175550155` → `(617) 555-0155`; other countries keep their code: `+44 2071 838750`. */
export function phone(e164: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  if (american) return `(${american[1] ?? ''}) ${american[2] ?? ''}-${american[3] ?? ''}`;
  return e164;
}

const numberFormat = new Intl.NumberFormat(LOCALE);

export function number(value: number): string {
  return numberFormat.format(value);
}

/** `1 box`, `1,204 boxes`. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function boxes(value: number): string {
  return count(value, 'box', 'boxes');
}

/** The lines of a postal address that are filled in. */
export function addressLines(address: {
  line1?: string | undefined;
  line2?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  postalCode?: string | undefined;
  country?: string | undefined;
}): string[] {
  const town = [address.city, [address.region, address.postalCode].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return [address.line1, address.line2, town, address.country].filter((line): line is string => Boolean(line));
}

const SIZES = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** How large a file is, as people say it. */
export function size(bytes: number): string {
  const [unit, divisor] = SIZES.find(([, least]) => bytes >= least) ?? (['kB', 1e3] as const);
  return `${(bytes / divisor).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} ${unit}`;
}
