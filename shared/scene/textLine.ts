import { cssFont } from '../text/measure';
import type { Box, FontFamily, FontSpec, TextLinePrimitive } from './primitives';

/**
 * Vertical metrics of the embedded fonts, in em above and below the baseline (their `hhea` and typographic values agree).
 * Browsers place a line box with them.
 */
export const FONT_METRICS: Readonly<Record<FontFamily, { readonly ascent: number; readonly descent: number }>> = {
  Besley: { ascent: 1.25, descent: 0.425 },
  'Atkinson Hyperlegible Next': { ascent: 0.984, descent: 0.316 },
};

/** Left edge of a line, from its anchor and its measured width: painters never align by themselves. */
export function leftOf(line: TextLinePrimitive): number {
  if (line.align === 'right') return line.x - line.width;
  return line.align === 'center' ? line.x - line.width / 2 : line.x;
}

/** Box that the letters of a line may ink: capitals and accents above the baseline, descenders below. */
export function inkBox(line: TextLinePrimitive): Box {
  const { size } = line.font;
  return { x: leftOf(line), y: line.y - size * 0.95, w: line.width, h: size * 1.22 };
}

const cssFonts = new WeakMap<FontSpec, string>();

/** `cssFont`, remembered by identity: it is asked for at every line of every frame. */
export function cssFontOf(font: FontSpec): string {
  let css = cssFonts.get(font);
  if (css === undefined) {
    css = cssFont(font);
    cssFonts.set(font, css);
  }
  return css;
}
