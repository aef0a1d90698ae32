import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { pastMoment } from '../api/past';
import { refresh } from './command';

/** Views change in bursts (an import, say): at most one refresh in this time. */
const CALM_MS = 400;
const RECONNECT_MS = 4000;

/**
 * Refetches what is on the screen when the server says that a view changed. Tells whether the line is up. A hidden tab
 * holds no line, since browsers allow six connections to a host; it catches up when it is shown again.
 */
export function useLive(): boolean {
  const queries = useQueryClient();
  const [up, setUp] = useState(true);

  useEffect(() => {
    let source: EventSource | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;

    // What stays as it is while everything else is asked again, but for the one view that it shows.
    const changedView = ({ data }: MessageEvent<string>) => {
      const { view } = JSON.parse(data) as { view: string };
      void queries.invalidateQueries({ predicate: (query) => query.meta?.view === view });
      changed();
    };

    const changed = () => {
      // The past stays as it is.
      if (pastMoment() !== undefined) return;
      due ??= setTimeout(() => {
        due = undefined;
        void refresh(queries);
      }, CALM_MS);
    };

    const connect = () => {
      clearTimeout(again);
      source?.close();
      source = new EventSource('/api/live');
      source.addEventListener('changed', changedView);
      source.addEventListener('open', () => {
        setUp(true);
        if (missed) changed();
        missed = false;
      });
      source.addEventListener('error', () => {
        setUp(false);
        missed = true;
        // The browser reconnects a broken line by itself, but gives up after a refusal. Then the session may be over,
        // ended in another tab: asking for what is on the screen tells.
        if (source?.readyState === EventSource.CLOSED) {
          changed();
          again = setTimeout(connect, RECONNECT_MS);
        }
      });
    };

    const shownOrHidden = () => {
      if (document.hidden) {
        clearTimeout(again);
        source?.close();
        missed = true;
      } else if (source?.readyState === EventSource.CLOSED) {
        connect();
      }
    };

    connect();
    document.addEventListener('visibilitychange', shownOrHidden);
    return () => {
      document.removeEventListener('visibilitychange', shownOrHidden);
      clearTimeout(due);
      clearTimeout(again);
      source?.close();
    };
  }, [queries]);

  return up;
}
