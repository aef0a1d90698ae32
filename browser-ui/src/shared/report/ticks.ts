/** About how many steps an axis has. */
const STEPS = 4;

/** Round figures from below the lowest value to above the highest, nought among them: what an axis is read by. */
export function roundTicks(values: number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [0];
  const least = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].map((figure) => figure * power).find((rounded) => rounded >= least) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
