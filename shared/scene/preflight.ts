import { uncoveredCharacters } from '../text/coverage';
import { placeOnSheet } from './placeOnSheet';
import type { Scene, TextLinePrimitive } from './primitives';
import { type Orientation, SHEETS, type SheetName, type SheetSize, sheetSize } from './sheet';
import { leftOf } from './textLine';
import { eachText } from './walkScene';

/**
 * Least text of each sheet, in points: 18 on a wall, in proportion on smaller sheets, and never under what a page in the hand
 * needs.
 */
export const SMALLEST_POSTER_TEXT_PT: Readonly<Record<SheetName, number>> = { A0: 18, A1: 18, A2: 12.7, A3: 9, A4: 9 };
/** Half of what a figure of one decimal shows: 8.99 pt reads `9 pt`. */
const ROUNDING_PT = 0.05;
/** Reading distance per point: 18 pt are comfortable at 2 m (x-height of about 6 minutes of arc). */
const METRES_PER_POINT = 1 / 9;
/** What may stick out without being seen: rounding, and the overhang of a slanted letter. */
const EDGE_TOLERANCE = 2;

/** What can be said of a poster before it is printed. */
export interface Preflight {
  /** Size of its smallest text on paper, in points; 0 when it has none. */
  readonly smallestPt: number;
  /** How far away that text is still comfortable to read, in metres, rounded down to half a metre. */
  readonly readingMetres: number;
  readonly isTooSmall: boolean;
  readonly sheet: SheetName;
  /** What the sheet asks for, in points. */
  readonly leastPt: number;
  /** Smallest sheet on which the text is large enough; null when it is already, or on none. */
  readonly betterSheet: SheetName | null;
  /** Lines of text that do not lie on the sheet; always empty unless a layout is wrong. */
  readonly outside: readonly string[];
  /** Characters that no embedded font has. */
  readonly uncovered: readonly string[];
}

const isOutside = (line: TextLinePrimitive, scene: Scene): boolean => {
  const left = leftOf(line);
  return (
    left < -EDGE_TOLERANCE ||
    left + line.width > scene.width + EDGE_TOLERANCE ||
    line.y - line.font.size < -EDGE_TOLERANCE ||
    line.y > scene.height + EDGE_TOLERANCE
  );
};

const isBelow = (points: number, name: SheetName): boolean => points < SMALLEST_POSTER_TEXT_PT[name] - ROUNDING_PT;

/** Points on paper per scene unit on a sheet of another size. */
const scaleOn = (scene: Scene, name: SheetName, orientation: Orientation): number => {
  const { widthMm, heightMm } = sheetSize(name, orientation);
  return placeOnSheet(scene, widthMm, heightMm).pointsPerUnit;
};

/** Checks a poster laid out for a sheet: is its text readable, on the sheet, and drawn by embedded fonts? */
export function preflight(scene: Scene, sheet: SheetSize): Preflight {
  let smallest = Number.POSITIVE_INFINITY;
  const outside: string[] = [];
  const uncovered = new Set<string>();
  eachText(scene.items, (line) => {
    if (line.text.trim() === '') return;
    smallest = Math.min(smallest, line.font.size);
    if (isOutside(line, scene)) outside.push(line.text);
    for (const character of uncoveredCharacters(line.text)) uncovered.add(character);
  });
  const size = Number.isFinite(smallest) ? smallest : 0;
  const pointsOn = (name: SheetName): number => size * scaleOn(scene, name, sheet.orientation);
  const smallestPt = pointsOn(sheet.name);
  const isTooSmall = size > 0 && isBelow(smallestPt, sheet.name);
  return {
    smallestPt,
    readingMetres: Math.floor(smallestPt * METRES_PER_POINT * 2 + 0.01) / 2,
    isTooSmall,
    sheet: sheet.name,
    leastPt: SMALLEST_POSTER_TEXT_PT[sheet.name],
    betterSheet: isTooSmall ? (SHEETS.find((name) => !isBelow(pointsOn(name), name)) ?? null) : null,
    outside,
    uncovered: [...uncovered],
  };
}
