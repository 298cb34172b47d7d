import type { AssetHash } from '@shared/base/ids';
import { decodePicture, pictureBlob, type ReadAsset } from '@/platform/pictures';

/** Longest sides that pictures are kept with, in pixels: the first ones sharp at every zoom, many of them in less memory. */
const SHARP = 1_024;
const SMALL = 512;
const SHARP_ONES = 48;
/** So many are read and decoded at a time. */
const AT_ONCE = 3;
/** What arrives within this time is painted together. */
const TOGETHER_MS = 60;

export interface BoardPictures {
  /** Decoded pictures by asset. Asking for one that is not there yet fetches it. */
  readonly images: ReadonlyMap<string, ImageBitmap>;
  readonly destroy: () => void;
}

/** The pictures of a board: read and decoded when they are first painted, so that those out of view cost nothing. Those that are gone are told. */
export function createBoardPictures(
  read: ReadAsset,
  onArrived: () => void,
  onLost: (asset: string) => void = () => {},
): BoardPictures {
  const asked = new Set<string>();
  const waiting: string[] = [];
  let running = 0;
  let timer = 0;
  let isHere = true;

  class Pictures extends Map<string, ImageBitmap> {
    override get(asset: string): ImageBitmap | undefined {
      if (!asked.has(asset)) {
        asked.add(asset);
        waiting.push(asset);
        next();
      }
      return super.get(asset);
    }
  }
  const images = new Pictures();

  const bring = async (asset: string): Promise<void> => {
    const bytes = await read(asset as AssetHash).catch(() => null);
    const blob = bytes && pictureBlob(bytes);
    const bitmap = blob && (await decodePicture(blob, images.size < SHARP_ONES ? SHARP : SMALL));
    if (!isHere) {
      bitmap?.close();
      return;
    }
    if (!bitmap) {
      onLost(asset);
      return;
    }
    images.set(asset, bitmap);
    timer ||= window.setTimeout(() => {
      timer = 0;
      onArrived();
    }, TOGETHER_MS);
  };
  function next(): void {
    const asset = running < AT_ONCE ? waiting.shift() : undefined;
    if (asset === undefined) return;
    running += 1;
    void bring(asset).finally(() => {
      running -= 1;
      next();
    });
  }

  return {
    images,
    destroy: () => {
      isHere = false;
      waiting.length = 0;
      clearTimeout(timer);
      for (const bitmap of images.values()) bitmap.close();
      images.clear();
    },
  };
}
