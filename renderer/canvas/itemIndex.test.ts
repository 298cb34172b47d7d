import type { Box, GroupPrimitive, Scene } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersects } from './boxes';
import { type ItemIndex, itemIndex } from './itemIndex';
import { sharedEnds } from './patchedList';
import { matched } from './sceneMatch';

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
  it('finds what touches a box, in painting order, also with the tree of a scene before', () => {
    const lists = fc.tuple(fc.array(fc.tuple(place, place), { minLength: 60, maxLength: 90 }), items(20), items(20));
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), place, anyBox, ([places, fresh, more], from, count, down, box) => {
        const before = places.map(([x, y]) => group(x, y));
        const after = [...before];
        after.splice(from % before.length, count % 30, ...fresh);
        // The end of it moves down, as rows do under one that grows.
        const later = [...after.slice(3), ...more].map((item, at) =>
          at < count % 70 ? item : group(item.bounds.x, item.bounds.y + down),
        );
        let last: ItemIndex | null = null;
        let list: readonly GroupPrimitive[] = [];
        for (const next of [before, after, later, later.slice(1)]) {
          last = itemIndex(scene(next), last && { index: last, runs: matched(list, next) });
          list = next;
          if (list.length < 48) continue;
          expect(last.touching(box)).toEqual(list.filter((item) => intersects(item.bounds, box)));
        }
      }),
    );
  });

  it('grows no new tree for a small change, nor for what it moves', () => {
    const before = Array.from({ length: 60 }, (_, at) => group(at * 20));
    const first = itemIndex(scene(before));
    first.touching({ x: 0, y: 0, w: 5, h: 5 });
    const after = [
      ...before.slice(0, 30),
      group(7),
      ...before.slice(31, 40),
      ...before.slice(40).map((item) => group(item.bounds.x, 50)),
    ];
    const second = itemIndex(scene(after), { index: first, runs: matched(before, after) });
    expect(second.grown()?.tree).toBe(first.grown()?.tree);
    expect(second.grown()?.tree).toBeDefined();
    expect(second.touching({ x: 1000, y: 45, w: 30, h: 10 })).toEqual(after.slice(50, 52));
  });
});

describe('sharedEnds', () => {
  it('never counts an element twice', () => {
    expect(sharedEnds([1, 1, 1], [1, 1])).toEqual({ head: 2, tail: 0 });
    expect(sharedEnds([1, 2, 3, 4], [1, 9, 4])).toEqual({ head: 1, tail: 1 });
    expect(sharedEnds([], [1])).toEqual({ head: 0, tail: 0 });
  });
});
