import { artifact, hitArea, rule } from '@shared/boards/pieces/shapes';
import type { Box, GroupPrimitive, Primitive } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneChange } from './sceneDiff';
import { itemBounds, joinedRuns, matched, type Run } from './sceneMatch';

const group = (x: number, y = 0, w = 10): GroupPrimitive => ({
  type: 'group',
  bounds: { x, y, w, h: 10 },
  children: [{ type: 'rect', x, y, w, h: 10, fill: '#000000' }],
});

const change = (before: readonly Primitive[], after: readonly Primitive[]): readonly Box[] =>
  sceneChange(before, after, matched(before, after));

const isIn = (box: Box, boxes: readonly Box[]): boolean =>
  boxes.some(
    (one) => one.x <= box.x && one.y <= box.y && one.x + one.w >= box.x + box.w && one.y + one.h >= box.y + box.h,
  );

/** Lists that share parts, some of them moved down. */
const step = fc.record({
  at: fc.nat(60),
  gone: fc.nat(20),
  come: fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { maxLength: 20 }),
  moved: fc.nat(80),
  dy: fc.integer({ min: -50, max: 50 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function edited(list: readonly GroupPrimitive[], { at, gone, come, moved, dy }: Step): readonly GroupPrimitive[] {
  const next = [...list];
  next.splice(at, gone, ...come.map(([x, y]) => group(x, y)));
  return next.map((item, place) => (place < moved ? item : group(item.bounds.x, item.bounds.y + dy)));
}

const start = Array.from({ length: 60 }, (_, at) => group((at % 12) * 20, Math.floor(at / 12) * 30));

/** What a run says is so. */
function expectTrue(runs: readonly Run[], before: readonly GroupPrimitive[], after: readonly GroupPrimitive[]): void {
  let [from, to] = [0, 0];
  for (const run of runs) {
    expect(run.from >= from && run.to >= to).toBe(true);
    [from, to] = [run.from + run.count, run.to + run.count];
    expect(from <= before.length && to <= after.length).toBe(true);
    for (let at = 0; at < run.count; at += 1) {
      const [a, b] = [before[run.from + at]?.bounds, after[run.to + at]?.bounds];
      expect(b).toEqual({ ...a, y: (a?.y ?? 0) + run.dy });
    }
  }
}

describe('matched', () => {
  it('only pairs what is the same or moved down, and so over two steps', () => {
    fc.assert(
      fc.property(step, step, (one, two) => {
        const second = edited(start, one);
        const third = edited(second, two);
        const [first, then] = [matched(start, second), matched(second, third)];
        if (!first || !then) throw new Error('short lists have enough in common');
        expectTrue(first, start, second);
        expectTrue(then, second, third);
        expectTrue(joinedRuns(first, then), start, third);
      }),
    );
  });

  it('follows what moved under something new', () => {
    const after = [
      ...start.slice(0, 20),
      group(500),
      ...start.slice(20).map(({ bounds: { x, y } }) => group(x, y + 7)),
    ];
    expect(matched(start, after)).toEqual([
      { from: 0, to: 0, count: 20, dy: 0 },
      { from: 20, to: 21, count: 40, dy: 7 },
    ]);
  });

  it('finds its way past several that are gone or come at once', () => {
    const many = Array.from({ length: 30 }, (_, at) => group(1000 + at, 0, 3));
    const after = [...many, ...start.slice(10, 30), ...start.slice(45), group(2000)];
    expect(matched(start, after)).toEqual([
      { from: 10, to: 30, count: 20, dy: 0 },
      { from: 45, to: 50, count: 15, dy: 0 },
    ]);
  });

  it('gives up on another board', () => {
    const other = (w: number) => Array.from({ length: 2000 }, (_, at) => group(at, 0, w));
    expect(matched(other(10), other(11))).toBeNull();
  });
});

describe('sceneChange', () => {
  const [a, b, c] = [group(0), group(20), group(40)];

  it('sees what came and what went', () => {
    expect(change([a, b], [a, c])).toEqual([
      { x: 38, y: -2, w: 14, h: 14 },
      { x: 18, y: -2, w: 14, h: 14 },
    ]);
    expect(change([a, b], [a, b])).toEqual([]);
  });

  it('does not count what only stands elsewhere in the order of the others', () => {
    expect(change([a, b, c], [a, c])).toEqual([{ x: 18, y: -2, w: 14, h: 14 }]);
  });

  it('covers all that came, went or moved', () => {
    fc.assert(
      fc.property(step, (one) => {
        const after = edited(start, one);
        const boxes = change(start, after);
        for (const item of after) if (!start.includes(item)) expect(isIn(itemBounds(item), boxes)).toBe(true);
        for (const item of start) if (!after.includes(item)) expect(isIn(itemBounds(item), boxes)).toBe(true);
      }),
    );
  });

  it('joins very many changes into one', () => {
    const many = Array.from({ length: 400 }, (_, at) => group(at));
    expect(change([], many)).toEqual([{ x: -2, y: -2, w: 413, h: 14 }]);
  });

  it('sees nothing where only an area that can be hit has grown', () => {
    const area = (h: number) => hitArea({ x: 0, y: 0, w: 50, h }, { kind: 'cell', id: 'c' });
    expect(change([a, area(100)], [a, area(120)])).toEqual([]);
  });

  it('sees the end of the rules under a row that grew, and all of them where one stands elsewhere', () => {
    const ground = (h: number, x = 30) =>
      artifact({ x: 0, y: 10, w: 100, h }, [
        rule(x, 10, x, 10 + h, '#101010', 1),
        rule(0, 10 + h - 0.5, 100, 10 + h - 0.5, '#101010', 1),
      ]);
    const [box, ...others] = change([a, ground(200)], [a, ground(260)]);
    expect(others).toEqual([]);
    // The end of the upright, the rule at the foot where it was and where it is.
    expect(isIn({ x: 0, y: 209, w: 100, h: 61 }, box ? [box] : [])).toBe(true);
    expect(box?.y).toBeGreaterThan(200);
    expect(change([a, ground(200)], [a, ground(260, 31)])).toContainEqual({ x: -2, y: 8, w: 104, h: 264 });
  });
});
