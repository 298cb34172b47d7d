import type { FontFamily, FontSpec } from '../../scene/primitives';

/** A font with its line height, both in scene units. */
export interface TextStyle {
  readonly font: FontSpec;
  readonly lineHeight: number;
}

/** Inner margins of a cell: top, right, bottom, left. */
export type Pad = readonly [top: number, right: number, bottom: number, left: number];

/** A style from its size and its line height as a ratio. */
export const style = (
  family: FontFamily,
  weight: FontSpec['weight'],
  size: number,
  ratio: number,
  more: { readonly italic?: boolean; readonly tracking?: number } = {},
): TextStyle => ({ font: { family, size, weight, ...more }, lineHeight: size * ratio });
