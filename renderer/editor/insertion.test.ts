import { describe, expect, it } from 'vitest';
import { indexAlong, insertionAt } from './insertion';

const area = { x: 0, y: 0, w: 200, h: 300 };
const stack = [
  { x: 10, y: 10, w: 180, h: 50 },
  { x: 10, y: 70, w: 180, h: 50 },
  { x: 10, y: 130, w: 180, h: 50 },
];

describe('insertionAt', () => {
  it('goes to the start of an empty cell', () => {
    expect(insertionAt({ x: 50, y: 50 }, [], area)).toEqual({ index: 0, line: null });
  });

  it('finds the gap of a stack', () => {
    expect(insertionAt({ x: 50, y: 5 }, stack, area).index).toBe(0);
    expect(insertionAt({ x: 50, y: 60 }, stack, area)).toMatchObject({ index: 1, line: { y1: 65, y2: 65 } });
    expect(insertionAt({ x: 50, y: 290 }, stack, area)).toMatchObject({ index: 3, line: { y1: 183 } });
  });

  it('reads side by side boxes in lines', () => {
    const flow = [
      { x: 0, y: 0, w: 90, h: 50 },
      { x: 100, y: 0, w: 90, h: 50 },
      { x: 0, y: 60, w: 90, h: 50 },
    ];
    expect(insertionAt({ x: 10, y: 20 }, flow, area).index).toBe(0);
    expect(insertionAt({ x: 80, y: 20 }, flow, area).index).toBe(1);
    expect(insertionAt({ x: 185, y: 20 }, flow, area)).toMatchObject({ index: 2, line: { x1: 194, y1: 0 } });
    expect(insertionAt({ x: 10, y: 80 }, flow, area).index).toBe(2);
    expect(insertionAt({ x: 120, y: 80 }, flow, area).index).toBe(3);
    expect(insertionAt({ x: 120, y: 250 }, flow, area).index).toBe(3);
  });
});

describe('indexAlong', () => {
  it('counts what lies before', () => {
    expect(indexAlong(0, stack, 'y')).toBe(0);
    expect(indexAlong(100, stack, 'y')).toBe(2);
    expect(indexAlong(999, stack, 'y')).toBe(3);
  });
});
