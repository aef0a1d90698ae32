import { useAsk } from '../../shared/query';

/** How far ahead it is worth knowing that boxes lose worth: more than a month, so that the next first is always in it. */
const AHEAD_DAYS = 45;

/** Boxes that are soon worth less. */
export function useTierDrops() {
  return useAsk('/api/tier-drops', { query: { withinDays: AHEAD_DAYS } });
}

export function useTodaysWork() {
  return useAsk('/api/today');
}
