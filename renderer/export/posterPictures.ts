import type { AssetHash } from '@shared/base/ids';
import { GREY_PICTURE } from '@shared/poster/inks';
import { placeOnSheet } from '@shared/scene/placeOnSheet';
import type { Scene } from '@shared/scene/primitives';
import { pixelsOfMm } from '@shared/scene/sheet';
import { usedImages } from '@shared/scene/walkScene';
import { decodePicture, pictureBlob, type ReadAsset } from '@/platform/pictures';
import { base64Of } from './base64';

/** Pictures of a poster by asset, no finer than it takes to print them. Those that are gone are missing. */
export type PosterPictures = ReadonlyMap<string, Blob>;

const PRINT_DPI = 300;
/** A picture is made anew only where that takes away this much of it. */
const WORTH = 1.25;
const QUALITY = 0.9;

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

const NONE: PosterPictures = new Map();
const known = new WeakMap<Scene, Promise<PosterPictures>>();

/** The pictures that a poster shows, read once per poster: 300 pixels per inch of the paper they cover, and no more. */
export function posterPictures(scene: Scene, paper: PaperSize, read: ReadAsset): Promise<PosterPictures> {
  const used = usedImages(scene.items);
  if (used.size === 0) return Promise.resolve(NONE);
  const reading = known.get(scene) ?? readAll(used, scene, paper, read);
  known.set(scene, reading);
  return reading;
}

async function readAll(
  used: ReadonlyMap<string, number>,
  scene: Scene,
  { widthMm, heightMm }: PaperSize,
  read: ReadAsset,
): Promise<PosterPictures> {
  const pixelsPerUnit = pixelsOfMm(widthMm, PRINT_DPI) / placeOnSheet(scene, widthMm, heightMm).viewWidth;
  const pictures = new Map<string, Blob>();
  // One after the other: each is decoded whole.
  for (const [asset, longest] of used) {
    const isGrey = asset.startsWith(GREY_PICTURE);
    const bytes = await read((isGrey ? asset.slice(GREY_PICTURE.length) : asset) as AssetHash);
    const blob = bytes && pictureBlob(bytes);
    const picture = blob && (await printable(blob, Math.ceil(longest * pixelsPerUnit), isGrey));
    if (picture) pictures.set(asset, picture);
  }
  return pictures;
}

/** No larger than `most` pixels, in greys where that is asked for; as it is where neither changes much. */
async function printable(blob: Blob, most: number, isGrey: boolean): Promise<Blob | null> {
  const whole = await decodePicture(blob, Number.POSITIVE_INFINITY);
  if (!whole) return null;
  const isFine = Math.max(whole.width, whole.height) <= most * WORTH;
  whole.close();
  if (isFine && !isGrey) return blob;
  const small = await decodePicture(blob, most);
  if (!small) return null;
  const canvas = new OffscreenCanvas(small.width, small.height);
  const context = canvas.getContext('2d');
  if (context && isGrey) context.filter = 'grayscale(1)';
  context?.drawImage(small, 0, 0);
  small.close();
  const isPhoto = blob.type === 'image/jpeg';
  return canvas.convertToBlob(isPhoto ? { type: blob.type, quality: QUALITY } : { type: 'image/png' });
}

/** The same as data: URLs, for documents that carry them inside. */
export async function pictureUrls(pictures: PosterPictures): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  for (const [asset, blob] of pictures) {
    urls.set(asset, `data:${blob.type};base64,${base64Of(new Uint8Array(await blob.arrayBuffer()))}`);
  }
  return urls;
}

/** The same, decoded to be painted; `mostOf` is the longest side that each is needed with, in pixels. */
export async function pictureBitmaps(
  pictures: PosterPictures,
  mostOf: (asset: string) => number = () => Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, ImageBitmap>> {
  const bitmaps = new Map<string, ImageBitmap>();
  for (const [asset, blob] of pictures) {
    const bitmap = await decodePicture(blob, mostOf(asset));
    if (bitmap) bitmaps.set(asset, bitmap);
  }
  return bitmaps;
}
