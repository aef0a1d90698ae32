/** A stretch of days, both ends included; an end that is missing is open. */
export interface Period {
  from?: string;
  to?: string;
}

export type PeriodName = 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear' | 'all';

export const PERIODS: PeriodName[] = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'all'];

/** The period that a name stands for on a day. */
export function period(name: PeriodName, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (name) {
    case 'thisMonth':
      return monthOf(year, month);
    case 'lastMonth':
      return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1);
    case 'thisYear':
      return yearOf(year);
    case 'lastYear':
      return yearOf(year - 1);
    case 'all':
      return {};
  }
}

/** The name of a period, if it has one on that day. */
export function nameOf(wanted: Period, today: string): PeriodName | undefined {
  return PERIODS.find((name) => {
    const { from, to } = period(name, today);
    return from === wanted.from && to === wanted.to;
  });
}

function monthOf(year: number, month: number): Period {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const prefix = `${String(year)}-${String(month).padStart(2, '0')}`;
  return { from: `${prefix}-01`, to: `${prefix}-${String(last)}` };
}

function yearOf(year: number): Period {
  return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
}
