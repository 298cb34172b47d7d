import type { Box } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, distributed, type Edge, snapped } from './arrange';

const size = fc.integer({ min: 1, max: 300 });
const place = fc.integer({ min: -500, max: 500 });
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place, w: size, h: size });
const boxes = fc.array(box, { minLength: 1, maxLength: 8 });

const EDGES: Readonly<Record<Edge, (one: Box) => number>> = {
  left: ({ x }) => x,
  center: ({ x, w }) => x + w / 2,
  right: ({ x, w }) => x + w,
  top: ({ y }) => y,
  middle: ({ y, h }) => y + h / 2,
  bottom: ({ y, h }) => y + h,
};

describe('lining up', () => {
  it.each(Object.keys(EDGES) as Edge[])('puts every box on one line (%s) within what they covered', (edge) => {
    fc.assert(
      fc.property(boxes, (all) => {
        const lined = aligned(all, edge);
        const at = lined.map(EDGES[edge]);
        for (const value of at) expect(value).toBeCloseTo(at[0]!);
        lined.forEach(({ w, h, x, y }, index) => {
          const before = all[index]!;
          expect([w, h]).toEqual([before.w, before.h]);
          if (edge === 'left' || edge === 'center' || edge === 'right') expect(y).toBe(before.y);
          else expect(x).toBe(before.x);
        });
        expect(aligned(lined, edge).map(EDGES[edge])).toEqual(at);
      }),
    );
  });
});

describe('distributing', () => {
  it('leaves equal gaps between neighbours, the outer two in place', () => {
    const all = [
      { x: 0, y: 0, w: 10, h: 10 },
      { x: 90, y: 5, w: 10, h: 10 },
      { x: 12, y: 9, w: 20, h: 10 },
    ];
    expect(distributed(all, 'x').map(({ x }) => x)).toEqual([0, 90, 40]);
    expect(distributed(all.slice(0, 2), 'x')).toEqual(all.slice(0, 2));
  });

  it('never moves across, and settles after one pass', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 3, maxLength: 8 }), (all) => {
        const once = distributed(all, 'y');
        expect(once.map(({ x }) => x)).toEqual(all.map(({ x }) => x));
        // Neighbours are neighbours by the middle they had.
        const order = all
          .map((one, at) => ({ middle: one.y * 2 + one.h, at }))
          .sort((a, b) => a.middle - b.middle || a.at - b.at);
        const row = order.map(({ at }) => once[at]!);
        const between = row.slice(1).map((one, at) => one.y - row[at]!.y - row[at]!.h);
        for (const gap of between) expect(gap).toBeCloseTo(between[0]!);
      }),
    );
  });
});

describe('snapping', () => {
  const other = { x: 100, y: 100, w: 50, h: 50 };

  it('brings an edge onto a neighbour’s, and says with which line', () => {
    expect(snapped({ x: 104, y: 300, w: 200, h: 20 }, [other], 6)).toEqual({
      dx: -4,
      dy: 0,
      guides: [{ x1: 100, y1: 100, x2: 100, y2: 320 }],
    });
    expect(snapped({ x: 400, y: 153, w: 20, h: 20 }, [other], 6)).toMatchObject({ dx: 0, dy: -3 });
  });

  it('leaves a box alone that is near nothing, and moves by the reach at most', () => {
    expect(snapped({ x: 300, y: 300, w: 20, h: 20 }, [other], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
    fc.assert(
      fc.property(box, boxes, (one, others) => {
        const { dx, dy } = snapped(one, others, 6);
        expect(Math.abs(dx)).toBeLessThanOrEqual(6);
        expect(Math.abs(dy)).toBeLessThanOrEqual(6);
      }),
    );
  });
});
