import { uncoveredCharacters } from '../text/coverage';
import { placeOnSheet } from './placeOnSheet';
import type { Scene, TextLinePrimitive } from './primitives';
import { leastTextPt, type SheetSize } from './sheet';
import { leftOf } from './textLine';
import { eachText } from './walkScene';

/** Half of what a figure of one decimal shows: 8.99 pt reads `9 pt`. */
const ROUNDING_PT = 0.05;
/** Reading distance per point: 18 pt are comfortable at 2 m (x-height of about 6 minutes of arc). */
const METRES_PER_POINT = 1 / 9;
/** What may stick out without being seen: rounding, and the overhang of a slanted letter. */
const EDGE_TOLERANCE = 2;
/** Ink above and below a baseline, in em. */
const CAP_HEIGHT = 0.75;
const DESCENT = 0.22;

/** What can be said of a poster before it is printed. */
export interface Preflight {
  /** Size of its smallest text on paper, in points; 0 when it has none. */
  readonly smallestPt: number;
  /** How far away that text is still comfortable to read, in metres, rounded down to half a metre. */
  readonly readingMetres: number;
  readonly isTooSmall: boolean;
  /** Name of the sheet. */
  readonly sheet: string;
  /** What the sheet asks for, in points. */
  readonly leastPt: number;
  /** Distance of the text that is nearest to an edge of the sheet from it, in millimetres; null without text. */
  readonly nearestMm: number | null;
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

/** Least text that passes on a sheet, in points. */
export const passingPt = (sheet: SheetSize): number => leastTextPt(sheet) - ROUNDING_PT;

/** Size of the smallest text of a scene on its sheet, in points; infinite where it has none. */
export function smallestTextPt(scene: Scene, sheet: SheetSize): number {
  let smallest = Number.POSITIVE_INFINITY;
  eachText(scene.items, ({ text, font }) => {
    if (text.trim() !== '') smallest = Math.min(smallest, font.size);
  });
  return smallest * placeOnSheet(scene, sheet.widthMm, sheet.heightMm).pointsPerUnit;
}

/** Distance of a line of text from the nearest edge, in scene units. */
function edgeDistance(line: TextLinePrimitive, scene: Scene): number {
  const left = leftOf(line);
  const { size } = line.font;
  return Math.min(
    left,
    scene.width - left - line.width,
    line.y - size * CAP_HEIGHT,
    scene.height - line.y - size * DESCENT,
  );
}

/** Checks a poster laid out for a sheet: is its text readable, on the sheet, and drawn by embedded fonts? */
export function preflight(scene: Scene, sheet: SheetSize): Preflight {
  let smallest = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  const outside: string[] = [];
  const uncovered = new Set<string>();
  eachText(scene.items, (line) => {
    if (line.text.trim() === '') return;
    smallest = Math.min(smallest, line.font.size);
    nearest = Math.min(nearest, edgeDistance(line, scene));
    if (isOutside(line, scene)) outside.push(line.text);
    for (const character of uncoveredCharacters(line.text)) uncovered.add(character);
  });
  const size = Number.isFinite(smallest) ? smallest : 0;
  const { pointsPerUnit } = placeOnSheet(scene, sheet.widthMm, sheet.heightMm);
  const smallestPt = size * pointsPerUnit;
  const isTooSmall = size > 0 && smallestPt < passingPt(sheet);
  return {
    smallestPt,
    readingMetres: Math.floor(smallestPt * METRES_PER_POINT * 2 + 0.01) / 2,
    isTooSmall,
    sheet: sheet.name,
    leastPt: leastTextPt(sheet),
    nearestMm: size > 0 ? (nearest * pointsPerUnit * 25.4) / 72 : null,
    outside,
    uncovered: [...uncovered],
  };
}

/** What is to be said of a poster on several sheets: the worst of each. */
export function worstOf([first, ...more]: readonly [Preflight, ...Preflight[]]): Preflight {
  return more.reduce((worst, next) => {
    const small = next.smallestPt < worst.smallestPt ? next : worst;
    return {
      ...small,
      isTooSmall: worst.isTooSmall || next.isTooSmall,
      nearestMm: least(worst.nearestMm, next.nearestMm),
      outside: [...worst.outside, ...next.outside],
      uncovered: [...new Set([...worst.uncovered, ...next.uncovered])],
    };
  }, first);
}

const least = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
