import { SHEET_SIZES, type SheetName } from './sheetCatalogue';

/** Paper of a poster, in millimetres, already turned to its orientation. */
export interface SheetSize {
  /** What it is called on the poster and in the names of its files: `A1`, `ARCH D`, `1830 × 610 mm`. */
  readonly name: string;
  readonly orientation: Orientation;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Edge that a printer leaves blank: neither text nor a ground runs into it. 0: the layout's own margins are enough. */
  readonly marginMm?: number;
  /** The sheet is cut out of a larger one: grounds run off it, whatever margin text keeps. */
  readonly runsOff?: boolean;
}

export type Orientation = 'landscape' | 'portrait';

/**
 * The paper somebody asks for. A `roll` has a width; its length follows what is printed on it, so that its size is only known
 * once a board is laid out.
 */
export type SheetChoice =
  | { readonly kind: 'named'; readonly name: SheetName }
  | { readonly kind: 'custom'; readonly widthMm: number; readonly heightMm: number }
  | { readonly kind: 'roll'; readonly widthMm: number };

/** Shortest and longest side of a custom sheet. The longest is that of a page that every reader of PDF opens (14,400 points). */
export const SIDE_MM = { least: 90, most: 5_080 } as const;
/** A slide of 13⅓ by 7½ inches: what slide programs make by themselves. It is called by its proportions. */
export const SLIDE_MM = { short: 190.5, long: 338.7 } as const;
/** Narrowest and widest roll. */
export const ROLL_MM = { least: 210, most: 1_630 } as const;

/** The sheet of a name, turned. Sources: ISO 216; ANSI Y14.1; for posters and rolls, what French print shops stock. */
export function sheetSize(name: SheetName, orientation: Orientation): SheetSize {
  const [short, long] = SHEET_SIZES[name];
  return turned(name.replace('x', '\u00A0×\u00A0').replace(/(×\u00A0\d+)$/, '$1\u00A0cm'), short, long, orientation);
}

/** A sheet of any size: `500 × 700 mm`, turned to the orientation. Sides in millimetres. */
export function customSheet(oneMm: number, otherMm: number, orientation: Orientation): SheetSize {
  const [short, long] = [Math.min(oneMm, otherMm), Math.max(oneMm, otherMm)];
  if (short === SLIDE_MM.short && long === SLIDE_MM.long) return turned('16:9', short, long, orientation);
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  return turned(`${width}\u00A0×\u00A0${height}\u00A0mm`, short, long, orientation);
}

/** A piece of a roll. Upright the roll is as wide as the poster, across as high; a length is longer than the roll is wide. */
export const rollSheet = (widthMm: number, lengthMm: number, orientation: Orientation): SheetSize =>
  customSheet(widthMm, lengthMm, orientation);

function turned(name: string, short: number, long: number, orientation: Orientation): SheetSize {
  return orientation === 'portrait'
    ? { name, orientation, widthMm: short, heightMm: long }
    : { name, orientation, widthMm: long, heightMm: short };
}

const A1_SHORT_MM = 594;
const A1_SIDE_MM = Math.sqrt(594 * 841);

/**
 * How large the type of a sheet is against that of A1. It follows the shorter side, which a reader's distance follows, but never
 * outgrows the root of the area: a squarer sheet holds less than its shorter side promises. Along the A series both are the same.
 */
export function typeShare({ widthMm, heightMm }: Pick<SheetSize, 'widthMm' | 'heightMm'>): number {
  return Math.min(Math.min(widthMm, heightMm) / A1_SHORT_MM, Math.sqrt(widthMm * heightMm) / A1_SIDE_MM);
}

/** Largest and smallest of the least texts, in points. */
const WALL_PT = 18;
const HAND_PT = 9;

/** Least text of a sheet, in points: 18 on a wall, in proportion on smaller sheets, and never under what a page in the hand needs. */
export const leastTextPt = (sheet: Pick<SheetSize, 'widthMm' | 'heightMm'>): number =>
  Math.round(Math.min(WALL_PT, Math.max(HAND_PT, WALL_PT * typeShare(sheet))) * 10) / 10;

/** Points (1/72 in) in a length of millimetres. */
export const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;

/** Whole pixels in a length of millimetres at a resolution in dots per inch. */
export const pixelsOfMm = (mm: number, dpi: number): number => Math.round((mm * dpi) / 25.4);
