import type { AssetHash } from '@shared/base/ids';
import { assetType } from '@shared/file/assets';

/** Reads the bytes of a stored picture; null when they are gone. */
export type ReadAsset = (hash: AssetHash) => Promise<Uint8Array | null>;

/** A stored picture as the browser reads it; null for bytes that are no picture. */
export function pictureBlob(bytes: Uint8Array): Blob | null {
  const type = assetType(bytes);
  // What comes from storage or another process has a buffer of its own.
  return type === null ? null : new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
}

/** Decodes a picture, its longer side no longer than `most` pixels; null when it cannot be read. */
export async function decodePicture(blob: Blob, most: number): Promise<ImageBitmap | null> {
  const whole = await createImageBitmap(blob).catch(() => null);
  if (!whole) return null;
  const scale = most / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const small = await createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.round(whole.width * scale)),
    resizeHeight: Math.max(1, Math.round(whole.height * scale)),
    resizeQuality: 'high',
  }).catch(() => null);
  whole.close();
  return small;
}
