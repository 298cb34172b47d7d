import type { DocId } from '@shared/base/ids';
import type { Lang } from '@shared/i18n/lang';
import type { AnyDoc } from '@shared/model/document';
import { boardsInOrder } from '@shared/model/workshopCommands';
import type { ReportSource } from '@shared/report/model';
import { workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { mayLeave } from '@/app/personalData';
import { desktop } from '@/platform/desktop';
import { type DataFormat, dataFiles, dataName } from '@/report/dataFiles';
import { makeReport, type ReportOrder, reportName } from '@/report/makeReport';
import { reportSource } from '@/report/reportSource';
import type { SheetId } from '@/session/sheetRef';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';

/** Every board and persona of the workshop on screen; boards that were not visited yet are read. */
export async function readReportSource(open: OpenWorkshop): Promise<ReportSource> {
  const { doc: workshop } = open.session.store.getState();
  const docs = new Map<DocId, AnyDoc>();
  for (const { id } of boardsInOrder(workshop)) {
    const board = await open.board(id);
    if (board.ok) docs.set(id, board.value.store.getState().doc);
  }
  const personas = open.personas.getState() as Readonly<Record<string, AnyDoc>>;
  return reportSource(workshop, (id) => docs.get(id) ?? personas[id] ?? null);
}

/** Writes a report where the person says, once nobody minds what leaves with it. `onMaking` tells when the dialog of the system was answered. */
export async function saveReport(source: ReportSource, order: ReportOrder, onMaking: () => void): Promise<void> {
  const suggestedName = reportName(source.workshop.title, order);
  const target = await desktop().chooseTarget({ suggestedName, kind: order.format });
  if (!target) return;
  onMaking();
  const { printPdf } = desktop();
  const file = await makeReport(source, order, { printPdf, readAsset: workspace().readAsset });
  if (!file.ok) return showError(file.error);
  const written = await desktop().writeTarget({ token: target.token, name: null, bytes: file.value.bytes });
  if (!written.ok) return showError(written.error);
  showWritten(written.value, written.value.name);
}

/** Writes the tables of a workshop where the person says: a workbook, or a folder of files. */
export async function saveData(
  source: ReportSource,
  { lang, format }: { readonly lang: Lang; readonly format: DataFormat },
  onMaking: () => void,
): Promise<void> {
  const suggestedName = dataName(source.workshop.title, lang);
  const isFolder = format === 'csv';
  const target = await (isFolder ? desktop().chooseFolder() : desktop().chooseTarget({ suggestedName, kind: 'xlsx' }));
  if (!target) return;
  onMaking();
  let last = target;
  for (const { name, bytes } of await dataFiles(source, lang, format)) {
    const written = await desktop().writeTarget({ token: target.token, name: isFolder ? name : null, bytes });
    if (!written.ok) return showError(written.error);
    last = written.value;
  }
  showWritten(last, isFolder ? target.name : last.name);
}

function showWritten({ token }: { readonly token: string }, name: string): void {
  const t = currentT();
  showToast({
    icon: 'check',
    text: t('library.exchange.written', { name }),
    lastsMs: 8000,
    action: { label: t('common.showInFolder'), run: () => void desktop().showInFolder(token) },
  });
}

/** Asks before personal data of real people leaves with a report. */
export const mayReportLeave = ({ personas, boards }: ReportSource): Promise<boolean> =>
  mayLeave(
    [...personas, ...boards].map(({ id, kind, title, doc }) => ({ id: id as SheetId, kind, title, doc })),
    'copy',
    null,
  );
