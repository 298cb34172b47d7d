import type { Box } from '../scene/primitives';
import { type SheetSize, sheetSize } from '../scene/sheet';
import type { TileSheet } from './posterSetup';

/** Edge of a tile that no office printer needs to ink, in mm. */
export const TILE_MARGIN_MM = 10;
/** How much of a picture two neighbours share: what is glued. */
export const OVERLAP_MM = 15;

/** A poster that is glued together: its sheet, and how far its ground runs over the edges of that, in mm. */
export interface TiledPoster {
  readonly sheet: SheetSize;
  readonly bleedMm: number;
}

/** One sheet of a poster that is glued together. */
export interface Tile {
  /** `B2`: second column, second row. */
  readonly name: string;
  readonly column: number;
  readonly row: number;
  /** The part of the poster it shows, in mm of the poster. */
  readonly part: Box;
}

/** How a poster is cut into tiles. */
export interface Tiling {
  readonly tile: SheetSize;
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly tiles: readonly Tile[];
}

/** Tiles along a length: `1 + ⌈(length − useful) / (useful − overlap)⌉`. */
function countAlong(lengthMm: number, usefulMm: number): number {
  // A thousandth of a millimetre is no reason for another sheet.
  const rest = lengthMm - usefulMm - 0.001;
  return rest <= 0 ? 1 : 1 + Math.ceil(rest / (usefulMm - OVERLAP_MM));
}

/** `A`, `B`, … `Z`, `AA`: columns as spreadsheets name them. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

function tilingOn(poster: Pick<SheetSize, 'widthMm' | 'heightMm'>, tile: SheetSize): Tiling {
  const useful = { w: tile.widthMm - 2 * TILE_MARGIN_MM, h: tile.heightMm - 2 * TILE_MARGIN_MM };
  const columns = countAlong(poster.widthMm, useful.w);
  const rows = countAlong(poster.heightMm, useful.h);
  const tiles = Array.from({ length: columns * rows }, (_, index): Tile => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [x, y] = [column * (useful.w - OVERLAP_MM), row * (useful.h - OVERLAP_MM)];
    const w = Math.min(useful.w, poster.widthMm - x);
    const h = Math.min(useful.h, poster.heightMm - y);
    return { name: `${columnName(column)}${row + 1}`, column, row, part: { x, y, w, h } };
  });
  return { tile, columns, rows, tiles };
}

/** Cuts a poster into sheets of a name, lying the way that takes fewer of them; as the poster lies where both take as many. */
export function tilingOf(poster: Pick<SheetSize, 'widthMm' | 'heightMm' | 'orientation'>, name: TileSheet): Tiling {
  const other = poster.orientation === 'landscape' ? 'portrait' : 'landscape';
  const along = tilingOn(poster, sheetSize(name, poster.orientation));
  const across = tilingOn(poster, sheetSize(name, other));
  return across.tiles.length < along.tiles.length ? across : along;
}
