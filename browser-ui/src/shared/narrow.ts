import { useMediaQuery } from '@mantine/hooks';

/** A phone's width: rows are cards, and what isn't needed at once stands behind a button. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}
