import { fail, ok, type Result } from '@shared/base/result';
import type { CarriedFile } from '@shared/carrier/carry';
import { type Lang, translator } from '@shared/i18n/translate';
import type { DesktopApi, PrintJob } from '@shared/ipc';
import { isRefused, type PosterSetup } from '@shared/poster/posterSetup';
import { mediaOf, type PressSheet } from '@shared/poster/press';
import type { PlacedScene } from '@shared/poster/sheetPage';
import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import { tilePages } from '@shared/poster/tilePages';
import type { Tiling } from '@shared/poster/tiling';
import { sceneToHtml } from '@shared/scene/sceneToHtml';
import { sceneToSvg } from '@shared/scene/sceneToSvg';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { FONT_FOLDER, loadFonts } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import type { Bytes } from './bandPng';
import { keptPoster } from './keptPoster';
import { type PosterDpi, type PosterFormat, posterName } from './posterName';
import { pictureUrls, posterPictures } from './posterPictures';
import { type PosterSource, preparePoster, sourceIn } from './posterScene';
import { renderPng } from './renderPng';
import { svgFonts } from './svgFonts';

export interface ExportRequest {
  readonly source: PosterSource;
  readonly setup: PosterSetup;
  readonly format: Exclude<PosterFormat, 'pptx'>;
  /** For PNG only. */
  readonly dpi: PosterDpi;
  /** For SVG only: letters are drawn as shapes, and no font is needed. */
  readonly outlines: boolean;
  readonly lang: Lang;
  /** Day that a PDF is dated, `YYYY-MM-DD`; by default the moment of its making. */
  readonly date?: string | undefined;
  /** The file of the whole workshop, put inside each file of the poster; null for none. */
  readonly inside?: CarriedFile | null;
}

export interface ExportServices {
  readonly printPdf: DesktopApi['printPdf'];
  readonly readAsset: ReadAsset;
  readonly signal?: AbortSignal | undefined;
  /** Share of this poster that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface PosterFile {
  /** A plain file name with its extension. */
  readonly name: string;
  readonly bytes: Bytes;
  /** Number of the sheet, where each of a poster's is a file of its own. */
  readonly part?: number;
}

export interface Poster {
  /** One file, unless a poster on several sheets is made of pictures. */
  readonly files: readonly PosterFile[];
  readonly laidOut: PosterSheets;
}

type LayoutRequest = Pick<ExportRequest, 'source' | 'setup' | 'format' | 'lang'>;

const asExported = <T extends LayoutRequest>(asked: T): T => ({
  ...asked,
  source: sourceIn(asked.source, asked.lang),
  setup: setupFor(asked.setup, asked.format),
});

/** The poster that would be exported, laid out once for whoever asks. */
export async function layOutPoster(asked: LayoutRequest, readAsset: ReadAsset): Promise<PosterSheets> {
  const { source, setup, lang } = asExported(asked);
  await Promise.all([loadFonts(), preparePoster(source, readAsset)]);
  return keptPoster(source, setup, lang);
}

/**
 * Makes the files of one poster: the only way from a board to paper, for the poster screen and the command line alike.
 * Fails with `text-too-small`, `export-failed`, `export-too-large` or `export-cancelled`; never gives an empty or partial file.
 */
export async function exportBoard(asked: ExportRequest, services: ExportServices): Promise<Result<Poster>> {
  const request = asExported(asked);
  try {
    const laidOut = await layOutPoster(asked, services.readAsset);
    if (isRefused(laidOut.check, asked.setup)) return fail({ code: 'text-too-small' });
    const made = await filesOf(laidOut, request, services);
    const files =
      made.ok && request.inside
        ? await carrying(made.value, request.format, { inside: request.inside, isTiled: laidOut.tiling !== null })
        : made;
    if (services.signal?.aborted) return fail({ code: 'export-cancelled' });
    return files.ok ? ok({ files: files.value, laidOut }) : files;
  } catch (error) {
    return fail({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** A drawing is whole: who cuts it does so in the program that it is for. */
export const setupFor = (setup: PosterSetup, format: ExportRequest['format']): PosterSetup =>
  format === 'svg' && setup.tile !== 'none' ? { ...setup, tile: 'none' } : setup;

/** A PDF holds all sheets of a poster; a picture holds one, or one of the tiles that it is glued together of. */
async function filesOf(
  laidOut: PosterSheets,
  request: ExportRequest,
  services: ExportServices,
): Promise<Result<readonly PosterFile[]>> {
  const { source, lang, format, dpi } = request;
  const { sheet, press } = laidOut;
  const title = source.title || press[0].scene.title;
  if (format === 'pdf') {
    const job = await printJobOf(laidOut, request, services.readAsset);
    const printed = await unlessAborted(services.printPdf(job), services.signal);
    // What crosses from another process is a copy with a buffer of its own.
    return printed.ok
      ? ok([
          {
            name: posterName({ title, sheet, lang, format, dpi, tiling: laidOut.tiling }),
            bytes: printed.value as Bytes,
          },
        ])
      : printed;
  }
  if (laidOut.tiling && format === 'png') return tileFiles(laidOut, laidOut.tiling, request, services);
  const files: PosterFile[] = [];
  for (const [index, page] of press.entries()) {
    const onProgress = (share: number) => services.onProgress?.((index + share) / press.length);
    const work = { ...services, onProgress };
    const bytes = format === 'png' ? await pngOf(page, dpi, work) : await svgOf(page, request, work);
    if (!bytes.ok) return bytes;
    const part = press.length > 1 ? index + 1 : null;
    const name = posterName({ title, sheet, lang, format, dpi, part });
    files.push({ name, bytes: bytes.value, ...(part === null ? {} : { part }) });
  }
  return ok(files);
}

/** The pages that a poster is glued together of. */
function pagesOf({ sheet, press }: PosterSheets, tiling: Tiling, lang: Lang): readonly (readonly PlacedScene[])[] {
  const words = { t: translator(lang), lang, measure: canvasMeasurer() };
  return press.map(({ scene, bleedMm }) => tilePages(scene, { sheet, bleedMm }, tiling, words));
}

/** Plan and tiles as pictures, a file each, numbered as they are put together. */
async function tileFiles(
  laidOut: PosterSheets,
  tiling: Tiling,
  { source, lang, format, dpi }: ExportRequest,
  { signal, onProgress, readAsset }: ExportServices,
): Promise<Result<readonly PosterFile[]>> {
  const { sheet, press } = laidOut;
  const { widthMm, heightMm } = tiling.tile;
  const title = source.title || press[0].scene.title;
  const sheets = pagesOf(laidOut, tiling, lang);
  const files: PosterFile[] = [];
  for (const [index, pages] of sheets.entries()) {
    const pictures = await posterPictures((press[index] ?? press[0]).scene, sheet, readAsset);
    for (const [tile, { scene, placement }] of pages.entries()) {
      const before = index * pages.length + tile;
      const tell = (share: number) => onProgress?.((before + share) / (sheets.length * pages.length));
      const job = { scene, widthMm, heightMm, placement, dpi, pictures };
      const picture = await renderPng(job, { signal, onProgress: tell });
      if (!picture.ok) return picture;
      const part = sheets.length > 1 ? index + 1 : null;
      files.push({ name: posterName({ title, sheet, lang, format, dpi, part, tiling, tile }), bytes: picture.value });
    }
  }
  return ok(files);
}

/** The answer, or `export-cancelled` as soon as that is asked for: a print that has begun ends by itself, and is for nobody. */
function unlessAborted<T>(answer: Promise<Result<T>>, signal: AbortSignal | undefined): Promise<Result<T>> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const leave = () => resolve(fail({ code: 'export-cancelled' }));
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** The same files with the workshop inside each; of a poster that is glued together of pictures, the plan alone. */
async function carrying(
  files: readonly PosterFile[],
  format: ExportRequest['format'],
  { inside, isTiled }: { readonly inside: CarriedFile; readonly isTiled: boolean },
): Promise<Result<readonly PosterFile[]>> {
  const { carryWorkshop } = await import('@shared/carrier/carry');
  const carriers: PosterFile[] = [];
  for (const [at, file] of files.entries()) {
    if (isTiled && at > 0) {
      carriers.push(file);
      continue;
    }
    const carrier = carryWorkshop(file.bytes, format, inside);
    if (!carrier.ok) return carrier;
    carriers.push({ ...file, bytes: carrier.value });
  }
  return ok(carriers);
}

type PdfRequest = Pick<ExportRequest, 'source' | 'lang' | 'date'>;

const printJobs = new WeakMap<PosterSheets, Promise<PrintJob>>();

/** What the print page is given for a poster; made once, for preparing and printing. */
export function printJobOf(laidOut: PosterSheets, request: PdfRequest, readAsset: ReadAsset): Promise<PrintJob> {
  const known = printJobs.get(laidOut) ?? makePrintJob(laidOut, request, readAsset);
  printJobs.set(laidOut, known);
  return known;
}

async function makePrintJob(
  laidOut: PosterSheets,
  { source, lang, date }: PdfRequest,
  readAsset: ReadAsset,
): Promise<PrintJob> {
  const { sheet, press, tiling } = laidOut;
  const [{ aroundMm, bleedMm }] = press;
  const { widthMm, heightMm } = sheet;
  const scenes = press.map(({ scene }) => scene);
  const title = press[0].scene.title || source.title || source.workshop.title;
  const images = new Map<string, string>();
  for (const scene of scenes)
    for (const [asset, url] of await pictureUrls(await posterPictures(scene, sheet, readAsset))) images.set(asset, url);
  const document = { title, lang, fontFolder: FONT_FOLDER, images };
  if (!tiling) {
    const html = sceneToHtml(scenes, { ...document, widthMm, heightMm, aroundMm });
    return { html, ...mediaOf(press[0]), cutMm: aroundMm, bleedMm, title, lang, date };
  }
  const pages = pagesOf(laidOut, tiling, lang).flat();
  const paper = { widthMm: tiling.tile.widthMm, heightMm: tiling.tile.heightMm };
  const placements = pages.map(({ placement }) => placement);
  const html = sceneToHtml(
    pages.map(({ scene }) => scene),
    { ...document, ...paper, placements },
  );
  return { html, ...paper, title, lang, date };
}

async function pngOf(
  { scene, sheet, aroundMm }: PressSheet,
  dpi: PosterDpi,
  { signal, onProgress, readAsset }: ExportServices,
): Promise<Result<Bytes>> {
  const pictures = await posterPictures(scene, sheet, readAsset);
  const { widthMm, heightMm } = sheet;
  return renderPng({ scene, widthMm, heightMm, aroundMm, dpi, pictures }, { signal, onProgress });
}

async function svgOf(
  { scene, sheet, aroundMm }: PressSheet,
  { source, outlines }: ExportRequest,
  { signal, readAsset }: ExportServices,
): Promise<Result<Bytes>> {
  const images = await pictureUrls(await posterPictures(scene, sheet, readAsset));
  const { widthMm, heightMm } = sheet;
  const { title, client, place } = source.workshop;
  const description = [...new Set([title, client, place])].filter((part) => part.trim() !== '').join(', ');
  const drawing = { widthMm, heightMm, aroundMm, images, description };
  if (outlines) return (await import('./outlines/renderOutlines')).renderOutlines({ scene, ...drawing }, signal);
  const svg = sceneToSvg(scene, { ...drawing, fonts: await svgFonts(scene.items) });
  return ok(new TextEncoder().encode(svg));
}
