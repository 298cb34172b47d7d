import { logoSize } from '../boards/pieces/poster/posterLogo';
import { posterMetrics } from '../boards/pieces/poster/posterMetrics';
import type { WorkshopLogo } from '../model/workshop';
import { SHEET_FAMILIES, SHEET_SIZES, type SheetName } from '../scene/sheetCatalogue';

/** Pixels per inch from which a picture on a wall looks sharp, and points of an inch. */
const SHARP_DPI = 150;
const POINTS_PER_INCH = 72;

/** The largest sheet of the A series on whose poster a logo of this size in pixels looks sharp; null for none. */
export function sharpUpTo(logo: Pick<WorkshopLogo, 'width' | 'height'>): SheetName | null {
  const points = logoSize(logo, posterMetrics(1).logo).w;
  const dpiOn = (name: SheetName): number => {
    const scale = SHEET_SIZES[name][0] / SHEET_SIZES.A1[0];
    return logo.width / ((points * scale) / POINTS_PER_INCH);
  };
  return SHEET_FAMILIES.isoA.findLast((name) => dpiOn(name) >= SHARP_DPI) ?? null;
}

/** Most that a channel of a blank edge differs from its corner: pictures that were compressed are a little uneven. */
const SAME = 12;

/** Values of the four channels at a pixel as they are seen: nothing of what is transparent counts. */
function seenAt(rgba: ArrayLike<number>, pixel: number): readonly [number, number, number, number] {
  const at = pixel * 4;
  const alpha = rgba[at + 3] ?? 0;
  const seen = (channel: number) => ((rgba[at + channel] ?? 0) * alpha) / 255;
  return [seen(0), seen(1), seen(2), alpha];
}

/**
 * The part of a picture that shows something: without the edges that look like its corners, where all four corners look the same. `rgba` holds four bytes a
 * pixel, row by row; the whole picture where there is nothing to cut or nothing would be left.
 */
export function inkedPart(
  rgba: ArrayLike<number>,
  width: number,
  height: number,
): { readonly x: number; readonly y: number; readonly w: number; readonly h: number } {
  const whole = { x: 0, y: 0, w: width, h: height };
  const corner = seenAt(rgba, 0);
  const isBlank = (x: number, y: number): boolean =>
    seenAt(rgba, y * width + x).every((value, channel) => Math.abs(value - (corner[channel] ?? 0)) <= SAME);
  if (!isBlank(width - 1, 0) || !isBlank(0, height - 1) || !isBlank(width - 1, height - 1)) return whole;
  const isRowBlank = (y: number): boolean => {
    for (let x = 0; x < width; x++) if (!isBlank(x, y)) return false;
    return true;
  };
  let [top, bottom] = [0, height];
  while (top < bottom && isRowBlank(top)) top += 1;
  if (top === bottom) return whole;
  while (isRowBlank(bottom - 1)) bottom -= 1;
  const isColumnBlank = (x: number): boolean => {
    for (let y = top; y < bottom; y++) if (!isBlank(x, y)) return false;
    return true;
  };
  let [left, right] = [0, width];
  while (isColumnBlank(left)) left += 1;
  while (isColumnBlank(right - 1)) right -= 1;
  return { x: left, y: top, w: right - left, h: bottom - top };
}
