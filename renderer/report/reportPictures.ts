import { ok, type Result } from '@shared/base/result';
import type { DocxPicture, DocxPictures } from '@shared/report/docx/docxBody';
import { posterPictures } from '@/export/posterPictures';
import { renderPng } from '@/export/renderPng';
import type { ReadAsset } from '@/platform/pictures';
import type { BoardScene } from './boardScenes';

/** Fine enough for the smallest text of a board on a page, and small enough to be sent. */
const DPI = 300;

/** The boards of a report as pictures. */
export async function reportPictures(
  boards: readonly BoardScene[],
  readAsset: ReadAsset,
): Promise<Result<DocxPictures>> {
  const pictures = new Map<string, DocxPicture>();
  for (const { block, scene, sheet } of boards) {
    const { widthMm, heightMm } = sheet;
    const own = await posterPictures(scene, sheet, readAsset);
    const png = await renderPng({ scene, widthMm, heightMm, aroundMm: 0, dpi: DPI, pictures: own });
    if (!png.ok) return png;
    pictures.set(block.id, { png: png.value, width: widthMm, height: heightMm });
  }
  return ok(pictures);
}
