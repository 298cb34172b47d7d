import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { samplePoster } from '../../tests/support/sampleScenes';
import { textsOf } from '../../tests/support/sceneChecks';
import { translator } from '../i18n/translate';
import type { Scene } from '../scene/primitives';
import { customSheet, sheetSize } from '../scene/sheet';
import { bledScene } from './bleed';
import { TILE_SHEETS } from './posterSetup';
import { tilePages } from './tilePages';
import { columnName, OVERLAP_MM, TILE_MARGIN_MM, tilingOf } from './tiling';

describe('tilingOf', () => {
  it('takes the fewest sheets, whichever way they lie', () => {
    const count = (name: 'A0' | 'A1' | 'A2', tile: 'A3' | 'A4') => {
      const { columns, rows, tile: sheet } = tilingOf(sheetSize(name, 'landscape'), tile);
      return [columns, rows, sheet.orientation];
    };
    expect(count('A1', 'A3')).toEqual([4, 2, 'portrait']);
    expect(count('A2', 'A3')).toEqual([2, 2, 'landscape']);
    expect(tilingOf(sheetSize('A4', 'portrait'), 'A3').tiles).toHaveLength(1);
  });

  it('leaves nothing out: windows cover the poster, neighbours share the overlap, none is larger than its sheet', () => {
    const side = fc.integer({ min: 100, max: 3000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(...TILE_SHEETS), (a, b, name) => {
        const poster = customSheet(a, b, 'landscape');
        const { tile, columns, rows, tiles } = tilingOf(poster, name);
        expect(tiles).toHaveLength(columns * rows);
        expect(new Set(tiles.map((each) => each.name)).size).toBe(tiles.length);
        for (const { part, column, row } of tiles) {
          expect(part.w).toBeGreaterThan(0);
          expect(part.w).toBeLessThanOrEqual(tile.widthMm - 2 * TILE_MARGIN_MM);
          expect(part.h).toBeLessThanOrEqual(tile.heightMm - 2 * TILE_MARGIN_MM);
          const [right, below] = [tiles[row * columns + column + 1], tiles[(row + 1) * columns + column]];
          if (column < columns - 1) expect(part.x + part.w - (right?.part.x ?? 0)).toBeCloseTo(OVERLAP_MM, 6);
          else expect(part.x + part.w).toBeCloseTo(poster.widthMm, 6);
          if (row < rows - 1) expect(part.y + part.h - (below?.part.y ?? 0)).toBeCloseTo(OVERLAP_MM, 6);
          else expect(part.y + part.h).toBeCloseTo(poster.heightMm, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 27, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'BA']);
  });
});

describe('tilePages', () => {
  const poster = sheetSize('A3', 'landscape');
  const scene = samplePoster('fr', 0, poster);
  const tiling = tilingOf(poster, 'A4');
  const pages = tilePages(scene, { sheet: poster, bleedMm: 0 }, tiling, {
    t: translator('fr'),
    lang: 'fr',
    measure: fontkitMeasurer,
  });

  it('begins with the plan, then every tile in true size, its part of the poster at its margins', () => {
    expect(pages).toHaveLength(5);
    const perMm = scene.width / poster.widthMm;
    tiling.tiles.forEach(({ part, name }, index) => {
      const { placement, scene: page } = pages[index + 1] ?? pages[0];
      expect(placement.viewWidth / perMm).toBeCloseTo(tiling.tile.widthMm, 6);
      expect(placement.left / perMm).toBeCloseTo(TILE_MARGIN_MM - part.x, 6);
      expect(placement.top / perMm).toBeCloseTo(TILE_MARGIN_MM - part.y, 6);
      expect(textsOf(page.items).map(({ text }) => text)).toContain(name);
    });
    const plan = textsOf(pages[0].scene.items).map(({ text }) => text);
    for (const { name } of tiling.tiles) expect(plan).toContain(name);
    expect(plan.join(' ')).toContain('4 feuilles A4 à coller font une affiche A3.');
  });

  it('tells which tile is glued where, and loses no word of the poster', () => {
    const textOf = (index: number) => textsOf((pages[index] ?? pages[0]).scene.items).map(({ text }) => text);
    expect(textOf(1).join(' ')).toContain('coller B1 ici');
    expect(textOf(1).join(' ')).toContain('coller A2 ici');
    expect(textOf(4).join(' ')).not.toContain('coller');
    const printed = new Set([1, 2, 3, 4].flatMap(textOf));
    expect(textsOf(scene.items).filter(({ text }) => !printed.has(text))).toEqual([]);
  });

  it('runs the ground over the edges of the poster alone, with ticks to trim by, and never over what is glued', () => {
    const bled = bledScene(scene, 3 * (scene.width / poster.widthMm));
    const words = { t: translator('en'), lang: 'en', measure: fontkitMeasurer } as const;
    const cut = tilePages(bled, { sheet: poster, bleedMm: 3 }, tiling, words);
    const perMm = scene.width / poster.widthMm;
    const white = (page: Scene) =>
      page.items.flatMap((item) =>
        item.type === 'group' && item.role === 'artifact'
          ? item.children.flatMap((child) => (child.type === 'rect' && child.fill === '#ffffff' ? [child] : []))
          : [],
      );
    tiling.tiles.forEach(({ part, column, row }, index) => {
      const { scene: page } = cut[index + 1] ?? cut[0];
      const [above, , before] = white(page);
      const top = (above ? above.y + above.h : 0) / perMm;
      const left = (before ? before.x + before.w : 0) / perMm;
      expect(top).toBeCloseTo(part.y - (row === 0 ? 3 : 0), 6);
      expect(left).toBeCloseTo(part.x - (column === 0 ? 3 : 0), 6);
    });
    const plan = textsOf(cut[0].scene.items)
      .map(({ text }) => text)
      .join(' ');
    expect(plan).toContain('4. When all is glued, trim the edges at the marks');
    expect(textsOf(pages[0].scene.items).some(({ text }) => text.startsWith('4.'))).toBe(false);
  });
});
