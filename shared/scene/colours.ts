import type { Color } from './primitives';
import { splitColor } from './svgShapes';

type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green and blue of a colour, 0..255, without its opacity. */
export function rgbOf(color: Color): Rgb {
  const { hex } = splitColor(color);
  const part = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16) || 0;
  return [part(1), part(3), part(5)];
}

const hexOf = (rgb: Rgb): Color =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The same opacity on other red, green and blue. */
function painted(color: Color, rgb: Rgb): Color {
  const { alpha } = splitColor(color);
  return alpha < 1 ? `rgba(${rgb.map(Math.round).join(',')},${alpha})` : hexOf(rgb);
}

/** Another colour, as transparent as the first. */
export const withOpacityOf = (model: Color, color: Color): Color => painted(model, rgbOf(color));

/** The grey of a colour, its opacity kept. Weights of ITU-R BT.601, by which printers grey what they are sent. */
export function greyOf(color: Color): Color {
  const [red, green, blue] = rgbOf(color);
  const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return painted(color, [grey, grey, grey]);
}

/** A colour as it shows on white paper. */
export function onWhite(color: Color): Color {
  const { alpha } = splitColor(color);
  const [red, green, blue] = rgbOf(color).map((part) => 255 - (255 - part) * alpha) as unknown as Rgb;
  return hexOf([red, green, blue]);
}

/** Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2. */
export function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = rgbOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, 1 to 21. Source: WCAG 2.2. */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour, as much darker as it takes to stand out from white by `least`. */
export function darkEnough(color: Color, least: number): Color {
  let rgb = rgbOf(color);
  while (contrast(hexOf(rgb), '#ffffff') < least) rgb = rgb.map((part) => part * 0.92 - 0.5) as unknown as Rgb;
  return hexOf(rgb);
}
