import { describe, expect, it } from 'vitest';
import { segments } from './segments';

describe('segments', () => {
  it('counts 160 plain characters as one part, and 153 a part beyond', () => {
    expect(segments('')).toBe(0);
    expect(segments('a'.repeat(160))).toBe(1);
    expect(segments('a'.repeat(161))).toBe(2);
    expect(segments('a'.repeat(307))).toBe(3);
  });

  it('counts some characters twice', () => {
    expect(segments('€'.repeat(80))).toBe(1);
    expect(segments('€'.repeat(81))).toBe(2);
  });

  it('needs more parts as soon as one character is another', () => {
    expect(segments(`${'a'.repeat(69)}’`)).toBe(1);
    expect(segments(`${'a'.repeat(70)}’`)).toBe(2);
    expect(segments('🙂'.repeat(35))).toBe(1);
    expect(segments('🙂'.repeat(36))).toBe(2);
  });
});
