import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutColumns } from './columns';

const heightsOf = (heights: readonly number[], starts: readonly number[]): readonly number[] =>
  starts.map((start, at) =>
    heights.slice(start, starts[at + 1] ?? heights.length).reduce((sum, each) => sum + each, 0),
  );

/** The lowest highest column of all ways to cut. */
function best(heights: readonly number[], count: number): number {
  if (count === 1) return heights.reduce((sum, each) => sum + each, 0);
  let found = Number.POSITIVE_INFINITY;
  for (let cut = 0; cut <= heights.length; cut++) {
    const last = heights.slice(cut).reduce((sum, each) => sum + each, 0);
    found = Math.min(found, Math.max(best(heights.slice(0, cut), count - 1), last));
  }
  return found;
}

describe('cutColumns', () => {
  it('keeps the order and makes the highest column as low as can be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (heights, count) => {
          const starts = cutColumns(heights, count);
          expect(starts[0]).toBe(0);
          expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
          expect(starts.length).toBeLessThanOrEqual(count);
          expect(Math.max(0, ...heightsOf(heights, starts))).toBe(best(heights, Math.max(1, count)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is even where several cuts are as low', () => {
    expect(cutColumns([100, 10, 10, 10, 10], 3)).toEqual([0, 1, 3]);
    expect(cutColumns([], 3)).toEqual([0]);
  });
});
