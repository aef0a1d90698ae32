import { MantineProvider } from '@mantine/core';
import { render, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Session } from '../api/types';
import { Section } from './Screen';
import { SessionProvider } from './session';

function show(role: Session['role'], forWriters: boolean) {
  const { container } = render(
    <MantineProvider>
      <SessionProvider value={{ role } as Session}>
        <Section title="Notes" forWriters={forWriters}>
          <button type="button">Save</button>
        </Section>
      </SessionProvider>
    </MantineProvider>,
  );
  return within(container).getByRole('button', { name: 'Save' });
}

describe('what a section holds for changing', () => {
  it('can’t be pressed by who may only look on', () => {
    expect(show('AUDITOR', true).closest('fieldset[disabled]')).not.toBeNull();
  });

  it('can be pressed by staff', () => {
    expect(show('STAFF', true).closest('fieldset[disabled]')).toBeNull();
  });

  it('is left alone where looking on is all that it’s for', () => {
    expect(show('AUDITOR', false).closest('fieldset[disabled]')).toBeNull();
  });
});
