/** Paper of a poster, in millimetres, already turned to its orientation. */
export interface SheetSize {
  readonly name: SheetName;
  readonly orientation: Orientation;
  readonly widthMm: number;
  readonly heightMm: number;
}

export const SHEETS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type SheetName = (typeof SHEETS)[number];
export type Orientation = 'landscape' | 'portrait';

/** ISO 216 sizes, portrait, in mm. */
const SIZES: Readonly<Record<SheetName, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
};

/** The sheet of a name, turned. Source: ISO 216. */
export function sheetSize(name: SheetName, orientation: Orientation): SheetSize {
  const [short, long] = SIZES[name];
  return orientation === 'portrait'
    ? { name, orientation, widthMm: short, heightMm: long }
    : { name, orientation, widthMm: long, heightMm: short };
}

/** Points (1/72 in) in a length of millimetres. */
export const pointsOfMm = (mm: number): number => (mm * 72) / 25.4;

/** Whole pixels in a length of millimetres at a resolution in dots per inch. */
export const pixelsOfMm = (mm: number, dpi: number): number => Math.round((mm * dpi) / 25.4);
