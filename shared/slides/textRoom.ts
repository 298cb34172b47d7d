import type { FontSpec, Primitive, TextLinePrimitive } from '../scene/primitives';
import type { TextMeasurer } from '../text/measure';
import { wrapText } from '../text/wrapText';

/** What text is set with. */
export interface Setting {
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
}

export interface TextOrder {
  readonly text: string;
  readonly font: FontSpec;
  readonly fill: string;
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Lowest that a line may reach; further lines are left out, and three dots say so. */
  readonly bottom?: number;
}

/** From one baseline to the next, in sizes of the letters. */
const STEP = { Besley: 1.16, 'Atkinson Hyperlegible Next': 1.28 } as const;
const RISE = 0.95;

/** Height of a text in a column. */
export const heightOf = (
  { text, font, width }: Pick<TextOrder, 'text' | 'font' | 'width'>,
  { measure, lang }: Setting,
): number =>
  text === '' ? 0 : wrapText(text, { font, width, measure, lang }).lines.length * font.size * STEP[font.family];

/** Sets a text in its column; answers where it ends. */
export function setText(out: Primitive[], order: TextOrder, { measure, lang }: Setting): number {
  const { text, font, fill, x, y, width, align = 'left', bottom = Number.POSITIVE_INFINITY } = order;
  if (text === '') return y;
  const step = font.size * STEP[font.family];
  const all = wrapText(text, { font, width, measure, lang }).lines;
  const room = Math.max(1, Math.floor((bottom - y) / step + 1e-6));
  const anchor = align === 'left' ? x : align === 'center' ? x + width / 2 : x + width;
  const lines = all.slice(0, room).map((line, at): TextLinePrimitive => {
    const isCut = at === room - 1 && all.length > room;
    const said = isCut ? `${line.text.slice(0, -2).trimEnd()}…` : line.text;
    return {
      type: 'text',
      text: said,
      x: anchor,
      y: y + at * step + font.size * RISE,
      align,
      font,
      fill,
      width: Math.min(width, isCut ? measure.width(said, font) : line.width),
    };
  });
  out.push(...lines);
  return y + lines.length * step;
}
