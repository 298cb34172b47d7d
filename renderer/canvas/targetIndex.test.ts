import type { GroupPrimitive, Scene } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourOf } from './neighbour';
import { targetIndex } from './targetIndex';

const group = (
  kind: string,
  id: string,
  x: number,
  y: number,
  w: number,
  h: number,
  children: GroupPrimitive[] = [],
): GroupPrimitive => ({
  type: 'group',
  target: { kind, id },
  bounds: { x, y, w, h },
  children,
});

const scene = (items: GroupPrimitive[]): Scene => ({
  width: 400,
  height: 400,
  background: '#FFFFFF',
  items,
  title: '',
  lang: 'fr',
});

const RANK: Record<string, number> = { note: 3, cell: 2, sheet: 0, ghost: -1 };
const rank = ({ kind }: { kind: string }) => RANK[kind] ?? 1;

const index = targetIndex(
  scene([
    group('sheet', 's', 0, 0, 400, 400),
    group('cell', 'c1', 0, 0, 200, 200, [group('note', 'n1', 20, 20, 60, 40), group('note', 'n2', 20, 70, 60, 40)]),
    group('cell', 'c2', 200, 0, 200, 200, [group('note', 'n3', 220, 20, 60, 40)]),
    group('ghost', 'g', 0, 0, 400, 400),
  ]),
);

describe('targetIndex', () => {
  it('lists targets in reading order, nested ones included', () => {
    expect(index.list.map((placed) => placed.key)).toEqual([
      'sheet:s',
      'cell:c1',
      'note:n1',
      'note:n2',
      'cell:c2',
      'note:n3',
      'ghost:g',
    ]);
    expect(index.get('note:n3')?.item).toBe(2);
  });

  it('hits what ranks highest, then what lies on top', () => {
    expect(index.at(30, 30, rank)?.key).toBe('note:n1');
    expect(index.at(100, 30, rank)?.key).toBe('cell:c1');
    expect(index.at(300, 300, rank)?.key).toBe('sheet:s');
    expect(index.at(500, 500, rank)).toBeNull();
    const stacked = targetIndex(scene([group('note', 'low', 0, 0, 50, 50), group('note', 'high', 10, 10, 50, 50)]));
    expect(stacked.at(20, 20, rank)?.key).toBe('note:high');
  });

  it('prefers an exact hit to one within reach', () => {
    const small = targetIndex(scene([group('cell', 'c', 0, 0, 100, 100), group('note', 'n', 110, 0, 10, 10)]));
    expect(small.at(104, 5, rank, 8)?.key).toBe('note:n');
    expect(small.at(99, 5, rank, 20)?.key).toBe('cell:c');
  });

  it('finds everything in a box', () => {
    expect(index.touching({ x: 10, y: 10, w: 20, h: 70 }).map((placed) => placed.key)).toEqual([
      'sheet:s',
      'cell:c1',
      'note:n1',
      'note:n2',
      'ghost:g',
    ]);
  });

  it('gives what stands in its list, asked for before there was a list or after', () => {
    const asked = targetIndex(scene([group('note', 'n1', 20, 20, 60, 40), group('note', 'n2', 20, 70, 60, 40)]));
    expect(asked.get('note:n2')?.box.y).toBe(70);
    for (const placed of asked.list) expect(asked.get(placed.key)).toBe(placed);
  });

  it('survives an empty scene', () => {
    expect(targetIndex(scene([])).at(0, 0, rank)).toBeNull();
  });
});

describe('an index that goes on from the last one', () => {
  const place = fc.integer({ min: 0, max: 300 });
  const item = fc
    .tuple(fc.integer({ min: 0, max: 40 }), place, place, fc.boolean())
    .map(([id, x, y, nested]) =>
      nested
        ? group('cell', `c${id}`, x, y, 90, 90, [group('note', `n${id}`, x + 5, y + 5, 30, 30)])
        : group('note', `n${id}`, x, y, 40, 30),
    );

  it('answers as one that was made from nothing', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 4 }), fc.array(item, { maxLength: 4 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 20, maxLength: 40 }), steps, place, place, (start, changes, x, y) => {
        let items = start;
        let last = targetIndex(scene(items));
        for (const [from, count, more] of changes) {
          items = [...items];
          items.splice(from % items.length, count, ...more);
          const next = targetIndex(scene(items), last);
          const fresh = targetIndex(scene(structuredClone(items)));
          // A few targets are found without a list.
          for (const id of [0, 7, 20, 33]) {
            const lazy = targetIndex(scene(items), last).get(`cell:c${id}`);
            expect([lazy?.order, lazy?.item]).toEqual([
              fresh.get(`cell:c${id}`)?.order,
              fresh.get(`cell:c${id}`)?.item,
            ]);
          }
          const keys = (list: readonly { key: string; order: number; item: number }[]) =>
            list.map(({ key, order, item: at }) => [key, order, at]);
          expect(keys(next.list)).toEqual(keys(fresh.list));
          expect(keys(next.touching({ x, y, w: 120, h: 80 }))).toEqual(keys(fresh.touching({ x, y, w: 120, h: 80 })));
          expect(next.at(x, y, rank)?.key).toBe(fresh.at(x, y, rank)?.key);
          for (let id = 0; id <= 40; id += 1) {
            expect(next.get(`note:n${id}`)?.order).toBe(fresh.get(`note:n${id}`)?.order);
          }
          last = next;
        }
      }),
    );
  });

  it('keeps what stands where it stood', () => {
    const items = [
      group('note', 'a', 0, 0, 10, 10),
      group('note', 'b', 20, 0, 10, 10),
      group('note', 'c', 40, 0, 10, 10),
    ];
    const first = targetIndex(scene(items));
    const second = targetIndex(scene([items[0]!, group('note', 'b', 20, 5, 10, 10), items[2]!]), first);
    expect(second.list[2]).toBe(first.list[2]);
    expect(second.list[1]).not.toBe(first.list[1]);
  });
});

describe('neighbourOf', () => {
  const notes = index.list.filter((placed) => placed.target.kind === 'note');
  const box = (key: string) => index.get(key)!.box;

  it('goes straight ahead before sideways', () => {
    expect(neighbourOf(box('note:n1'), 'right', notes)?.key).toBe('note:n3');
    expect(neighbourOf(box('note:n1'), 'down', notes)?.key).toBe('note:n2');
    expect(neighbourOf(box('note:n3'), 'left', notes)?.key).toBe('note:n1');
    expect(neighbourOf(box('note:n2'), 'up', notes)?.key).toBe('note:n1');
  });

  it('stays when nothing lies ahead', () => {
    expect(neighbourOf(box('note:n1'), 'left', notes)).toBeNull();
  });

  it('leaves out what only touches the row or the column along its edge', () => {
    const rows = targetIndex(
      scene([
        group('lane', 'above', 0, 0, 40, 100, [group('note', 'near', 60, 20, 60, 80)]),
        group('lane', 'own', 0, 100, 40, 100, [group('note', 'far', 300, 110, 60, 40)]),
      ]),
    );
    const stops = rows.list.filter(({ target }) => target.kind === 'note');
    expect(neighbourOf(rows.get('lane:own')!.box, 'right', stops)?.key).toBe('note:far');
  });
});
