import { describe, expect, it } from 'vitest';
import { roundTicks } from './ticks';

describe('the figures of an axis', () => {
  it('are round and reach over the highest value', () => {
    expect(roundTicks([329_000, 12_000])).toEqual([0, 100_000, 200_000, 300_000, 400_000]);
  });

  it('reach below a loss and keep nought', () => {
    expect(roundTicks([-30, 100])).toEqual([-50, 0, 50, 100]);
  });

  it('are nought alone where nothing was earned', () => {
    expect(roundTicks([0])).toEqual([0]);
  });
});
