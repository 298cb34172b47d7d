import type { DocId } from '@shared/base/ids';
import type { Lang } from '@shared/i18n/lang';
import type { AnyDoc } from '@shared/model/document';
import { boardsInOrder } from '@shared/model/workshopCommands';
import type { ReportSource } from '@shared/report/model';
import { inLanguage } from '@shared/translate/texts';
import { workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { mayLeave } from '@/app/personalData';
import { desktop } from '@/platform/desktop';
import { type DataFormat, dataFiles, dataName } from '@/report/dataFiles';
import { makeReport, type ReportFile, type ReportOrder, reportName } from '@/report/makeReport';
import { reportSource } from '@/report/reportSource';
import type { SheetId } from '@/session/sheetRef';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';

/** The workshop on screen as its report reads it. */
export interface ReportTexts {
  /** Every document of it. */
  readonly docs: readonly AnyDoc[];
  /** Texts as they were written. */
  readonly source: ReportSource;
  /** Texts as they read in a language, where they are translated into it. */
  readonly readIn: (lang: Lang) => ReportSource;
}

/** Every board and persona of the workshop on screen; boards that were not visited yet are read. */
export async function readReportTexts(open: OpenWorkshop): Promise<ReportTexts> {
  const { doc: workshop } = open.session.store.getState();
  const docs = new Map<DocId, AnyDoc>();
  for (const { id } of boardsInOrder(workshop)) {
    const board = await open.board(id);
    if (board.ok) docs.set(id, board.value.store.getState().doc);
  }
  const personas = open.personas.getState() as Readonly<Record<string, AnyDoc>>;
  const docOf = (id: DocId) => docs.get(id) ?? personas[id] ?? null;
  const said = (id: DocId, lang: Lang) => {
    const doc = docOf(id);
    return doc && inLanguage(doc, lang);
  };
  const source = reportSource(workshop, docOf);
  return {
    docs: [workshop, ...[...source.boards, ...source.personas].map(({ doc }) => doc)],
    source,
    readIn: (lang) => reportSource(inLanguage(workshop, lang), (id) => said(id, lang)),
  };
}

/** In which languages something leaves, and what it says in each. */
export interface Spoken {
  readonly langs: readonly [Lang, ...Lang[]];
  readonly sourceIn: (lang: Lang) => ReportSource;
}

/** Writes a report in each language where the person says. `onMaking` tells when the dialog of the system was answered. */
export function saveReport(
  { langs, sourceIn }: Spoken,
  order: Omit<ReportOrder, 'lang'>,
  onMaking: () => void,
): Promise<void> {
  const { printPdf } = desktop();
  const [first, ...more] = langs;
  const suggestedName = reportName(sourceIn(first).workshop.title, { ...order, lang: first });
  const made = langs.map((lang) => async (): Promise<readonly ReportFile[] | null> => {
    const file = await makeReport(sourceIn(lang), { ...order, lang }, { printPdf, readAsset: workspace().readAsset });
    if (file.ok) return [file.value];
    showError(file.error);
    return null;
  });
  return saveFiles(made, more.length > 0 ? null : { suggestedName, kind: order.format }, onMaking);
}

/** Writes the tables of a workshop in each language where the person says: a workbook, or a folder of files. */
export function saveData({ langs, sourceIn }: Spoken, format: DataFormat, onMaking: () => void): Promise<void> {
  const [first, ...more] = langs;
  const suggestedName = dataName(sourceIn(first).workshop.title, first);
  const isFolder = format === 'csv' || more.length > 0;
  const made = langs.map((lang) => () => dataFiles(sourceIn(lang), lang, format));
  return saveFiles(made, isFolder ? null : { suggestedName, kind: 'xlsx' }, onMaking);
}

/** Writes files one after the other, each as soon as it is made: one under the name that the person gives, or all into a folder. What gives null has failed, and said so. */
async function saveFiles(
  made: readonly (() => Promise<readonly ReportFile[] | null>)[],
  single: { readonly suggestedName: string; readonly kind: ReportOrder['format'] | DataFormat } | null,
  onMaking: () => void,
): Promise<void> {
  const target = await (single ? desktop().chooseTarget(single) : desktop().chooseFolder());
  if (!target) return;
  onMaking();
  let last = target;
  for (const make of made) {
    const files = await make();
    if (!files) return;
    for (const { name, bytes } of files) {
      const written = await desktop().writeTarget({ token: target.token, name: single ? null : name, bytes });
      if (!written.ok) return showError(written.error);
      last = written.value;
    }
  }
  const t = currentT();
  showToast({
    icon: 'check',
    text: t('library.exchange.written', { name: single ? last.name : target.name }),
    lastsMs: 8000,
    action: {
      label: t('common.showInFolder'),
      icon: 'folder-open',
      run: () => void desktop().showInFolder(last.token),
    },
  });
}

/** Asks before personal data of real people leaves with a report. */
export const mayReportLeave = ({ personas, boards }: ReportSource): Promise<boolean> =>
  mayLeave(
    [...personas, ...boards].map(({ id, kind, title, doc }) => ({ id: id as SheetId, kind, title, doc })),
    'copy',
    null,
  );
