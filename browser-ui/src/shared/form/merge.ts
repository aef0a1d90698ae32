import { useState } from 'react';
import type { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { mergeTheirs } from './faults';

interface MergedOptions<T, V> {
  /** As the screen behind the form shows it now. */
  now: T;
  valuesOf: (thing: T) => V;
  /** Why saving was refused. */
  problem: Problem | undefined;
  /** A field's name, and what somebody else wrote there, for a note. */
  told: (field: keyof V & string, theirs: V) => [label: string, value: string];
}

/**
 * A form about something that others may change meanwhile. It saves against the version that it was filled from, never a
 * newer one that only the screen behind has seen; where somebody else was first, their changes are merged in and the
 * person saves again.
 */
export function useMerged<T extends { version: number }, V extends Record<string, unknown>>({
  now,
  valuesOf,
  problem,
  told,
}: MergedOptions<T, V>) {
  const [seen, setSeen] = useState(now);
  const [mine, setMine] = useState(() => valuesOf(now));
  const [clashes, setClashes] = useState<string[]>();
  if (problem?.code === 'request.version-conflict' && now.version !== seen.version) {
    const theirs = valuesOf(now);
    const merged = mergeTheirs(valuesOf(seen), mine, theirs);
    setSeen(now);
    setMine(merged.values);
    setClashes(merged.clashes.map((field) => texts.conflict.theirs(...told(field, theirs))));
  }
  return {
    /** In the version to save against; the form is made anew with each. */
    seen,
    mine,
    /** What the person submits, so that it isn't lost should saving be refused. */
    keep: setMine,
    /** Notes for the form, once something was merged. */
    notes: clashes ? { clashes } : {},
  };
}
