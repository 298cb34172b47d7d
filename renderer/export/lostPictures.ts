import type { AssetHash } from '@shared/base/ids';
import { usedAssets } from '@shared/model/usedAssets';
import { pictureBlob, type ReadAsset } from '@/platform/pictures';

/** Whether pictures could be read when something with them was last prepared. */
const isThere = new Map<AssetHash, boolean>();

/** Looks for the pictures that something names and that have not been seen yet, one after the other: each is read whole. */
export async function lookForPictures(content: unknown, readAsset: ReadAsset): Promise<void> {
  for (const asset of usedAssets(content)) {
    if (isThere.get(asset)) continue;
    const bytes = await readAsset(asset).catch(() => null);
    isThere.set(asset, bytes !== null && pictureBlob(bytes) !== null);
  }
}

/** The pictures that something names and that were looked for in vain. */
export const lostPictures = (content: unknown): ReadonlySet<AssetHash> =>
  new Set([...usedAssets(content)].filter((asset) => isThere.get(asset) === false));
