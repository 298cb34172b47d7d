import type { DocId } from '../../shared/base/ids';
import type { Lang } from '../../shared/i18n/translate';
import { boardsInOrder, personasInOrder } from '../../shared/model/workshopCommands';
import { buildReport } from '../../shared/report/buildReport';
import { REPORT_PARTS, type Report, type ReportSource, type SourceSheet } from '../../shared/report/model';
import { sampleOf } from './sampleScenes';

/** What a report of the sample workshop is made from. */
export function sampleReportSource(lang: Lang): ReportSource {
  const { workshop, docs } = sampleOf(lang);
  const sheet = (id: DocId, kind: SourceSheet['kind'], title: string): SourceSheet => {
    const doc = docs[id];
    if (!doc) throw new Error(`the sample has no ${id}`);
    return { id, kind, title, doc };
  };
  return {
    workshop: workshop.info,
    personas: personasInOrder(workshop).map(({ id }) => sheet(id, 'persona', '')),
    boards: boardsInOrder(workshop).map(({ id, kind, title }) => sheet(id, kind, title)),
  };
}

export const sampleReport = (lang: Lang): Report =>
  buildReport(sampleReportSource(lang), { lang, parts: REPORT_PARTS, today: '2026-11-27' });
