import type { FontSpec } from '../scene/primitives';
import { FONT_STACKS } from './fontFaces';

/**
 * Port: measures one unbroken run of text. The app measures with Canvas2D and the embedded static fonts, unit tests with the
 * same font files; both count kerning, so that a line that fits is a line that fits everywhere.
 */
export interface TextMeasurer {
  /** Advance width of `text` in `font`, in scene units, tracking included. */
  width(text: string, font: FontSpec): number;
}

/** CSS `font` shorthand of a FontSpec, with the families for symbols and emoji behind it. */
export function cssFont(font: FontSpec): string {
  const stack = font.family === 'Besley' ? FONT_STACKS.title : FONT_STACKS.text;
  return `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px ${stack}`;
}
