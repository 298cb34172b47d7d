import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './dateCell';
import { histogram, labelCounts, monthSeries } from './distribution';
import {
  meanInterval,
  medianInterval,
  medianRanks,
  netScore,
  orderStatistic,
  quantile,
  summarize,
  total,
  wilsonInterval,
} from './statistics';

const weigh = (list: readonly number[]) => {
  const values = [...new Set(list)].sort((a, b) => a - b);
  return { values, counts: values.map((value) => list.filter((other) => other === value).length) };
};
const answers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });

describe('summary', () => {
  it('agrees with a hand-computed one', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: sum 40, squared distances 32.
    const summary = summarize(weigh([9, 4, 2, 4, 5, 7, 4, 5]));
    expect(summary).toMatchObject({ n: 8, min: 2, max: 9, mean: 5, median: 4.5, q1: 4, q3: 5.5 });
    expect(summary?.deviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(meanInterval({ n: 100, mean: 149, deviation: 30 })).toEqual({ low: 149 - 5.88, high: 149 + 5.88 });
    expect(summarize(weigh([]))).toBeNull();
  });

  it('agrees with sorting every value', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const data = weigh(list);
        expect(total(data)).toBe(list.length);
        sorted.forEach((value, at) => {
          expect(orderStatistic(data, at + 1)).toBe(value);
        });
        const mid = sorted.length / 2;
        const median = sorted.length % 2 ? sorted[Math.floor(mid)]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
        expect(quantile(data, 0.5)).toBeCloseTo(median, 10);
        expect(summarize(data)?.mean).toBeCloseTo(list.reduce((a, b) => a + b, 0) / list.length, 10);
      }),
    );
  });
});

describe('interval of the median', () => {
  // Published ranks of the sign test at 95 % (Conover, table A3; the low rank, the high one mirrors it).
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d values is between ranks %d and %d', (n, low, high) => {
    expect(medianRanks(n)).toEqual({ low, high });
  });

  it('does not exist below six values', () => {
    expect(medianRanks(5)).toBeNull();
    expect(medianInterval(weigh([1, 2, 3]))).toBeNull();
  });

  it('goes over to the approximation without a jump', () => {
    const exact = medianRanks(1000)!.low;
    const near = Math.floor((1001 - 1.96 * Math.sqrt(1000)) / 2);
    expect(Math.abs(exact - near)).toBeLessThanOrEqual(1);
    expect(medianRanks(200_000)).toEqual({ low: 99_562, high: 100_439 });
  });

  it('encloses the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 200 }), (list) => {
        const data = weigh(list);
        const interval = medianInterval(data)!;
        const median = quantile(data, 0.5);
        expect(interval.low).toBeLessThanOrEqual(median);
        expect(interval.high).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});

describe('shares and scores', () => {
  it('gives the published interval of Wilson', () => {
    const sixty = wilsonInterval(60, 100)!;
    expect(sixty.low).toBeCloseTo(0.502, 3);
    expect(sixty.high).toBeCloseTo(0.691, 3);
    const none = wilsonInterval(0, 10)!;
    expect(none.low).toBe(0);
    // z² / (n + z²) = 3.8416 / 13.8416.
    expect(none.high).toBeCloseTo(0.27754, 4);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('keeps a share inside its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.round(part * n);
        const { low, high } = wilsonInterval(hits, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
      }),
    );
  });

  it('gives the net score and its interval', () => {
    // 50 promoters, 30 passives, 20 detractors: 30 ± 15.3.
    const net = netScore({ values: [6, 8, 10], counts: [20, 30, 50] })!;
    expect(net.score).toBe(30);
    expect(net.high - 30).toBeCloseTo(15.3, 1);
    const larger = netScore({ values: [0, 7, 9], counts: [80, 120, 200] })!;
    expect(larger.high - 30).toBeCloseTo(7.7, 1);
    // Promoters alone: the width does not collapse.
    const perfect = netScore({ values: [10], counts: [12] })!;
    expect(perfect.score).toBe(100);
    expect(perfect.low).toBeLessThan(95);
  });
});

describe('distributions', () => {
  it('gives whole answers a bar each', () => {
    const bins = histogram([0, 1, 2, 9, 10], [1, 1, 1, 5, 2], [0, 0, 0, 3, 0])!;
    expect(bins).toEqual({
      from: 0,
      width: 1,
      all: [1, 1, 1, 0, 0, 0, 0, 0, 0, 5, 2],
      segment: [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0],
    });
  });

  it('counts every value in a bar, round edges, fifteen bars at most, the segment inside the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat({ max: 9 }), fc.nat({ max: 9 })), {
          minLength: 1,
          maxLength: 60,
        }),
        (rows) => {
          const sorted = [...new Map(rows.map((row) => [row[0], row])).values()].sort((a, b) => a[0] - b[0]);
          const all = sorted.map(([, a, b]) => a + b);
          const segment = sorted.map(([, a]) => a);
          const bins = histogram(
            sorted.map(([value]) => value),
            all,
            segment,
          );
          const sum = (list: readonly number[]) => list.reduce((x, y) => x + y, 0);
          if (sum(all) === 0) {
            expect(bins).toBeNull();
            return;
          }
          expect(sum(bins!.all)).toBe(sum(all));
          expect(sum(bins!.segment)).toBe(sum(segment));
          expect(bins!.all.length).toBeLessThanOrEqual(15);
          bins!.all.forEach((count, at) => {
            expect(bins!.segment[at]).toBeLessThanOrEqual(count);
          });
        },
      ),
    );
  });

  it('does not let one value far out leave a single bar', () => {
    const values = [...Array.from({ length: 40 }, (_, at) => 20 + at), 9_000_000];
    const bins = histogram(
      values,
      values.map(() => 1),
      values.map(() => 0),
    )!;
    expect(bins.all.filter((count) => count > 0).length).toBeGreaterThan(3);
  });

  it('counts labels, largest first, the others together', () => {
    const counts = labelCounts(['a', 'b', 'c', 'd', 'e'], [1, 5, 2, 0, 1], [1, 2, 0, 0, 0], 2);
    expect(counts.top.map(({ label }) => label)).toEqual(['b', 'c']);
    expect(counts.other).toEqual({ labels: 2, all: 2, segment: 1 });
    expect(labelCounts(['a', 'b', 'c'], [3, 2, 1], [0, 0, 0], 2).top).toHaveLength(3);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 30 }),
        fc.nat({ max: 8 }),
        (rows, most) => {
          const all = rows.map(([a, b]) => a + b);
          const { top, other } = labelCounts(
            rows.map((_, at) => `l${at}`),
            all,
            rows.map(([a]) => a),
            most,
          );
          const sum = (list: readonly number[]) => list.reduce((x, y) => x + y, 0);
          expect(sum(top.map((entry) => entry.all)) + other.all).toBe(sum(all));
          expect(sum(top.map((entry) => entry.segment)) + other.segment).toBe(sum(rows.map(([a]) => a)));
          expect(top.length + other.labels).toBe(all.filter((count) => count > 0).length);
          expect(top.map((entry) => entry.all)).toEqual(
            [...all]
              .sort((a, b) => b - a)
              .filter((count) => count > 0)
              .slice(0, top.length),
          );
        },
      ),
    );
  });

  it('counts dates by month, or by longer spans where there are many', () => {
    const days = [dayOf(2026, 1, 31)!, dayOf(2026, 2, 1)!, dayOf(2026, 4, 30)!];
    expect(monthSeries(days, [1, 2, 3], [0, 1, 0])).toEqual({
      from: dayOf(2026, 1, 1),
      to: dayOf(2026, 5, 1),
      months: 1,
      all: [1, 2, 0, 3],
      segment: [0, 1, 0, 0],
    });
    const long = monthSeries([dayOf(1990, 1, 1)!, dayOf(2026, 1, 1)!], [1, 1], [0, 0])!;
    expect(long.months).toBe(60);
    expect(long.all.reduce((a, b) => a + b, 0)).toBe(2);
  });
});
