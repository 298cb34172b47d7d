import { fail, ok, type Result } from '@shared/base/result';
import type { DesktopApi } from '@shared/ipc';
import type { ReportTheme } from '@shared/poster/posterSetup';
import { buildReport } from '@shared/report/buildReport';
import { reportMarkdown } from '@shared/report/markdown';
import type { ReportRequest, ReportSource } from '@shared/report/model';
import type { ReportSheet } from '@shared/report/pages/pageType';
import { reportWords } from '@shared/report/reportWords';
import type { Bytes } from '@/export/bandPng';
import { lookForPictures, lostPictures } from '@/export/lostPictures';
import { loadFonts } from '@/platform/fonts';
import type { ReadAsset } from '@/platform/pictures';
import { boardScenes } from './boardScenes';
import { reportPrintJob, wordPages } from './reportPdf';
import { reportPictures } from './reportPictures';

export const REPORT_FORMATS = ['pdf', 'docx', 'md'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOrder extends ReportRequest {
  readonly sheet: ReportSheet;
  /** Colours of the boards in it. */
  readonly theme: ReportTheme;
  readonly format: ReportFormat;
}

export interface ReportServices {
  readonly printPdf: DesktopApi['printPdf'];
  readonly readAsset: ReadAsset;
}

export interface ReportFile {
  /** A plain file name with its extension. */
  readonly name: string;
  readonly bytes: Bytes;
}

/** The title of a workshop as part of a name of a file, plain on every system. */
export function workshopName(title: string, lang: ReportOrder['lang']): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, 100)
    .trim();
  return plain || reportWords(lang)('untitled');
}

/** `Boutique Commerce rapport d’atelier fr.pdf`. */
export const reportName = (title: string, { lang, format }: Pick<ReportOrder, 'lang' | 'format'>): string =>
  `${workshopName(title, lang)} ${reportWords(lang)('title').toLocaleLowerCase(lang)} ${lang}.${format}`;

/**
 * The file of a report: the only way from a workshop to one, for the dialog and the command line alike. The same source and order give the same bytes. Fails with
 * `export-failed`; never gives a partial file.
 */
export async function makeReport(
  source: ReportSource,
  order: ReportOrder,
  services: ReportServices,
): Promise<Result<ReportFile>> {
  try {
    const bytes = await bytesOf(source, order, services);
    return bytes.ok ? ok({ name: reportName(source.workshop.title, order), bytes: bytes.value as Bytes }) : bytes;
  } catch (error) {
    return fail({ code: 'export-failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

async function bytesOf(
  source: ReportSource,
  order: ReportOrder,
  services: ReportServices,
): Promise<Result<Uint8Array>> {
  const whole = buildReport(source, order);
  if (order.format === 'md') return ok(reportMarkdown(whole));
  const sheets = [...source.personas, ...source.boards].map(({ doc }) => doc);
  await Promise.all([loadFonts(), lookForPictures([sheets, whole.logo], services.readAsset)]);
  // A logo that is gone leaves no gap, as on posters.
  const report = lostPictures(whole.logo).size > 0 ? { ...whole, logo: null } : whole;
  const boards = await boardScenes(report, source, order);
  if (order.format === 'pdf')
    return services.printPdf(await reportPrintJob(report, boards, { ...order, readAsset: services.readAsset }));
  const [{ reportDocx }, pictures] = await Promise.all([
    import('@shared/report/docx/reportDocx'),
    reportPictures(report, boards, services.readAsset),
  ]);
  return pictures.ok
    ? ok(reportDocx(report, { ...order, pictures: pictures.value, pageOf: wordPages(report, boards, order.sheet) }))
    : pictures;
}
