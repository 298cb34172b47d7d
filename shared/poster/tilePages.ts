import type { Primitive, Scene } from '../scene/primitives';
import type { SheetSize } from '../scene/sheet';
import { assemblyPage } from './assemblyPage';
import {
  boxOn,
  lineOn,
  PAGE_BLUE,
  PAGE_INK,
  type PageWords,
  type Paper,
  type PlacedScene,
  placementOn,
  seenThrough,
  textOn,
} from './sheetPage';
import { columnName, OVERLAP_MM, TILE_MARGIN_MM, type Tile, type TiledPoster, type Tiling } from './tiling';

/** A poster to be glued together: the sheet that tells how, then its tiles, row by row. */
export function tilePages(
  scene: Scene,
  poster: TiledPoster,
  tiling: Tiling,
  words: PageWords,
): readonly [PlacedScene, ...PlacedScene[]] {
  return [
    assemblyPage(scene, poster, tiling, words),
    ...tiling.tiles.map((tile) => tilePage(scene, poster, tiling, tile, words)),
  ];
}

/** How much of the picture runs over each edge of the poster on a tile; nothing where another tile follows: there they overlap. In mm. */
interface OuterBleed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const outerBleed = ({ bleedMm }: TiledPoster, { columns, rows }: Tiling, { column, row }: Tile): OuterBleed => ({
  left: column === 0 ? bleedMm : 0,
  top: row === 0 ? bleedMm : 0,
  right: column === columns - 1 ? bleedMm : 0,
  bottom: row === rows - 1 ? bleedMm : 0,
});

/** From the ground that runs over to the tick that says where it is cut. */
const GAP_MM = 0.5;
const EDGE_TICK_MM = 3;

/** Just outside the picture: what is cut off takes its line along. */
const HAIR_MM = 0.15;
const TICK_MM = 4;
const BEYOND_MM = 3;

/** One tile: its part of the poster in true size, everything else of the paper white, marks in the margin. */
function tilePage(scene: Scene, poster: TiledPoster, tiling: Tiling, tile: Tile, words: PageWords): PlacedScene {
  const unitsPerMm = scene.width / poster.sheet.widthMm;
  const { part } = tile;
  const m = TILE_MARGIN_MM;
  const paper: Paper = { unitsPerMm, corner: { x: (part.x - m) * unitsPerMm, y: (part.y - m) * unitsPerMm } };
  const out = outerBleed(poster, tiling, tile);
  const from = { x: m - out.left, y: m - out.top };
  const to = { x: m + part.w + out.right, y: m + part.h + out.bottom };
  const seen = boxOn(paper, { ...from, w: to.x - from.x, h: to.y - from.y });
  const { widthMm: w, heightMm: h } = tiling.tile;
  const cover = (x: number, y: number, width: number, height: number): Primitive => ({
    type: 'rect',
    ...boxOn(paper, { x, y, w: width, h: height }),
    fill: '#ffffff',
  });
  // Engines round a page up: what is beyond its edge is covered too.
  const o = BEYOND_MM;
  const covers = [
    cover(-o, -o, w + 2 * o, from.y + o),
    cover(-o, to.y, w + 2 * o, h + o - to.y),
    cover(-o, -o, from.x + o, h + 2 * o),
    cover(to.x, -o, w + o - to.x, h + 2 * o),
  ];
  return {
    scene: {
      ...scene,
      background: '#ffffff',
      items: [
        ...seenThrough(scene.items, seen),
        artifactOf(paper, tiling.tile, covers),
        ...marksOf(paper, tiling, tile, out, words),
      ],
    },
    placement: placementOn(tiling.tile, paper),
  };
}

const artifactOf = (
  paper: Paper,
  { widthMm: w, heightMm: h }: SheetSize,
  children: readonly Primitive[],
): Primitive => ({
  type: 'group',
  role: 'artifact',
  bounds: boxOn(paper, { x: 0, y: 0, w, h }),
  children,
});

/** Ticks in line with the edges of the poster, where its ground runs over them: what is cut once all is glued. */
function edgeMarks(paper: Paper, { part }: Tile, out: OuterBleed): readonly Primitive[] {
  const m = TILE_MARGIN_MM;
  const [right, bottom] = [m + part.w, m + part.h];
  const tick = (points: readonly number[]) => lineOn(paper, points, PAGE_INK, 0.2);
  const [above, below] = [m - out.top - GAP_MM, bottom + out.bottom + GAP_MM];
  const [before, behind] = [m - out.left - GAP_MM, right + out.right + GAP_MM];
  const upright = (x: number) => [tick([x, above - EDGE_TICK_MM, x, above]), tick([x, below, x, below + EDGE_TICK_MM])];
  const level = (y: number) => [
    tick([before - EDGE_TICK_MM, y, before, y]),
    tick([behind, y, behind + EDGE_TICK_MM, y]),
  ];
  return [
    ...(out.left > 0 ? upright(m) : []),
    ...(out.right > 0 ? upright(right) : []),
    ...(out.top > 0 ? level(m) : []),
    ...(out.bottom > 0 ? level(bottom) : []),
  ];
}

/** Where to cut (dashed, left and top), where to glue (ticks, right and bottom), what the tile is called and what comes next. */
function marksOf(paper: Paper, tiling: Tiling, tile: Tile, out: OuterBleed, words: PageWords): readonly Primitive[] {
  const { column, row, part } = tile;
  const m = TILE_MARGIN_MM;
  const [right, bottom] = [m + part.w, m + part.h];
  const cut = (points: readonly number[]) => lineOn(paper, points, PAGE_BLUE, 0.2, [2, 1.2]);
  const tick = (points: readonly number[]) => lineOn(paper, points, PAGE_BLUE, 0.35);
  const lines: Primitive[] = [];
  const texts: Primitive[] = [];
  const write = (text: string, x: number, y: number, sizeMm: number, weight: 400 | 700 = 400) =>
    texts.push(textOn(paper, text, { x, y, width: 90, sizeMm, weight, ink: PAGE_BLUE }, words).group);
  const { t } = words;
  // Beside the tick of an edge that is trimmed.
  write(tile.name, out.left > 0 ? m + 1.5 : m, 1.6, 5, 700);
  const number = row * tiling.columns + column + 1;
  write(t('exporting.tiles.tile', { number, count: tiling.tiles.length }), m + 16, 3.2, 2.6);
  if (column > 0) lines.push(cut([m - HAIR_MM, m - TICK_MM, m - HAIR_MM, bottom + TICK_MM]));
  if (row > 0) lines.push(cut([m - TICK_MM, m - HAIR_MM, right + TICK_MM, m - HAIR_MM]));
  if (column > 0 || row > 0) write(t('exporting.tiles.cut'), m + 45, 3.2, 2.6);
  const next = `${columnName(column + 1)}${row + 1}`;
  const below = `${columnName(column)}${row + 2}`;
  if (column < tiling.columns - 1) {
    const from = right - OVERLAP_MM;
    lines.push(tick([from, m - TICK_MM, from, m - 1]), tick([from, bottom + 1, from, bottom + TICK_MM]));
    write(t('exporting.tiles.glue', { tile: next }), from - 30, bottom + 4.4, 2.6);
  }
  if (row < tiling.rows - 1) {
    const from = bottom - OVERLAP_MM;
    lines.push(tick([m - TICK_MM, from, m - 1, from]), tick([right + 1, from, right + TICK_MM, from]));
    write(t('exporting.tiles.glue', { tile: below }), m, bottom + 4.4, 2.6);
  }
  lines.push(...edgeMarks(paper, tile, out));
  return [artifactOf(paper, tiling.tile, lines), ...texts];
}
