import { describe, expect, it } from 'vitest';
import { instantAt, localAt } from './past';

describe('the moment that a place’s clocks show', () => {
  it('is found on both sides of the change to summer time', () => {
    expect(instantAt('2026-01-15T23:59', 'America/New_York').toISOString()).toBe('2026-01-16T04:59:00.000Z');
    expect(instantAt('2026-07-15T23:59', 'America/New_York').toISOString()).toBe('2026-07-16T03:59:00.000Z');
    expect(instantAt('2026-03-08T23:59', 'America/New_York').toISOString()).toBe('2026-03-09T03:59:00.000Z');
    expect(instantAt('2026-07-15T12:00', 'Asia/Kolkata').toISOString()).toBe('2026-07-15T06:30:00.000Z');
  });

  it('is shown as it was typed', () => {
    expect(localAt(instantAt('2026-11-03T08:05', 'America/Los_Angeles'), 'America/Los_Angeles')).toBe(
      '2026-11-03T08:05',
    );
  });
});
