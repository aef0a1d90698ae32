import type { FieldFault, Problem } from '../../api/problem';

/** Faults of a problem, sorted to the fields of a form; those that fit none are left for the banner. */
export function sortFaults(
  problem: Problem | undefined,
  values: unknown,
): { byField: Record<string, string>; rest: FieldFault[] } {
  const byField: Record<string, string> = {};
  const rest: FieldFault[] = [];
  for (const fault of problem?.faults ?? []) {
    const field = fieldOf(fault.field, values);
    if (field === undefined) rest.push(fault);
    else byField[field] ??= fault.message;
  }
  return { byField, rest };
}

/** `lines[0].unitPrice.minor` → `lines.0.unitPrice`, the longest beginning that the form has. */
function fieldOf(path: string, values: unknown): string | undefined {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let at: unknown = values;
  const found: string[] = [];
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !(step in at)) break;
    at = (at as Record<string, unknown>)[step];
    found.push(step);
  }
  return found.length > 0 ? found.join('.') : undefined;
}

/**
 * Somebody else saved first: their values for what the person left alone, the person's own for what they typed, and a
 * note of theirs where both changed the same field.
 */
export function mergeTheirs<V extends Record<string, unknown>>(
  base: V,
  mine: V,
  theirs: V,
): { values: V; clashes: (keyof V & string)[] } {
  const values = { ...mine };
  const clashes: (keyof V & string)[] = [];
  for (const key of Object.keys(theirs) as (keyof V & string)[]) {
    if (same(theirs[key], base[key])) continue;
    if (same(mine[key], base[key])) values[key] = theirs[key];
    else if (!same(mine[key], theirs[key])) clashes.push(key);
  }
  return { values, clashes };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
