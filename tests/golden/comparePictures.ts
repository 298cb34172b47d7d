import type { PngImage } from '../support/pngImage';

export interface Difference {
  /** Share of pixels that differ visibly, 0 to 1. */
  readonly share: number;
  /** Where the first of them is. */
  readonly first: { readonly x: number; readonly y: number } | null;
}

/** A channel may differ by this much: engines of different years smooth letters differently. */
const CHANNEL_TOLERANCE = 56;

/** Compares two pictures of the same size; pictures of different sizes differ everywhere. */
export function comparePictures(a: PngImage, b: PngImage): Difference {
  if (a.width !== b.width || a.height !== b.height) return { share: 1, first: { x: 0, y: 0 } };
  let different = 0;
  let first: Difference['first'] = null;
  for (let pixel = 0; pixel < a.width * a.height; pixel++) {
    const [at, bt] = [pixel * a.channels, pixel * b.channels];
    const isFar = [0, 1, 2].some((channel) => Math.abs(a.pixels[at + channel]! - b.pixels[bt + channel]!) > CHANNEL_TOLERANCE);
    if (!isFar) continue;
    different++;
    first ??= { x: pixel % a.width, y: Math.floor(pixel / a.width) };
  }
  return { share: different / (a.width * a.height), first };
}
