import { describe, expect, it } from 'vitest';
import { inParts } from './bulk';

const seen = Array.from({ length: 7 }, (_, index) => ({ id: String(index), version: 0 }));

describe('a step for many', () => {
  it('is sent in parts that the server takes, each thing once and in order', async () => {
    const sizes: number[] = [];
    const told: number[] = [];
    const results = await inParts(
      seen,
      3,
      (part) => {
        sizes.push(part.length);
        return Promise.resolve(part.map((one) => one.id));
      },
      (sent) => told.push(sent),
    );
    expect(sizes).toEqual([3, 3, 1]);
    expect(told).toEqual([3, 6, 7]);
    expect(results).toEqual(seen.map((one) => one.id));
  });

  it('stops at a part that did not arrive', async () => {
    const sent = inParts(seen, 3, (part) =>
      part[0]?.id === '3' ? Promise.reject(new Error('offline')) : Promise.resolve([]),
    );
    await expect(sent).rejects.toThrow('offline');
  });
});
