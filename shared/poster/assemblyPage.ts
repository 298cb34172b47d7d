import type { Primitive, Scene } from '../scene/primitives';
import {
  boxOn,
  lineOn,
  PAGE_BLUE,
  PAGE_INK,
  type PageWords,
  type Paper,
  type PlacedScene,
  placementOn,
  textOn,
} from './sheetPage';
import { OVERLAP_MM, TILE_MARGIN_MM, type TiledPoster, type Tiling } from './tiling';

const MARGIN_MM = 15;
const RULER_MM = 100;
/** Share of the page's height that the drawing of the poster may take. */
const MOST_OF_PAGE = 0.56;

/** How the tiles are put together: the poster small with their names, the steps, a ruler that tells whether it was printed in true size. */
export function assemblyPage(
  scene: Scene,
  { sheet: poster, bleedMm }: TiledPoster,
  tiling: Tiling,
  words: PageWords,
): PlacedScene {
  const { t } = words;
  const { widthMm: pageWidth, heightMm: pageHeight } = tiling.tile;
  const inner = pageWidth - 2 * MARGIN_MM;
  const share = Math.min(inner / poster.widthMm, (pageHeight * MOST_OF_PAGE) / poster.heightMm);
  const posterUnitsPerMm = scene.width / poster.widthMm;
  const headHeight = 24;
  // The scene keeps its units; the page is drawn around it in its own.
  const unitsPerMm = posterUnitsPerMm / share;
  const paper: Paper = {
    unitsPerMm,
    corner: { x: -MARGIN_MM * unitsPerMm, y: -(MARGIN_MM + headHeight) * unitsPerMm },
  };
  const items: Primitive[] = [
    textOn(
      paper,
      scene.title || poster.name,
      { x: MARGIN_MM, y: MARGIN_MM, width: inner, sizeMm: 7, weight: 700, role: 'h1' },
      words,
    ).group,
    textOn(
      paper,
      t('exporting.tiles.about', { count: tiling.tiles.length, tile: tiling.tile.name, poster: poster.name }),
      { x: MARGIN_MM, y: MARGIN_MM + 12, width: inner, sizeMm: 3.8 },
      words,
    ).group,
    // What it shows is said on the tiles.
    { type: 'group', role: 'artifact', bounds: { x: 0, y: 0, w: scene.width, h: scene.height }, children: scene.items },
    ...gridOf(paper, tiling, share, words),
  ];
  let y = MARGIN_MM + headHeight + poster.heightMm * share + 8;
  const steps = [
    t('exporting.tiles.step1'),
    t('exporting.tiles.step2'),
    t('exporting.tiles.step3', { mm: OVERLAP_MM }),
    ...(bleedMm > 0 ? [t('exporting.tiles.step4', { mm: bleedMm })] : []),
  ];
  for (const [index, step] of steps.entries()) {
    const { group, heightMm } = textOn(
      paper,
      `${index + 1}. ${step}`,
      { x: MARGIN_MM, y, width: inner, sizeMm: 3.6 },
      words,
    );
    items.push(group);
    y += heightMm + 1.5;
  }
  items.push(...rulerOf(paper, y + 5, words));
  return {
    scene: { ...scene, background: '#ffffff', items },
    placement: placementOn(tiling.tile, paper),
  };
}

/** The edges and names of the tiles over the small poster. */
function gridOf(paper: Paper, tiling: Tiling, share: number, words: PageWords): readonly Primitive[] {
  const top = -paper.corner.y / paper.unitsPerMm;
  return tiling.tiles.flatMap(({ name, part, column, row }): readonly Primitive[] => {
    const [x, y] = [MARGIN_MM + part.x * share, top + part.y * share];
    const [w, h] = [part.w * share, part.h * share];
    const plate = { w: 4 + name.length * 2.6, h: 6.4 };
    const at = { x: x + Math.max(1, (w - plate.w) / 2), y: y + Math.max(1, (h - plate.h) / 2) };
    const edges = [
      ...(column > 0 ? [lineOn(paper, [x, y, x, y + h], PAGE_BLUE, 0.4, [1.6, 1])] : []),
      ...(row > 0 ? [lineOn(paper, [x, y, x + w, y], PAGE_BLUE, 0.4, [1.6, 1])] : []),
      { type: 'rect' as const, ...boxOn(paper, { ...at, ...plate }), fill: PAGE_BLUE },
    ];
    return [
      ...edges,
      textOn(paper, name, { x: at.x + 2, y: at.y + 0.6, width: 20, sizeMm: 4, weight: 700, ink: '#ffffff' }, words)
        .group,
    ];
  });
}

/** 100 mm with a stroke every ten. */
function rulerOf(paper: Paper, y: number, words: PageWords): readonly Primitive[] {
  const strokes = Array.from({ length: RULER_MM / 10 + 1 }, (_, index) => {
    const x = MARGIN_MM + index * 10;
    return lineOn(paper, [x, y, x, y + (index % 5 === 0 ? 4 : 2.5)], PAGE_INK, 0.25);
  });
  return [
    lineOn(paper, [MARGIN_MM, y, MARGIN_MM + RULER_MM, y], PAGE_INK, 0.25),
    ...strokes,
    textOn(
      paper,
      words.t('exporting.tiles.ruler', { mm: RULER_MM, margin: TILE_MARGIN_MM }),
      { x: MARGIN_MM, y: y + 5, width: 160, sizeMm: 3.2 },
      words,
    ).group,
  ];
}
