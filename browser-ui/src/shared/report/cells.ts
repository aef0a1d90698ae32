import type { Answer } from '../../api/types';
import { date, month, money, number, shortMoney, signedMoney } from '../format';

export type Report = Answer<'/api/reports/{report}'>;
export type ReportColumn = Report['columns'][number];
export type Cell = string | number;

/** A cell as it is read; `month` and `date` cells are empty in the row of sums. */
export function cellText(kind: ReportColumn['kind'], value: Cell, currency: string): string {
  if (value === '') return '';
  switch (kind) {
    case 'TEXT':
      return String(value);
    case 'DATE':
      return date(String(value));
    case 'MONTH':
      return month(String(value));
    case 'COUNT':
      return number(Number(value));
    case 'TENTHS':
      return (Number(value) / 10).toFixed(1);
    case 'MONEY':
      return money({ minor: Number(value), currency });
    case 'PROFIT':
      return signedMoney({ minor: Number(value), currency });
  }
}

/** A figure beside an axis: short, because there is little room. */
export function axisText(kind: ReportColumn['kind'], value: number, currency: string): string {
  if (kind === 'MONEY' || kind === 'PROFIT') return shortMoney(value, currency);
  return number(kind === 'TENTHS' ? value / 10 : value);
}

export function isFigure(kind: ReportColumn['kind']): boolean {
  return kind !== 'TEXT';
}

export function isRight(kind: ReportColumn['kind']): boolean {
  return kind === 'COUNT' || kind === 'TENTHS' || kind === 'MONEY' || kind === 'PROFIT';
}
