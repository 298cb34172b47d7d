import type { Box, GroupPrimitive, Scene } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersects } from './boxes';
import { itemIndex } from './itemIndex';
import { sharedEnds } from './patchedList';
import { sceneChange } from './sceneDiff';

const group = (x: number, y = 0): GroupPrimitive => ({ type: 'group', bounds: { x, y, w: 10, h: 10 }, children: [] });
const scene = (items: Scene['items'], height = 100): Scene => ({
  width: 100,
  height,
  background: '#FFFFFF',
  items,
  title: '',
  lang: 'fr',
});

const place = fc.integer({ min: 0, max: 1000 });
const items = (size: number) =>
  fc.array(
    fc.tuple(place, place).map(([x, y]) => group(x, y)),
    { maxLength: size },
  );
const anyBox: fc.Arbitrary<Box> = fc.record({ x: place, y: place, w: place, h: place });

describe('itemIndex', () => {
  it('finds what touches a box, in painting order, also with the tree of the scene before', () => {
    const lists = fc.tuple(fc.array(fc.tuple(place, place), { minLength: 60, maxLength: 90 }), items(20), items(20));
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), anyBox, ([places, fresh, more], from, count, box) => {
        const before = places.map(([x, y]) => group(x, y));
        const after = [...before];
        after.splice(from % before.length, count % 30, ...fresh);
        const later = [...after.slice(3), ...more];
        const first = itemIndex(scene(before));
        first.touching(box);
        const second = itemIndex(scene(after), first);
        const third = itemIndex(scene(later), second);
        for (const [list, index] of [
          [before, first],
          [after, second],
          [later, third],
        ] as const) {
          if (list.length < 48) continue;
          expect(index.touching(box)).toEqual(list.filter((item) => intersects(item.bounds, box)));
        }
      }),
    );
  });

  it('grows no new tree for a small change', () => {
    const before = Array.from({ length: 60 }, (_, at) => group(at * 20));
    const first = itemIndex(scene(before));
    first.touching({ x: 0, y: 0, w: 5, h: 5 });
    const second = itemIndex(scene([...before.slice(0, 30), group(7), ...before.slice(31)]), first);
    expect(second.base()).toBe(first.base());
    expect(second.base()).not.toBeNull();
  });
});

describe('sharedEnds', () => {
  it('never counts an element twice', () => {
    expect(sharedEnds([1, 1, 1], [1, 1])).toEqual({ head: 2, tail: 0 });
    expect(sharedEnds([1, 2, 3, 4], [1, 9, 4])).toEqual({ head: 1, tail: 1 });
    expect(sharedEnds([], [1])).toEqual({ head: 0, tail: 0 });
  });
});

describe('sceneChange', () => {
  const [a, b, c] = [group(0), group(20), group(40)];

  it('sees what came and what went', () => {
    expect(sceneChange(scene([a, b]), scene([a, c]))).toEqual([
      { x: 38, y: -2, w: 14, h: 14 },
      { x: 18, y: -2, w: 14, h: 14 },
    ]);
    expect(sceneChange(scene([a, b]), scene([a, b], 120))).toEqual([]);
  });

  it('does not count what only stands elsewhere in the order of the others', () => {
    expect(sceneChange(scene([a, b, c]), scene([a, c]))).toEqual([{ x: 18, y: -2, w: 14, h: 14 }]);
  });

  it('joins very many changes into one', () => {
    const many = Array.from({ length: 400 }, (_, at) => group(at));
    expect(sceneChange(scene([]), scene(many))).toEqual([{ x: -2, y: -2, w: 413, h: 14 }]);
  });
});
