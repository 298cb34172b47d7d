import type { DocId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import type { Lang } from '@shared/i18n/lang';
import type { CliReport } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { REPORT_PARTS } from '@shared/report/model';
import { makeReport, type ReportFile, type ReportFormat, type ReportServices } from './makeReport';
import { reportSource } from './reportSource';
import { today } from './today';

interface Wanted extends Omit<CliReport, 'formats'> {
  readonly format: ReportFormat;
  readonly lang: Lang;
  /** Day it is made on; undefined for today. */
  readonly date: string | undefined;
}

/** The report that a command asks for. */
export function makeCliReport(
  docs: { readonly workshop: WorkshopDoc; readonly docOf: (id: DocId) => AnyDoc | null },
  { parts, sheet, theme, format, lang, date }: Wanted,
  services: ReportServices,
): Promise<Result<ReportFile>> {
  const wanted = parts.length === 0 ? REPORT_PARTS : REPORT_PARTS.filter((part) => parts.includes(part));
  const order = { parts: wanted, sheet, theme, format, lang, today: date ?? today() };
  return makeReport(reportSource(docs.workshop, docs.docOf), order, services);
}
