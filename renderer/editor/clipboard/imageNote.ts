import type { AssetHash } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import type { NoteImage } from '@shared/model/note';

/** Longest side of a stored picture, in pixels: sharp at the size of a hand on an A1 poster. */
export const MAX_SIDE = 2_048;
/** Largest file that is decoded at all, and largest that is stored, in bytes. */
export const MAX_FILE = 50_000_000;
const MAX_STORED = 4_000_000;
const QUALITIES = [0.9, 0.8, 0.65] as const;

export interface PreparedImage {
  readonly image: NoteImage;
}
export type ImageProblem = 'imageTooLarge' | 'imageUnreadable' | 'imageNotStored';

/** Where the pixels of a picture have an alpha below full: then it is stored as PNG, else as JPEG. */
function isTransparent(context: OffscreenCanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

/** The picture made anew from its pixels: turned as it was meant, without place, date or camera, no larger than needed. */
async function encoded(bitmap: ImageBitmap): Promise<{ blob: Blob; width: number; height: number } | null> {
  for (const side of [MAX_SIDE, MAX_SIDE / 2]) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    if (isTransparent(context, width, height)) {
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      if (blob.size <= MAX_STORED) return { blob, width, height };
      continue;
    }
    for (const quality of QUALITIES) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= MAX_STORED) return { blob, width, height };
    }
  }
  return null;
}

/** Makes a picture ready for a note: decoded, encoded anew, stored under its hash. */
export async function imageNote(
  file: Blob,
  keepAsset: (bytes: Uint8Array) => Promise<Result<AssetHash>>,
): Promise<PreparedImage | { readonly problem: ImageProblem }> {
  if (file.size > MAX_FILE) return { problem: 'imageTooLarge' };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return { problem: 'imageUnreadable' };
  try {
    const made = await encoded(bitmap);
    if (!made) return { problem: 'imageTooLarge' };
    const kept = await keepAsset(new Uint8Array(await made.blob.arrayBuffer()));
    if (!kept.ok) return { problem: 'imageNotStored' };
    return { image: { asset: kept.value, width: made.width, height: made.height, alt: '' } };
  } finally {
    bitmap.close();
  }
}
