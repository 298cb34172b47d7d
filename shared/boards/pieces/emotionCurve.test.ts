import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  curveAreas,
  curveAt,
  curvePath,
  curveRange,
  edgeValence,
  emotionCurve,
  monotoneCurve,
  scaledCurve,
} from './emotionCurve';

const EDGES = { from: 0, to: 1000 };

const felt = fc
  .array(
    fc.record({
      x: fc.double({ min: 0, max: 1000, noNaN: true }),
      valence: fc.double({ min: -3, max: 3, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((points) => [...points].sort((a, b) => a.x - b.x));

const samples = Array.from({ length: 400 }, (_, index) => (index / 399) * 1000);

describe('emotionCurve', () => {
  it('never leaves -2..+2, whatever the points', () => {
    fc.assert(
      fc.property(felt, (points) => {
        const curve = emotionCurve(points, EDGES);
        for (const x of samples) expect(Math.abs(curveAt(curve, x))).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('keeps the control points of its path within the range of its points', () => {
    fc.assert(
      fc.property(felt, (points) => {
        const curve = scaledCurve(emotionCurve(points, EDGES), -50, 100);
        const numbers = (curvePath(curve).match(/-?[\d.]+/g) ?? []).map(Number);
        for (let i = 1; i < numbers.length; i += 2) {
          expect(numbers[i]).toBeGreaterThanOrEqual(-0.01);
          expect(numbers[i]).toBeLessThanOrEqual(200.01);
        }
      }),
    );
  });

  it('passes through its points', () => {
    fc.assert(
      fc.property(felt, (points) => {
        const curve = monotoneCurve(points.map(({ x, valence }) => ({ x, y: valence })));
        for (const { x, y } of curve.points) expect(curveAt(curve, x)).toBeCloseTo(y, 6);
      }),
    );
  });

  it('does not turn between two points', () => {
    fc.assert(
      fc.property(felt, (points) => {
        for (const { x0, x1, y0, y1 } of emotionCurve(points, EDGES).segments) {
          const curve = emotionCurve(points, EDGES);
          const rises = Math.sign(y1 - y0);
          let last = y0;
          for (let i = 1; i <= 10; i++) {
            const y = curveAt(curve, x0 + ((x1 - x0) * i) / 10);
            expect((y - last) * rises).toBeGreaterThanOrEqual(-1e-9);
            last = y;
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('knows the range between two abscissas', () => {
    fc.assert(
      fc.property(
        felt,
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (points, a, b) => {
          const curve = emotionCurve(points, EDGES);
          const [from, to] = a < b ? [a, b] : [b, a];
          const range = curveRange(curve, from, to);
          if (!range) return;
          for (const x of samples.filter((sample) => sample >= from && sample <= to)) {
            const y = curveAt(curve, x);
            expect(y).toBeGreaterThanOrEqual(range.min - 1e-9);
            expect(y).toBeLessThanOrEqual(range.max + 1e-9);
          }
        },
      ),
    );
  });

  it('goes on to the edges, nearer to neutral', () => {
    const curve = emotionCurve([{ x: 100, valence: -1.3 }], EDGES);
    expect(curve.points[0]).toEqual({ x: 0, y: edgeValence(-1.3) });
    expect(curveAt(curve, 1000)).toBeCloseTo(-0.95);
    expect(edgeValence(0.2)).toBe(0);
  });

  it('joins the next band of a poster where it is told to', () => {
    const curve = emotionCurve([{ x: 100, valence: -1 }], { ...EDGES, fromValence: 1.5, toValence: -2 });
    expect(curveAt(curve, 0)).toBe(1.5);
    expect(curveAt(curve, 1000)).toBe(-2);
  });

  it('sets points on one vertical apart', () => {
    const curve = monotoneCurve([
      { x: 10, y: 1 },
      { x: 10, y: -1 },
    ]);
    expect(curve.points[1]?.x).toBeGreaterThan(10);
    expect(curvePath(curve)).not.toContain('NaN');
  });

  it('is nothing without points', () => {
    const curve = emotionCurve([], EDGES);
    expect(curvePath(curve)).toBe('');
    expect(curveAreas(curve, 0)).toEqual({ less: '', more: '' });
    expect(curveRange(curve, 0, 10)).toBeNull();
  });
});

describe('curveAreas', () => {
  it('cuts the areas where the curve crosses the level', () => {
    const curve = monotoneCurve([
      { x: 0, y: 10 },
      { x: 10, y: -10 },
      { x: 20, y: 10 },
    ]);
    const { less, more } = curveAreas(curve, 0);
    expect(less.match(/M/g)).toHaveLength(1);
    expect(more.match(/M/g)).toHaveLength(2);
    const xs = (less.match(/[ML](-?[\d.]+)/g) ?? []).map((part) => Number(part.slice(1)));
    expect(Math.min(...xs)).toBeLessThan(10);
    expect(Math.max(...xs)).toBeGreaterThan(10);
    expect(curveAt(curve, Math.min(...xs))).toBeCloseTo(0, 1);
    expect(curveAt(curve, Math.max(...xs))).toBeCloseTo(0, 1);
  });
});
