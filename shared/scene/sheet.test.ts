import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customSheet, leastTextPt, rollSheet, sheetSize, typeShare } from './sheet';
import { familyOf, SHEETS } from './sheetCatalogue';
import { ownOrientation, readSheet, sheetText } from './sheetText';

describe('sheets', () => {
  it('have the sizes of their standards, turned', () => {
    expect(sheetSize('2A0', 'portrait')).toMatchObject({ name: '2A0', widthMm: 1189, heightMm: 1682 });
    expect(sheetSize('ARCH D', 'landscape')).toMatchObject({ name: 'ARCH D', widthMm: 914.4, heightMm: 609.6 });
    expect(sheetSize('40x60', 'portrait')).toMatchObject({
      name: '40\u00A0×\u00A060\u00A0cm',
      widthMm: 400,
      heightMm: 600,
    });
    expect(customSheet(700, 500, 'portrait')).toMatchObject({ name: '500\u00A0×\u00A0700\u00A0mm', widthMm: 500 });
    expect(rollSheet(610, 1830, 'landscape')).toMatchObject({ widthMm: 1830, heightMm: 610 });
    for (const name of SHEETS) expect(familyOf(name)).toContain(name);
  });

  it('have type that follows their size, and never less than a hand or more than a wall needs', () => {
    const least = (name: (typeof SHEETS)[number]) => leastTextPt(sheetSize(name, 'landscape'));
    expect(['A5', 'A4', 'A3', 'A2', 'A1', 'A0', '2A0'].map((name) => least(name as 'A4'))).toEqual([
      9, 9, 9, 12.7, 18, 18, 18,
    ]);
    expect(least('B2')).toBe(15.1);
    expect(least('Tabloid')).toBe(9);
    // A squarer sheet has less room than its shorter side promises, a longer one no larger type.
    expect(typeShare({ widthMm: 594, heightMm: 594 })).toBeLessThan(0.9);
    expect(typeShare({ widthMm: 594, heightMm: 5000 })).toBe(1);
  });
});

describe('readSheet', () => {
  it.each([
    ['a1', 'A1'],
    ['2a0', '2A0'],
    ['arch-d', 'ARCH D'],
    ['ARCH D', 'ARCH D'],
    ['letter', 'Letter'],
    ['50x70', '50x70'],
    ['50 × 70 cm', '50x70'],
    ['roll-914', 'roll-914'],
    ['Roll 750mm', 'roll-750'],
    ['500x700mm', '500x700mm'],
    ['457.2 x 609.6 mm', '457.2x609.6mm'],
  ])('reads %s', (written, text) => {
    const choice = readSheet(written);
    expect(choice && sheetText(choice)).toBe(text);
  });

  it.each(['', 'A7', '55x75', '10x700mm', '500x6000mm', 'roll', 'roll-20', 'roll-9999', '500x700in'])(
    'refuses %s',
    (text) => {
      expect(readSheet(text)).toBeNull();
    },
  );

  it('reads back whatever it has written', () => {
    const side = fc.integer({ min: 900, max: 50_800 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(side, side, (widthMm, heightMm) => {
        const choice = { kind: 'custom', widthMm, heightMm } as const;
        expect(readSheet(sheetText(choice))).toEqual(choice);
        expect(ownOrientation(choice)).toBe(heightMm > widthMm ? 'portrait' : 'landscape');
      }),
    );
    for (const name of SHEETS) expect(readSheet(sheetText({ kind: 'named', name }))).toEqual({ kind: 'named', name });
  });
});
