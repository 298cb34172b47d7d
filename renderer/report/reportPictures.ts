import { ok, type Result } from '@shared/base/result';
import type { DocxPicture, DocxPictures } from '@shared/report/docx/docxBody';
import { LOGO_PICTURE, type Report } from '@shared/report/model';
import { posterPictures } from '@/export/posterPictures';
import { renderPng } from '@/export/renderPng';
import { decodePicture, pictureBlob, type ReadAsset } from '@/platform/pictures';
import type { BoardScene } from './boardScenes';

/** Fine enough for the smallest text of a board on a page, and small enough to be sent. */
const DPI = 300;
/** The same for a logo of 170 points. */
const MOST_LOGO = 700;

/** A logo as a PNG; null when it is gone. */
async function logoPicture(logo: NonNullable<Report['logo']>, readAsset: ReadAsset): Promise<DocxPicture | null> {
  const bytes = await readAsset(logo.asset);
  const blob = bytes && pictureBlob(bytes);
  const bitmap = blob && (await decodePicture(blob, MOST_LOGO));
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { png: new Uint8Array(await png.arrayBuffer()), width, height };
}

/** The boards of a report and the client's logo as pictures. */
export async function reportPictures(
  { logo }: Report,
  boards: readonly BoardScene[],
  readAsset: ReadAsset,
): Promise<Result<DocxPictures>> {
  const pictures = new Map<string, DocxPicture>();
  const sign = logo && (await logoPicture(logo, readAsset));
  if (sign) pictures.set(LOGO_PICTURE, sign);
  for (const { block, scene, sheet } of boards) {
    const { widthMm, heightMm } = sheet;
    const own = await posterPictures(scene, sheet, readAsset);
    const png = await renderPng({ scene, widthMm, heightMm, aroundMm: 0, dpi: DPI, pictures: own });
    if (!png.ok) return png;
    pictures.set(block.id, { png: png.value, width: widthMm, height: heightMm });
  }
  return ok(pictures);
}
