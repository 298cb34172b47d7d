import { fail, ok, type Result } from '@shared/base/result';
import type { Lang } from '@shared/i18n/translate';
import type { DesktopApi, PrintJob } from '@shared/ipc';
import { type Preflight, preflight } from '@shared/scene/preflight';
import type { Scene } from '@shared/scene/primitives';
import { sceneToHtml } from '@shared/scene/sceneToHtml';
import { sceneToSvg } from '@shared/scene/sceneToSvg';
import type { SheetSize } from '@shared/scene/sheet';
import { FONT_FOLDER, loadFonts } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import type { Bytes } from './bandPng';
import { keptScene } from './keptScene';
import { type PosterDpi, type PosterFormat, posterName } from './posterName';
import { pictureUrls, posterPictures } from './posterPictures';
import { type PosterSource, preparePoster } from './posterScene';
import { renderPng } from './renderPng';
import { svgFonts } from './svgFonts';

export interface ExportRequest {
  readonly source: PosterSource;
  readonly sheet: SheetSize;
  readonly format: PosterFormat;
  /** For PNG only. */
  readonly dpi: PosterDpi;
  readonly lang: Lang;
}

export interface ExportServices {
  readonly printPdf: DesktopApi['printPdf'];
  readonly readAsset: ReadAsset;
  readonly signal?: AbortSignal | undefined;
  /** Share of this poster that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Poster {
  /** A plain file name with its extension. */
  readonly name: string;
  readonly bytes: Bytes;
  readonly preflight: Preflight;
}

/**
 * Makes the file of one poster: the only way from a board to paper, for the poster screen and the command line alike.
 * Fails with `export-failed`, `export-too-large` or `export-cancelled`; never gives an empty or partial file.
 */
export async function exportBoard(request: ExportRequest, services: ExportServices): Promise<Result<Poster>> {
  const { source, sheet, lang, format, dpi } = request;
  try {
    await Promise.all([loadFonts(), preparePoster(source)]);
    const scene = keptScene(source, sheet, lang);
    const bytes = await bytesOf(scene, request, services);
    if (services.signal?.aborted) return fail({ code: 'export-cancelled' });
    if (!bytes.ok) return bytes;
    const name = posterName(source.title || scene.title, sheet, lang, format, dpi);
    return ok({ name, bytes: bytes.value, preflight: preflight(scene, sheet) });
  } catch (error) {
    return fail({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

function bytesOf(scene: Scene, request: ExportRequest, services: ExportServices): Promise<Result<Bytes>> {
  switch (request.format) {
    case 'pdf':
      return pdfOf(scene, request, services);
    case 'png':
      return pngOf(scene, request, services);
    case 'svg':
      return svgOf(scene, request, services);
  }
}

type PdfRequest = Pick<ExportRequest, 'source' | 'sheet' | 'lang'>;

const printJobs = new WeakMap<Scene, Promise<PrintJob>>();

/** What the print page is given for a poster; made once per scene, for preparing and printing. */
export function printJobOf(scene: Scene, request: PdfRequest, readAsset: ReadAsset): Promise<PrintJob> {
  const known = printJobs.get(scene) ?? makePrintJob(scene, request, readAsset);
  printJobs.set(scene, known);
  return known;
}

async function makePrintJob(
  scene: Scene,
  { source, sheet, lang }: PdfRequest,
  readAsset: ReadAsset,
): Promise<PrintJob> {
  const { widthMm, heightMm } = sheet;
  const title = scene.title || source.title || source.workshop.title;
  const images = await pictureUrls(await posterPictures(scene, sheet, readAsset));
  const html = sceneToHtml(scene, { widthMm, heightMm, title, lang, fontFolder: FONT_FOLDER, images });
  return { html, widthMm, heightMm, title, lang };
}

async function pdfOf(scene: Scene, request: ExportRequest, services: ExportServices): Promise<Result<Bytes>> {
  const printed = await services.printPdf(await printJobOf(scene, request, services.readAsset));
  // What crosses from another process is a copy with a buffer of its own.
  return printed.ok ? ok(printed.value as Bytes) : printed;
}

async function pngOf(
  scene: Scene,
  { sheet, dpi }: ExportRequest,
  { signal, onProgress, readAsset }: ExportServices,
): Promise<Result<Bytes>> {
  const pictures = await posterPictures(scene, sheet, readAsset);
  return renderPng({ scene, widthMm: sheet.widthMm, heightMm: sheet.heightMm, dpi, pictures }, { signal, onProgress });
}

async function svgOf(scene: Scene, { sheet }: ExportRequest, { readAsset }: ExportServices): Promise<Result<Bytes>> {
  const fonts = await svgFonts(scene.items);
  const images = await pictureUrls(await posterPictures(scene, sheet, readAsset));
  const svg = sceneToSvg(scene, { widthMm: sheet.widthMm, heightMm: sheet.heightMm, fonts, images });
  return ok(new TextEncoder().encode(svg));
}
