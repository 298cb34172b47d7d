import { drawBlock, textBlock } from '../boards/pieces/textBlock';
import type { TextStyle } from '../boards/pieces/textStyle';
import type { TranslateFn } from '../i18n/translate';
import type { Placement } from '../scene/placeOnSheet';
import type { Box, GroupPrimitive, LinePrimitive, Primitive, Scene } from '../scene/primitives';
import { shapeBounds } from '../scene/shapeBounds';
import { pointsOfMm, type SheetSize } from '../scene/sheet';
import { inkBox } from '../scene/textLine';
import type { TextMeasurer } from '../text/measure';

/** A page that shows a part of a scene, or the whole of it smaller, and what is printed beside it. */
export interface PlacedScene {
  readonly scene: Scene;
  readonly placement: Placement;
}

/** What texts beside a poster are written with. */
export interface PageWords {
  readonly t: TranslateFn;
  readonly lang: 'fr' | 'en';
  readonly measure: TextMeasurer;
}

const TEXT = 'Atkinson Hyperlegible Next';
export const PAGE_INK = '#141d33';
export const PAGE_BLUE = '#1e44a8';

/** A page of paper in the units of a scene: draws in millimetres of the paper. */
export interface Paper {
  /** Scene units per millimetre of paper. */
  readonly unitsPerMm: number;
  /** Where the page's corner lies, in scene units. */
  readonly corner: { readonly x: number; readonly y: number };
}

/** The place of a page whose millimetre is so many units of a scene, its corner at a place of it. */
export const placementOn = (sheet: SheetSize, { unitsPerMm, corner }: Paper): Placement => ({
  viewWidth: sheet.widthMm * unitsPerMm,
  viewHeight: sheet.heightMm * unitsPerMm,
  left: -corner.x,
  top: -corner.y,
  pointsPerUnit: pointsOfMm(1) / unitsPerMm,
});

export const boxOn = ({ unitsPerMm: k, corner }: Paper, box: Box): Box => ({
  x: corner.x + box.x * k,
  y: corner.y + box.y * k,
  w: box.w * k,
  h: box.h * k,
});

export const lineOn = (
  { unitsPerMm: k, corner }: Paper,
  points: readonly number[],
  stroke: string,
  widthMm: number,
  dashMm: readonly number[] = [],
): LinePrimitive => ({
  type: 'line',
  points: points.map((value, index) => (index % 2 === 0 ? corner.x : corner.y) + value * k),
  stroke,
  strokeWidth: widthMm * k,
  ...(dashMm.length > 0 ? { dash: dashMm.map((mm) => mm * k) } : {}),
});

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sizeMm: number;
  readonly weight?: 400 | 600 | 700;
  readonly ink?: string;
  readonly role?: 'h1' | 'p';
}

/** A paragraph at a place of the paper, all in millimetres; answers its height as well. */
export function textOn(
  paper: Paper,
  text: string,
  place: TextPlace,
  words: PageWords,
): { readonly group: GroupPrimitive; readonly heightMm: number } {
  const { unitsPerMm: k } = paper;
  const size = place.sizeMm * k;
  const style: TextStyle = { font: { family: TEXT, size, weight: place.weight ?? 400 }, lineHeight: size * 1.35 };
  const block = textBlock(text, style, place.width * k, words);
  const { x, y } = boxOn(paper, { x: place.x, y: place.y, w: 0, h: 0 });
  const children: Primitive[] = [];
  drawBlock(children, block, x, y, place.ink ?? PAGE_INK);
  const bounds = { x, y, w: block.width, h: block.height };
  return { group: { type: 'group', role: place.role ?? 'p', bounds, children }, heightMm: block.height / k };
}

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** What of a scene may be seen through a window: whole primitives, never parts of them. */
export function seenThrough(items: readonly Primitive[], window: Box): readonly Primitive[] {
  return items.flatMap((item): readonly Primitive[] => {
    if (item.type === 'text') return meets(inkBox(item), window) ? [item] : [];
    if (item.type !== 'group') return meets(shapeBounds(item), window) ? [item] : [];
    const children = seenThrough(item.children, window);
    return children.length > 0 ? [{ ...item, children }] : [];
  });
}
