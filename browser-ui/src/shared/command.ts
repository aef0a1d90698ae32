import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newId } from '../api/client';
import { Problem } from '../api/problem';
import type { Done } from '../api/types';

/** A command as a form sees it. */
export interface Command<Input> {
  run: (input: Input, then?: (done: Done) => void) => void;
  pending: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/** Asks again for everything on the screen, except what never changes; the rest is asked for when it is next shown. */
export function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ predicate: (query) => query.meta?.fixed !== true });
}

/** A command that makes something. One form makes one thing: the key lives as long as the form does. */
export function useMake<Input>(make: (input: Input, key: string) => Promise<Done>): Command<Input> {
  const [key] = useState(newId);
  return useCommand((input: Input) => make(input, key));
}

/** A command that changes something. Its input says which version the person saw. */
export function useChange<Input>(change: (input: Input, key: string) => Promise<Done>): Command<Input> {
  return useCommand(change);
}

function useCommand<Input>(send: (input: Input, key: string) => Promise<Done>): Command<Input> {
  const queries = useQueryClient();
  const running = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ input, key }: { input: Input; key: string }) => send(input, key),
    // Safe, because the same key goes along: the server answers what it answered before.
    retry: (failures, error) => failures < 2 && Problem.of(error).mayBeRetried,
    retryDelay: (attempt) => 400 * 3 ** attempt,
    networkMode: 'always',
    // The screen behind a dialog is fresh when the dialog closes; so is the version for the next step.
    onSuccess: () => refresh(queries),
    onError: (error) => {
      const code = Problem.of(error).code;
      if (code === 'request.version-conflict' || code === 'request.conflict') return refresh(queries);
      return undefined;
    },
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    run: (input, then) => {
      if (running.current) return;
      running.current = true;
      // What follows happens also if what was changed, and this with it, is gone from the screen by then.
      mutation.mutateAsync({ input, key: newId() }).then(then, () => {
        // The problem is shown where the step is.
      });
    },
    pending: mutation.isPending,
    problem: mutation.error ? Problem.of(mutation.error) : undefined,
    clear: mutation.reset,
  };
}
