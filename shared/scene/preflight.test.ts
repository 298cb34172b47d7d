import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { syntheticScene } from '../../tests/support/syntheticScene';
import { preflight } from './preflight';
import type { Scene, TextLinePrimitive } from './primitives';
import { sheetSize } from './sheet';

const scene = syntheticScene(fontkitMeasurer);
const line = (extra: Partial<TextLinePrimitive>): Scene => ({
  ...scene,
  items: [
    {
      type: 'text',
      text: 'mot',
      x: 100,
      y: 100,
      width: 60,
      fill: '#000000',
      font: { family: 'Besley', size: 20, weight: 700 },
      ...extra,
    },
  ],
});
const A1 = sheetSize('A1', 'landscape');

describe('preflight', () => {
  it('tells the smallest text on paper and from where it is read', () => {
    expect(preflight(scene, A1)).toMatchObject({
      smallestPt: expect.closeTo(18, 1),
      readingMetres: 2,
      isTooSmall: false,
    });
    expect(preflight(scene, sheetSize('A0', 'landscape')).readingMetres).toBe(2.5);
  });

  it('tells text that a sheet is too small for', () => {
    const onA4 = preflight(scene, sheetSize('A4', 'landscape'));
    expect(onA4).toMatchObject({
      smallestPt: expect.closeTo(6.36, 1),
      isTooSmall: true,
      readingMetres: 0.5,
    });
  });

  it('asks for 18 pt on a wall, in proportion on smaller sheets, for 9 pt in the hand', () => {
    const sized = (size: number, name: 'A0' | 'A1' | 'A2') =>
      preflight(line({ font: { family: 'Besley', size, weight: 700 } }), sheetSize(name, 'landscape'));
    expect(sized(17.1, 'A1')).toMatchObject({ isTooSmall: true, leastPt: 18, readingMetres: 1.5 });
    expect(sized(18, 'A1')).toMatchObject({ isTooSmall: false });
    expect(sized(17.1, 'A0')).toMatchObject({ isTooSmall: false });
    expect(sized(18, 'A2')).toMatchObject({ isTooSmall: false });
    expect(sized(17, 'A2')).toMatchObject({ isTooSmall: true, leastPt: 12.7 });
  });

  it('tells how near to an edge of the paper text comes', () => {
    const a4 = sheetSize('A4', 'landscape');
    const near = (extra: Partial<TextLinePrimitive>) => preflight(line(extra), a4).nearestMm;
    expect(near({ x: 10, y: 800 })).toBeCloseTo((10 * 297) / scene.width, 3);
    expect(near({ x: scene.width - 20, align: 'right', y: 800 })).toBeCloseTo((20 * 297) / scene.width, 3);
    expect(preflight({ ...scene, items: [] }, a4).nearestMm).toBeNull();
  });

  it('names what does not lie on the sheet and what no embedded font has', () => {
    expect(preflight(scene, A1)).toMatchObject({ outside: [], uncovered: [] });
    expect(preflight(line({ x: 2350 }), A1).outside).toEqual(['mot']);
    expect(preflight(line({ x: 2350, align: 'right' }), A1).outside).toEqual([]);
    expect(preflight(line({ text: '旅 mot' }), A1).uncovered).toEqual(['旅']);
  });

  it('has nothing to say of an empty board', () => {
    expect(preflight({ ...scene, items: [] }, A1)).toMatchObject({ smallestPt: 0, isTooSmall: false });
  });
});
