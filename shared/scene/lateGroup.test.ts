import { describe, expect, it } from 'vitest';
import { drawnGroup, LateGroup, type LateKit } from './lateGroup';
import type { GroupPrimitive } from './primitives';

const note = (id: string, x: number, y: number): GroupPrimitive => ({
  type: 'group',
  role: 'p',
  target: { kind: 'note', id },
  bounds: { x, y, w: 40, h: 20 },
  children: [{ type: 'rect', x, y, w: 40, h: 20, fill: '#FFFFFF' }],
});

const kit = (drawn: string[]): LateKit<string> => ({
  bounds: (_id, x, y) => ({ x, y, w: 40, h: 25 }),
  target: (id) => ({ kind: 'note', id }),
  targetBounds: (_id, x, y) => ({ x, y, w: 40, h: 20 }),
  draw: (id, x, y) => {
    drawn.push(id);
    return { type: 'group', bounds: { x, y, w: 40, h: 25 }, children: [note(id, x, y)] };
  },
});

describe('LateGroup', () => {
  it('is drawn when somebody looks into it, and once', () => {
    const drawn: string[] = [];
    const late = new LateGroup(kit(drawn), 'n1', 5, 7);
    expect([late.type, late.bounds, late.holds()]).toEqual([
      'group',
      { x: 5, y: 7, w: 40, h: 25 },
      { target: { kind: 'note', id: 'n1' }, bounds: { x: 5, y: 7, w: 40, h: 20 } },
    ]);
    expect(drawn).toEqual([]);
    expect(late.children).toEqual([note('n1', 5, 7)]);
    expect([late.role, late.target, late.editBox]).toEqual([undefined, undefined, undefined]);
    expect(drawn).toEqual(['n1']);
  });

  it('says the same of its target before and after it is drawn', () => {
    const asked = new LateGroup(kit([]), 'n1', 5, 7);
    const before = asked.holds();
    expect(asked.holder()).toEqual(note('n1', 5, 7));
    expect(asked.holds()).toBe(before);
    const looked = new LateGroup(kit([]), 'n1', 5, 7);
    looked.drawn();
    expect(looked.holds()).toEqual(before);
  });

  it('can be copied once it is drawn', () => {
    const late = new LateGroup(kit([]), 'n1', 5, 7);
    expect({ ...drawnGroup(late), opacity: 0.5 }).toEqual({
      type: 'group',
      bounds: { x: 5, y: 7, w: 40, h: 25 },
      children: [note('n1', 5, 7)],
      opacity: 0.5,
    });
  });
});
