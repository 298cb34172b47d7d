import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import { usedFaces } from '@shared/scene/usedFaces';
import { pictureBitmaps, posterPictures } from '@/export/posterPictures';
import { canvasPaths } from '@/platform/canvasPaths';
import { loadFaces } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import type { CutOut } from './cutOut';

/** Pixels for a scene unit: sharp on screens of twice the density, and enlarged on a slide. */
const PIXELS_PER_UNIT = 2;
/** A larger picture is painted smaller: programs it is pasted into refuse it, and it would take hundreds of megabytes. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 16_384;
const MM_PER_UNIT = 25.4 / 96;

export interface CutPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** A part of a board as a PNG of twice the pixels of the screen, on the board's paper or on none. */
export async function pictureOf(
  { scene, box }: CutOut,
  { isOnPaper, readAsset }: { readonly isOnPaper: boolean; readonly readAsset: ReadAsset },
): Promise<CutPicture> {
  const scale = Math.min(
    PIXELS_PER_UNIT,
    Math.sqrt(MOST_PIXELS / (box.w * box.h)),
    LONGEST_SIDE / Math.max(box.w, box.h),
  );
  const [width, height] = [Math.max(1, Math.round(box.w * scale)), Math.max(1, Math.round(box.h * scale))];
  await loadFaces(usedFaces(scene.items));
  const size = { widthMm: box.w * MM_PER_UNIT, heightMm: box.h * MM_PER_UNIT };
  const images = await pictureBitmaps(await posterPictures({ ...scene, width: box.w, height: box.h }, size, readAsset));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  if (isOnPaper) {
    context.fillStyle = scene.background;
    context.fillRect(0, 0, width, height);
  }
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  paintScene(context as unknown as Painter2D, scene.items, { paths: canvasPaths, images });
  return { blob: await canvas.convertToBlob({ type: 'image/png' }), width, height };
}
