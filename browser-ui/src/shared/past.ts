import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { onPast, pastMaking, pastMoment, setPastMoment } from '../api/past';

/** The moment that is shown; undefined for now. */
export function usePastMoment(): string | undefined {
  return useSyncExternalStore(onPast, pastMoment);
}

/** How far the server is with looking the moment up, in percent; undefined while nothing waits for it. */
export function usePastMaking(): number | undefined {
  return useSyncExternalStore(onPast, pastMaking);
}

/** Shows everything as of another moment, or as of now. */
export function useGoTo(): (instant: string | undefined) => void {
  const queries = useQueryClient();
  return (instant) => {
    setPastMoment(instant);
    void queries.resetQueries();
  };
}

/** The instant at which clocks of a place show a local time such as `2026-11-03T23:59`. */
export function instantAt(local: string, timeZone: string): Date {
  const asUtc = new Date(`${local}Z`).getTime();
  // What the place's clocks show at an instant, read as if it were UTC, tells how far they are ahead there and then.
  const ahead = (instant: number) => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    return new Date(`${shown.format(instant).replace(' ', 'T')}Z`).getTime() - Math.floor(instant / 1000) * 1000;
  };
  const guess = asUtc - ahead(asUtc);
  return new Date(asUtc - ahead(guess));
}

/** The local time that clocks of a place show at an instant, as a field of day and time takes it. */
export function localAt(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T');
}
