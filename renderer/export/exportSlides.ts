import { fail, ok, type Result } from '@shared/base/result';
import { type Lang, translator } from '@shared/i18n/translate';
import { DEFAULT_SETUP, type PosterSetup } from '@shared/poster/posterSetup';
import { toldOf } from '@shared/posterChoice/chosenBoard';
import { SLIDE_MM } from '@shared/scene/sheet';
import type { DeckBoard } from '@shared/slides/boardSlides';
import type { PptxPicture } from '@shared/slides/pptx';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { loadFonts } from '@/platform/fonts';
import { decodePicture, type ReadAsset } from '@/platform/pictures';
import { today } from '@/report/today';
import type { Bytes } from './bandPng';
import { keptPoster } from './keptPoster';
import { slidesName } from './posterName';
import { posterPictures } from './posterPictures';
import { type PosterSource, preparePoster, sourceIn } from './posterScene';

/** What a board is laid out for when it becomes a slide. */
export const SLIDE_SETUP: PosterSetup = {
  ...DEFAULT_SETUP,
  sheet: { kind: 'custom', widthMm: SLIDE_MM.long, heightMm: SLIDE_MM.short },
  orientation: 'landscape',
  split: 'none',
};

export interface SlidesRequest {
  /** At least one. */
  readonly sources: readonly PosterSource[];
  readonly lang: Lang;
  /** Day that the file is dated, `YYYY-MM-DD`; by default today. */
  readonly date?: string | undefined;
}

export interface SlidesServices {
  readonly readAsset: ReadAsset;
  readonly signal?: AbortSignal | undefined;
  /** Share of the slides that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface SlidesFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** What a presentation is called after: its one board, else the workshop. */
export const slidesTitle = (sources: readonly PosterSource[]): string => {
  const [first, second] = sources;
  return (second ? first?.workshop.title : first?.title) ?? '';
};

/**
 * One presentation of boards: the only way from boards to slides, for the poster screen and the command line alike. Fails with `export-failed` or `export-cancelled`; never gives an empty
 * or partial file.
 */
export async function exportSlides(
  { sources: asked, lang, date }: SlidesRequest,
  { readAsset, signal, onProgress }: SlidesServices,
): Promise<Result<SlidesFile>> {
  const sources = asked.map((source) => sourceIn(source, lang));
  try {
    const [{ pptxBytes }, { boardSlides, deckOf }] = await Promise.all([
      import('@shared/slides/pptx'),
      import('@shared/slides/boardSlides'),
      loadFonts(),
    ]);
    const words = { t: translator(lang), lang, measure: canvasMeasurer() };
    const boards: DeckBoard[] = [];
    const pictures = new Map<string, PptxPicture>();
    for (const [index, source] of sources.entries()) {
      await preparePoster(source, readAsset);
      if (signal?.aborted) return fail({ code: 'export-cancelled' });
      const { sheet, scenes } = keptPoster(source, SLIDE_SETUP, lang);
      const { title, doc, personas, part = {} } = source;
      const shown = part.stages ? { stages: part.stages } : {};
      boards.push({
        title,
        slides: boardSlides(toldOf(doc, part), scenes[0], { ...words, personas, ...shown }),
      });
      for (const [asset, blob] of await posterPictures(scenes[0], sheet, readAsset)) {
        const picture = await pictureOf(blob);
        if (picture) pictures.set(asset, picture);
      }
      onProgress?.((index + 1) / sources.length);
    }
    const title = slidesTitle(sources);
    const bytes = pptxBytes(deckOf(boards, lang), { title, lang, pictures, today: date ?? today() });
    return ok({ name: slidesName(title, lang), bytes: bytes as Bytes });
  } catch (error) {
    return fail({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' } as const;

/** A picture as slide programs read it; others than PNG, JPEG and GIF become PNG. */
async function pictureOf(blob: Blob): Promise<PptxPicture | null> {
  const type = Object.hasOwn(TYPES, blob.type) ? TYPES[blob.type as keyof typeof TYPES] : null;
  if (type) return { type, bytes: new Uint8Array(await blob.arrayBuffer()) };
  const bitmap = await decodePicture(blob, Number.POSITIVE_INFINITY);
  if (!bitmap) return null;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { type: 'png', bytes: new Uint8Array(await png.arrayBuffer()) };
}
