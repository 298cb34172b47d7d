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
  /** Lowest that a line may reach: what does not fit is handed to `onRest`, never cut. */
  readonly bottom?: number;
  readonly onRest?: (rest: string) => void;
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

/** Letters that line breaking neither drops nor adds. */
const isLetter = (grapheme: string): boolean => !/^[\s\p{Cc}\u00AD\u200B]$/u.test(grapheme);

/** What of a text comes after the letters of its first lines. */
function restAfter(text: string, shown: readonly string[]): string {
  let left = shown.reduce((sum, line) => sum + Array.from(line).filter(isLetter).length, 0);
  let at = 0;
  for (const letter of text) {
    if (left === 0 && isLetter(letter)) break;
    if (isLetter(letter)) left--;
    at += letter.length;
  }
  return text.slice(at).trim();
}

/** Sets a text in its column; answers where it ends. A text goes on elsewhere at the end of a line, without a sign of its own. */
export function setText(out: Primitive[], order: TextOrder, { measure, lang }: Setting): number {
  const { text, font, fill, x, y, width, align = 'left', bottom = Number.POSITIVE_INFINITY, onRest } = order;
  if (text === '') return y;
  const step = font.size * STEP[font.family];
  const all = wrapText(text, { font, width, measure, lang }).lines;
  const room = Math.max(0, Math.floor((bottom - y) / step + 1e-6));
  const anchor = align === 'left' ? x : align === 'center' ? x + width / 2 : x + width;
  const lines = all.slice(0, room).map((line, at): TextLinePrimitive => {
    const place = { x: anchor, y: y + at * step + font.size * RISE, align, font, fill };
    return { type: 'text', text: line.text, ...place, width: Math.min(width, line.width) };
  });
  out.push(...lines);
  if (all.length > room)
    onRest?.(
      restAfter(
        text,
        lines.map((line) => line.text),
      ),
    );
  return y + lines.length * step;
}
