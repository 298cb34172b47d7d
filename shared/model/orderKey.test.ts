import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { indexOf, inOrder, isOrderKey, moveTo, type Ordered, orderAt } from './orderKey';

type Item = { id: string; order: string };
const any = () => true;
const list = (all: Record<string, Item>) => inOrder<Ordered>(all, any).map((item) => item.id);

describe('orderAt and moveTo', () => {
  it('follow a plain array through any sequence, whatever the keys at the start', () => {
    const keys = fc.array(
      fc.oneof(fc.constantFrom('a0', 'a1', 'a1', 'Zz', 'a0V', 'z'.repeat(210), '!', 'a'), fc.string({ minLength: 1 })),
      {
        maxLength: 6,
      },
    );
    const steps = fc.array(
      fc.record({ move: fc.boolean(), a: fc.nat(20), at: fc.option(fc.integer({ min: -3, max: 12 })) }),
    );
    fc.assert(
      fc.property(keys, steps, (start, all) => {
        let items: Record<string, Item> = Object.fromEntries(
          start.map((order, at) => [`s${at}`, { id: `s${at}`, order }]),
        );
        const mirror = list(items);
        all.forEach(({ move, a, at }, count) => {
          const id = move ? (mirror[a % Math.max(1, mirror.length)] ?? '') : `n${count}`;
          if (move && id === '') return;
          items = create(items, (draft) => {
            if (move) moveTo<Ordered>(draft, id, any, at);
            else draft[id] = { id, order: orderAt<Ordered>(draft, any, at) };
          });
          if (move) mirror.splice(mirror.indexOf(id), 1);
          mirror.splice(at === null ? mirror.length : Math.min(mirror.length, Math.max(0, at)), 0, id);
          expect(list(items)).toEqual(mirror);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves everything alone when the item is there already', () => {
    const items = { a: { id: 'a', order: 'a0' }, b: { id: 'b', order: 'a1' } };
    expect(create(items, (draft) => moveTo<Ordered>(draft, 'b', any, 1))).toBe(items);
    expect(create(items, (draft) => moveTo<Ordered>(draft, 'b', any, null))).toBe(items);
    expect(create(items, (draft) => moveTo<Ordered>(draft, 'gone', any, 0))).toBe(items);
    expect(indexOf<Ordered>(items, any, 'b')).toBe(1);
  });

  it('keeps keys short enough when one always inserts at the same place', () => {
    let items: Record<string, Item> = { a: { id: 'a', order: 'a0' }, z: { id: 'z', order: 'a1' } };
    for (let count = 0; count < 2000; count += 1)
      items = create(items, (draft) => {
        draft[`n${count}`] = { id: `n${count}`, order: orderAt<Ordered>(draft, any, 1) };
      });
    for (const item of Object.values(items)) expect(item.order.length).toBeLessThanOrEqual(256);
    expect(new Set(Object.values(items).map((item) => item.order)).size).toBe(2002);
    expect(list(items).slice(0, 2)).toEqual(['a', 'n1999']);
  });
});

describe('isOrderKey', () => {
  it('accepts what fractional indexing makes and nothing else', () => {
    expect(['a0', 'a1V', 'Zz', 'b00'].map(isOrderKey)).toEqual([true, true, true, true]);
    expect(['', 'a', 'a00', '!', 'a!', 'é0', 'a 1', '0'].map(isOrderKey)).toEqual(Array(8).fill(false));
  });
});
