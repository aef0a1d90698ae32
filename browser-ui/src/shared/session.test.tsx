import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import type { Session } from '../api/types';
import { SessionProvider, useMay } from './session';

function may(role: Session['role'] | undefined, what: 'write' | 'administer'): boolean {
  const session = { role } as Session;
  const wrapper = ({ children }: { children: ReactNode }) =>
    role === undefined ? children : <SessionProvider value={session}>{children}</SessionProvider>;
  return renderHook(() => useMay(what), { wrapper }).result.current;
}

describe('what a role includes', () => {
  it('is everything for an owner', () => {
    expect([may('OWNER', 'write'), may('OWNER', 'administer')]).toEqual([true, true]);
  });

  it('is the daily work for staff', () => {
    expect([may('STAFF', 'write'), may('STAFF', 'administer')]).toEqual([true, false]);
  });

  it('is to look on for an auditor, and nothing for somebody who isn’t signed in', () => {
    expect([may('AUDITOR', 'write'), may('AUDITOR', 'administer'), may(undefined, 'write')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
