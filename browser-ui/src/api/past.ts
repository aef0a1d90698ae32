/**
 * As of when everything is asked: an instant, or nothing for now. It belongs to this tab and outlives a reload, but no
 * sign-out.
 */
const KEY = 'asOf';

let moment = sessionStorage.getItem(KEY) ?? undefined;
/** How far the server is with looking the moment up; undefined while nobody waits for it. */
let making: number | undefined;

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function pastMoment(): string | undefined {
  return moment;
}

export function pastMaking(): number | undefined {
  return making;
}

export function setPastMoment(instant: string | undefined): void {
  moment = instant;
  making = undefined;
  if (instant === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, instant);
  tell();
}

export function setPastMaking(percent: number | undefined): void {
  if (making === percent) return;
  making = percent;
  tell();
}

export function onPast(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
