import type { Color, EditBox, FontFamily, Primitive, TextLinePrimitive } from '../../scene/primitives';
import type { TextMeasurer } from '../../text/measure';
import { type WrappedLine, wrapText } from '../../text/wrapText';
import type { TextStyle } from './textStyle';

/** A paragraph broken into lines, ready to be placed. */
export interface TextBlock {
  readonly style: TextStyle;
  readonly lines: readonly WrappedLine[];
  /** Widest line. */
  readonly width: number;
  readonly height: number;
}

export type Align = 'left' | 'center' | 'right';

/** Ascent and descent in em, from the `hhea` tables of the embedded fonts. */
const EXTENT: Readonly<Record<FontFamily, readonly [ascent: number, descent: number]>> = {
  Besley: [1.25, 0.425],
  'Atkinson Hyperlegible Next': [0.984, 0.316],
};

/**
 * Baseline of a line counted from the top of its line box, as Chromium sets it (ascent and descent in whole units, half of the
 * leading rounded down), so that the text field laid over a text while it is edited covers it exactly.
 */
export function baselineOf(style: TextStyle): number {
  const [ascentEm, descentEm] = EXTENT[style.font.family];
  const ascent = Math.round(ascentEm * style.font.size);
  const descent = Math.round(descentEm * style.font.size);
  return ascent + Math.floor((style.lineHeight - ascent - descent) / 2);
}

/** Breaks a text for a width; an empty text is one empty line. */
export function textBlock(
  text: string,
  style: TextStyle,
  width: number,
  by: { readonly measure: TextMeasurer; readonly lang: 'fr' | 'en' },
): TextBlock {
  const { lines } = wrapText(text, { font: style.font, width, measure: by.measure, lang: by.lang });
  let widest = 0;
  for (const line of lines) if (line.width > widest) widest = line.width;
  return { style, lines, width: widest, height: lines.length * style.lineHeight };
}

/** The same lines, as even as they can be: broken for the narrowest width that keeps their number. */
export function balancedBlock(
  text: string,
  style: TextStyle,
  width: number,
  by: { readonly measure: TextMeasurer; readonly lang: 'fr' | 'en' },
): TextBlock {
  let block = textBlock(text, style, width, by);
  const { length } = block.lines;
  for (let room = width * 0.97; length > 1 && room > width / 3; room *= 0.97) {
    const narrower = textBlock(text, style, room, by);
    if (narrower.lines.length > length) break;
    block = narrower;
  }
  return block;
}

/** One text line at a baseline. */
export const textLine = (
  line: WrappedLine,
  style: TextStyle,
  x: number,
  y: number,
  fill: Color,
  align: Align = 'left',
): TextLinePrimitive => ({ type: 'text', text: line.text, x, y, align, font: style.font, fill, width: line.width });

/** Adds the lines of a block whose box starts at `top`; `x` is the left edge, centre or right edge according to `align`. */
export function drawBlock(
  out: Primitive[],
  block: TextBlock,
  x: number,
  top: number,
  fill: Color,
  align: Align = 'left',
): void {
  let y = top + baselineOf(block.style);
  for (const line of block.lines) {
    if (line.text !== '') out.push(textLine(line, block.style, x, y, fill, align));
    y += block.style.lineHeight;
  }
}

/** Where the overlay that edits a block sits. */
export function editBoxOf(
  block: TextBlock,
  box: { readonly x: number; readonly y: number; readonly w: number },
  stored: string,
  color: Color,
  more: Partial<Pick<EditBox, 'align' | 'background' | 'prefix' | 'suffix'>> = {},
): EditBox {
  return {
    x: box.x,
    y: box.y,
    w: box.w,
    h: block.height,
    font: block.style.font,
    lineHeight: block.style.lineHeight,
    align: 'left',
    color,
    text: stored,
    ...more,
  };
}
