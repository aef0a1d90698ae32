import { describe, expect, it } from 'vitest';
import { filled } from './gaps';

describe('a text with gaps', () => {
  const tammy = { name: 'Tammy Davis', business: 'River Strips' };

  it('says what is each one’s own', () => {
    expect(filled('Hi {first name}, {name}: {business} here.', tammy)).toBe(
      'Hi Tammy, Tammy Davis: River Strips here.',
    );
  });

  it('closes the gap of a name that nobody knows', () => {
    expect(filled('Hi {first name}, it’s {business}.', { ...tammy, name: undefined })).toBe('Hi, it’s River Strips.');
  });

  it('leaves other braces alone', () => {
    expect(filled('Code {1234}', tammy)).toBe('Code {1234}');
  });
});
