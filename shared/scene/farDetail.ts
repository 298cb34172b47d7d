import type { Box, FontSpec, LinePrimitive, Paint, TextLinePrimitive } from './primitives';
import { leftOf } from './textLine';

/**
 * What stands for things that are too small to be seen as what they are: marks of the same place and the same grey, at a
 * tenth of the cost. All sizes in pixels are device pixels at the scale that is painted.
 */

/** Letters from this font size on; below, they are a grey mark whoever draws them. */
const LETTERS_FROM_PX = 3.5;
/** From here to the letters one bar per word; below, gaps between words are thinner than a pixel: one bar per line. */
const WORDS_FROM_PX = 1.6;
/** Icons and other paths are drawn as such from this size on. */
const SHAPES_FROM_PX = 3;
/** What is thinner adds less than a shade of grey. */
const THINNEST_PX = 0.2;

/** A polygon no higher (or wider) than this is drawn as its box. */
const FLAT_PX = 1.5;

/** Height of small letters, in em: a bar is as high as the body of a line. */
const BAR_EM = 0.5;
/** How much of that band the letters of a line ink, spaces included: sums over the embedded fonts at 4 to 40 px. */
const INK: Readonly<Record<FontSpec['family'], Readonly<Record<FontSpec['weight'], number>>>> = {
  'Atkinson Hyperlegible Next': { 400: 0.36, 500: 0.42, 600: 0.47, 700: 0.51, 800: 0.51, 900: 0.51 },
  Besley: { 400: 0.42, 500: 0.42, 600: 0.53, 700: 0.53, 800: 0.59, 900: 0.66 },
};
/** Of the width of a line of words, this much is words. */
const WORDS_SHARE = 0.84;
/** How much of its box an icon inks. */
const SHAPE_INK = 0.5;

/** True when a font size is drawn as bars at a scale (pixels per unit). */
export const isTooSmallToRead = (size: number, scale: number): boolean => size * scale < LETTERS_FROM_PX;

/** True when an icon or another path of this box is drawn as a mark. */
export const isSpeck = (box: Box, scale: number): boolean => Math.max(box.w, box.h) * scale < SHAPES_FROM_PX;

/** True when a thing of this thickness cannot be seen. */
export const isTooThin = (thickness: number, scale: number): boolean => thickness * scale < THINNEST_PX;

/** True when a line of this scale is one bar; else each of its words is one. */
const isOneBar = ({ text, font }: TextLinePrimitive, scale: number): boolean =>
  font.size * scale < WORDS_FROM_PX || !text.includes(' ');

/** How opaque the bars of a line are (0..1), so that it is as grey as its letters would be. */
export function barInk(line: TextLinePrimitive, scale: number): number {
  const ink = INK[line.font.family][line.font.weight];
  return isOneBar(line, scale) ? ink : ink / WORDS_SHARE;
}

/** Calls `bar` for each bar that stands for a line of text: one per word, or one for all. */
export function eachBar(
  line: TextLinePrimitive,
  scale: number,
  bar: (x: number, y: number, w: number, h: number) => void,
): void {
  const { text, font, width } = line;
  const left = leftOf(line);
  const h = font.size * BAR_EM;
  const y = line.y - h;
  if (isOneBar(line, scale)) {
    bar(left, y, width, h);
    return;
  }
  const advance = width / text.length;
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    if (end > start) bar(left + start * advance, y, (end - start) * advance, h);
    start = end + 1;
  }
}

/** How opaque the box of a path is when it stands for the path (0..1). */
export const speckInk = (shape: Paint): number => (shape.fill === undefined ? SHAPE_INK / 2 : SHAPE_INK);

/** Share of a dashed stroke that is drawn: below a pixel or so, dashes are a paler line. 1 where dashes can be seen. */
export function dashShare(dash: readonly number[] | undefined, scale: number): number {
  if (!dash || dash.length < 2) return 1;
  const [on = 1, off = 0] = dash;
  return (on + off) * scale < 3 ? on / (on + off) : 1;
}

/** Box of a polygon that is so flat that a box at half its opacity stands for it (the wedge of a shadow); null for others. */
export function flatBox({ points }: LinePrimitive, scale: number): Box | null {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] as number;
    const y = points[at + 1] as number;
    x1 = Math.min(x1, x);
    x2 = Math.max(x2, x);
    y1 = Math.min(y1, y);
    y2 = Math.max(y2, y);
  }
  return Math.min(x2 - x1, y2 - y1) * scale < FLAT_PX ? { x: x1, y: y1, w: x2 - x1, h: y2 - y1 } : null;
}
