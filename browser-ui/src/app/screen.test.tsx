import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { cleanup, render, screen as shown, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { texts } from '../texts';
import { CrashedScreen } from './fallbacks';
import { screen } from './screen';

const load = vi.fn<() => Promise<{ Deals: () => string }>>();
const ask = vi.fn<() => Promise<{ ok: boolean }>>();
const reload = vi.fn();

/** As a browser says it whose server has the file no more. */
const gone = new TypeError('Failed to fetch dynamically imported module: /assets/Deals-a1.js');

function open() {
  const root = createRootRoute();
  const router = createRouter({
    routeTree: root.addChildren([
      createRoute({ getParentRoute: () => root, path: '/', component: () => 'Home' }),
      createRoute({ getParentRoute: () => root, path: '/deals', component: screen(load, 'Deals') }),
    ]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
    defaultErrorComponent: CrashedScreen,
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return (path: string) => router.navigate({ to: path });
}

beforeEach(() => {
  sessionStorage.clear();
  load.mockReset().mockRejectedValue(gone);
  ask.mockReset().mockResolvedValue({ ok: true });
  reload.mockReset();
  vi.stubGlobal('fetch', ask);
  vi.spyOn(window.location, 'reload').mockImplementation(reload);
  // What React says of an error that a boundary shows.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(cleanup);

describe('a screen whose script a newer server has no more', () => {
  it('comes with the page, which is loaded anew by itself', async () => {
    const go = open();
    await go('/deals');
    await waitFor(() => {
      expect(reload).toHaveBeenCalledTimes(1);
    });
  });

  it('is asked for again by the person, where that was of no use', async () => {
    sessionStorage.setItem('medflip.renewed', String(Date.now()));
    const go = open();
    await go('/deals');
    const again = await shown.findByRole('button', { name: texts.common.retry });
    expect(ask).not.toHaveBeenCalled();
    await userEvent.click(again);
    await waitFor(() => {
      expect(reload).toHaveBeenCalledTimes(1);
    });
  });
});

describe('a screen without network', () => {
  it('says so, and leaves the page as it is until the service answers', async () => {
    ask.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const go = open();
    await go('/deals');
    await shown.findByText(texts.common.notLoadedHint);
    await waitFor(() => {
      expect(ask).toHaveBeenCalledTimes(1);
    });
    expect(reload).not.toHaveBeenCalled();
    await userEvent.click(await shown.findByRole('button', { name: texts.common.retry }));
    await waitFor(() => {
      expect(reload).toHaveBeenCalledTimes(1);
    });
  });

  it('is shown when it is gone to again and comes', async () => {
    ask.mockRejectedValue(new TypeError('Failed to fetch'));
    const go = open();
    await go('/deals');
    await shown.findByText(texts.common.notLoaded);
    await go('/');
    await shown.findByText('Home');
    load.mockResolvedValue({ Deals: () => 'All deals' });
    await go('/deals');
    await shown.findByText('All deals');
    expect(reload).not.toHaveBeenCalled();
  });
});
