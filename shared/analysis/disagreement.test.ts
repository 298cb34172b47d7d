import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreement, peakEnd, splitMoments } from './disagreement';

const rating = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10);

describe('disagreement', () => {
  it('says nothing where nobody rated, and leaves out what is missing or off the scale', () => {
    expect(disagreement([])).toBeNull();
    expect(disagreement([null, undefined, Number.NaN, 2.5, -3])).toBeNull();
    expect(disagreement([null, 1, 3])).toMatchObject({ n: 1, median: 1 });
  });

  it('takes one rating for what it is', () => {
    expect(disagreement([-1.5])).toEqual({
      n: 1,
      min: -1.5,
      max: -1.5,
      mean: -1.5,
      median: -1.5,
      band: null,
      deviation: 0,
      polarisation: 0,
      split: null,
    });
  });

  // Sorted: -2 -1 0 1 2. Type 7: h = 4q + 1, so q1 is the 2nd and q3 the 4th. Deviations 2+1+0+1+2 = 6, over 5. Variance 10 / 5 = 2, over 4.
  it('computes an odd number of ratings as by hand', () => {
    expect(disagreement([2, 0, -2, 1, -1])).toMatchObject({
      n: 5,
      mean: 0,
      median: 0,
      band: { low: -1, high: 1 },
      deviation: 1.2,
      polarisation: 0.5,
    });
  });

  // Sorted: -2 -1 0 0.5 1 2. Median (0 + 0.5) / 2. h = 5q + 1: q1 = x(2) + 0.25 · 1, q3 = x(4) + 0.75 · 0.5. Deviations from 0.25: 2.25 1.25 0.25 0.25 0.75 1.75 = 6.5.
  it('computes an even number of ratings as by hand', () => {
    const of = disagreement([1, -2, 0, 2, -1, 0.5]);
    expect(of?.median).toBe(0.25);
    expect(of?.band).toEqual({ low: -0.75, high: 0.875 });
    expect(of?.deviation).toBeCloseTo(6.5 / 6, 12);
  });

  it('gives no band to fewer than five', () => {
    expect(disagreement([1, 1, 1, 2])?.band).toBeNull();
    expect(disagreement([1, 1, 1, 2, 2])?.band).toEqual({ low: 1, high: 2 });
  });

  it('sees no disagreement in ties, not even of fractions without a binary form', () => {
    expect(disagreement([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toMatchObject({ deviation: 0, polarisation: 0, split: null });
  });

  it('is fully polarised where half are at either end', () => {
    expect(disagreement([-2, 2, -2, 2, -2, 2])).toMatchObject({
      polarisation: 1,
      deviation: 2,
      split: { pleased: 3, displeased: 3, gap: 4 },
    });
  });

  // The purchase of the drawing: 6 pleased (0.75 to 1.5), 5 displeased (-1 to -1.5).
  it('marks a moment that eleven people are split on', () => {
    const purchase = [1.5, 1.5, 1.25, 1, 1, 0.75, -1, -1.25, -1.25, -1.5, -1.5];
    expect(disagreement(purchase)?.split).toEqual({ pleased: 6, displeased: 5, gap: 1.75 });
  });

  it('needs 30 % on either side, and a point between them', () => {
    expect(disagreement([-1, -1, -1, 1, 1, 1, 1, 1, 1, 1])?.split).toMatchObject({ displeased: 3 });
    expect(disagreement([-1, -1, 1, 1, 1, 1, 1, 1, 1, 1])?.split).toBeNull();
    expect(disagreement([-0.4, -0.4, -0.4, 0.5, 0.5, 0.5])?.split).toBeNull();
    expect(disagreement([-0.5, -0.5, -0.5, 0.5, 0.5, 0.5])?.split).toMatchObject({ gap: 1 });
  });

  it('lets a neutral rating stand between two camps, and not bridge them where they are far', () => {
    expect(disagreement([-2, -2, 0, 2, 2])?.split).toEqual({ pleased: 2, displeased: 2, gap: 2 });
    expect(disagreement([-0.8, -0.8, 0, 0.8, 0.8])?.split).toBeNull();
  });

  it('does not mind the order of the ratings, nor which end is the pleasant one', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1, maxLength: 20 }), (ratings) => {
        const of = disagreement(ratings);
        expect(disagreement([...ratings].reverse())).toEqual(of);
        const turned = disagreement(ratings.map((value) => -value));
        expect(turned?.median).toBeCloseTo(-(of?.median ?? 0), 12);
        expect(turned?.deviation).toBeCloseTo(of?.deviation ?? 0, 12);
        expect(turned?.polarisation).toBeCloseTo(of?.polarisation ?? 0, 12);
        expect(turned?.split?.gap).toEqual(of?.split?.gap);
      }),
    );
  });

  it('stays in its ranges: the median within the band, the band within the ratings', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 5, maxLength: 30 }), (ratings) => {
        const of = disagreement(ratings);
        if (!of?.band) throw new Error('five ratings have a band');
        const order = [-2, of.min, of.band.low, of.median, of.band.high, of.max, 2];
        expect([...order].sort((a, b) => a - b)).toEqual(order);
        expect(of.deviation).toBeLessThanOrEqual(2);
        expect(of.polarisation).toBeGreaterThanOrEqual(0);
        expect(of.polarisation).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('split moments', () => {
  it('come with the most polarised first', () => {
    const found = splitMoments([
      { id: 'mild', ratings: [-1, -1, -1, 1, 1, 1] },
      { id: 'agreed', ratings: [1, 1, 1, 1, 1, 1] },
      { id: 'torn', ratings: [-2, -2, -2, 2, 2, 2] },
      { id: 'few', ratings: [-2, 2] },
    ]);
    expect(found.map(({ id }) => id)).toEqual(['torn', 'mild']);
  });
});

describe('peak and end', () => {
  it('is the mean of the most extreme moment and the last', () => {
    expect(peakEnd([])).toBeNull();
    expect(peakEnd([1])).toEqual({ peak: 0, score: 1 });
    expect(peakEnd([0.5, -1.7, 1])).toEqual({ peak: 1, score: -0.35 });
  });

  it('takes the unpleasant of two moments as extreme, then the later', () => {
    expect(peakEnd([-2, 2, 0])).toEqual({ peak: 0, score: -1 });
    expect(peakEnd([2, -2, 0])).toEqual({ peak: 1, score: -1 });
    expect(peakEnd([2, 0, 2, 1])).toEqual({ peak: 2, score: 1.5 });
  });
});
