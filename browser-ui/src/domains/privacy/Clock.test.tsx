import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Clock } from './Clock';
import type { PrivacyRequest } from './queries';

function shown(request: Partial<PrivacyRequest>) {
  const { container } = render(
    <MantineProvider>
      <Clock request={request as PrivacyRequest} />
    </MantineProvider>,
  );
  return container.textContent;
}

describe('the clock of a request', () => {
  it('counts down to the day by which it has to be answered', () => {
    expect(shown({ state: 'IDENTIFIED', daysLeft: 12 })).toContain('12 days left');
    expect(shown({ state: 'RECEIVED', daysLeft: 0 })).toContain('due today');
  });

  it('says how late it is', () => {
    expect(shown({ state: 'RECEIVED', daysLeft: -3 })).toContain('3 days late');
  });

  it('stands still once it is over', () => {
    expect(shown({ state: 'REFUSED' })).toContain('refused');
    expect(shown({ state: 'ERASING', daysLeft: 12 })).toContain('being erased');
  });
});
