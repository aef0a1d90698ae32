import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../api/types';
import { texts } from '../../texts';
import { SessionProvider } from '../session';
import { BulkBar } from './BulkBar';
import type { Chosen } from './chosen';

const SALES = ['PACK', 'DELIVER', 'PAY', 'CLOSE', 'CANCEL'] as const;

function show(role: Session['role'], chosen: number, found = chosen) {
  const rows = Array.from({ length: chosen }, (_, index): Chosen => ({
    id: `id${index.toString()}`,
    name: 'Galaxy',
    seen: { version: 0 },
  }));
  const choice = {
    chosen: new Map(rows.map((row) => [row.id, row])),
    full: false,
    choose: vi.fn(),
    chooseAll: vi.fn(),
  };
  const all = [...rows, { id: 'one more', name: 'Galaxy', seen: { version: 0 } }];
  render(
    <MantineProvider>
      <SessionProvider value={{ role } as Session}>
        <BulkBar
          choice={choice}
          page={rows}
          words={texts.salesBulk}
          steps={SALES}
          found={{ total: found, ask: () => Promise.resolve(all) }}
          csv={{ path: '/api/sales.csv' }}
          dialog={() => null}
        />
      </SessionProvider>
    </MantineProvider>,
  );
  return { choice, all };
}

function names(): string[] {
  return [...screen.queryAllByRole('button'), ...screen.queryAllByRole('link')].map((each) => each.textContent);
}

describe('what can be done with all that is chosen', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is nothing where nothing is chosen', () => {
    show('STAFF', 0);
    expect(names()).toEqual([]);
  });

  it('stands side by side as far as there is room, the rest behind a button', () => {
    show('STAFF', 2);
    expect(names()).toEqual(['All', 'None', 'Packed', 'Delivered', 'More', 'CSV']);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/api/sales.csv?ids=id0%2Cid1');
  });

  it('is chosen by the filter too, where that finds more than the page shows', async () => {
    const { choice, all } = show('STAFF', 2, 3);
    await userEvent.click(screen.getByRole('button', { name: 'All 3' }));
    expect(choice.chooseAll).toHaveBeenCalledWith(all);
  });

  it('is for an auditor to take the rows along', () => {
    show('AUDITOR', 2);
    expect(names()).toEqual(['All', 'None', 'CSV']);
  });

  it('is no file where there are more than an address has room for', () => {
    show('AUDITOR', 101);
    expect(names()).toEqual(['All', 'None']);
  });
});
