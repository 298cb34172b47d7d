import { translator } from '@shared/i18n/translate';
import type { PrintJob } from '@shared/ipc';
import type { Report } from '@shared/report/model';
import { layPages } from '@shared/report/pages/layPages';
import { pageScenes } from '@shared/report/pages/pageScenes';
import type { ReportSheet } from '@shared/report/pages/pageType';
import { reportWords } from '@shared/report/reportWords';
import type { Placement } from '@shared/scene/placeOnSheet';
import { sceneToHtml } from '@shared/scene/sceneToHtml';
import { pictureUrls, posterPictures } from '@/export/posterPictures';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { FONT_FOLDER } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import type { BoardScene } from './boardScenes';

const MM_PER_POINT = 25.4 / 72;
/** Below this a page in the hand is no longer read: what such a board says follows in words. */
const LEAST_PT = 5.8;

/** The pages that headings will stand on in a word processor, by their id: those of a report in which every board is followed by what it says. */
export function wordPages(
  report: Report,
  boards: readonly BoardScene[],
  sheet: ReportSheet,
): ReadonlyMap<string, number> {
  const all = new Set(boards.map(({ block }) => block.id));
  const pages = layPages(report, { sheet, measure: canvasMeasurer(), tooSmall: all });
  const entries = pages.flatMap((page) => (page.kind === 'contents' ? page.entries : []));
  return new Map(entries.map(({ id, page }) => [id, page]));
}

/**
 * What the print page is given for a report. Pages lie upright and across: all are printed on a square and cut out of it afterwards, since the engine prints
 * every page of a document on one size.
 */
export async function reportPrintJob(
  report: Report,
  boards: readonly BoardScene[],
  options: { readonly sheet: ReportSheet; readonly today: string; readonly readAsset: ReadAsset },
): Promise<PrintJob> {
  const { lang } = report;
  const { sheet, today, readAsset } = options;
  const measure = canvasMeasurer();
  const r = reportWords(lang);
  const tooSmall = new Set(boards.filter(({ smallestPt }) => smallestPt < LEAST_PT).map(({ block }) => block.id));
  const pages = layPages(report, { sheet, measure, tooSmall });
  const scenes = pageScenes(pages, report, {
    measure,
    lang,
    r,
    brand: translator(lang)('common.appName'),
    scenes: new Map(boards.map(({ block, scene }) => [block.id, scene])),
  });
  const images = new Map<string, string>();
  for (const { scene, sheet: paper } of boards)
    for (const [asset, url] of await pictureUrls(await posterPictures(scene, paper, readAsset))) images.set(asset, url);
  const [cover] = scenes;
  if (report.logo && cover) {
    // Largest there: boards draw the same picture.
    const paper = { widthMm: cover.width * MM_PER_POINT, heightMm: cover.height * MM_PER_POINT };
    for (const [asset, url] of await pictureUrls(await posterPictures(cover, paper, readAsset))) images.set(asset, url);
  }
  const side = Math.max(0, ...pages.flatMap(({ room }) => [room.width, room.height]));
  const square = { widthMm: side * MM_PER_POINT, heightMm: side * MM_PER_POINT };
  const placement: Placement = { viewWidth: side, viewHeight: side, left: 0, top: 0, pointsPerUnit: 1 };
  const title = `${report.title}, ${r('title').toLocaleLowerCase(lang)}`;
  const html = sceneToHtml(scenes, {
    ...square,
    placements: scenes.map(() => placement),
    title,
    lang,
    fontFolder: FONT_FOLDER,
    images,
  });
  const sizes = pages.map(({ room }) => ({ widthMm: room.width * MM_PER_POINT, heightMm: room.height * MM_PER_POINT }));
  return { html, ...square, pages: sizes, title, lang, date: today };
}
