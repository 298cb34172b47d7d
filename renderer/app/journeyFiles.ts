import type { AppError } from '@shared/base/appError';
import type { PersonaId } from '@shared/base/ids';
import { fail, type Result } from '@shared/base/result';
import type { EmotionPoint, JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type Lang, type TranslateFn, translator } from '@shared/i18n/translate';
import type { OpenedFile } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore } from './appStore';
import { showError } from './errors';
import { newId } from './newId';

export const JOURNEY_FORMATS = ['xlsx', 'csv', 'mmd', 'ojf', 'xml', 'md'] as const;
export type JourneyFormat = (typeof JOURNEY_FORMATS)[number];

/** Larger files of a journey are none. */
const LIMIT_MB = 64;

/** The names of the workshop's personas. */
const personaNames = (): Readonly<Record<PersonaId, string>> =>
  Object.fromEntries(
    Object.entries(appStore.getState().open?.personas.getState() ?? {}).map(([id, { info }]) => [id, info.name]),
  ) as Record<PersonaId, string>;

/** The journey on screen. */
export function journeyOnScreen(): JourneyMapDoc | null {
  const { open, boardId } = appStore.getState();
  const doc = boardId ? open?.boardNow(boardId)?.store.getState().doc : null;
  return doc?.kind === 'journey-map' ? (doc as unknown as JourneyMapDoc) : null;
}

/** Language of a journey's file, and how its texts read in it. */
export interface JourneySpoken {
  readonly lang: Lang;
  readonly read: (doc: JourneyMapDoc) => JourneyMapDoc;
}

/** Writes the journey on screen as a file where the user says. */
export function exportJourney(format: JourneyFormat, { lang, read }: JourneySpoken): Promise<void> {
  const t = translator(lang);
  return writeOfJourney(
    format,
    (doc) => read(doc).info.title.trim() || t('journey.name'),
    (doc) => bytesOf(read(doc), format, { t, lang }),
  );
}

/** Writes something of the journey on screen, once nobody minds what leaves with it. */
export async function writeOfJourney(
  format: JourneyFormat,
  titleOf: (doc: JourneyMapDoc) => string,
  bytesFor: (doc: JourneyMapDoc) => Promise<Uint8Array>,
): Promise<void> {
  const t = currentT();
  const doc = journeyOnScreen();
  const { boardId } = appStore.getState();
  if (!doc || !boardId) return;
  const title = titleOf(doc);
  const { mayLeave } = await import('./personalData');
  if (!(await mayLeave([{ id: boardId, kind: 'journey-map', title, doc }], 'copy', null))) return;
  const { fileNameFor } = await import('./files');
  const suggestedName = fileNameFor(title).replace(/personarium$/, format);
  const target = await desktop().chooseTarget({ suggestedName, kind: format });
  if (!target) return;
  const bytes = new Uint8Array(await bytesFor(doc));
  const written = await desktop().writeTarget({ token: target.token, name: null, bytes });
  if (!written.ok) return showError(written.error);
  const { token, name } = written.value;
  showToast({
    icon: 'check',
    text: t('library.exchange.written', { name }),
    lastsMs: 8000,
    action: { label: t('common.showInFolder'), icon: 'folder-open', run: () => void desktop().showInFolder(token) },
  });
}

interface FileWords {
  readonly t: TranslateFn;
  readonly lang: Lang;
}

async function bytesOf(doc: JourneyMapDoc, format: JourneyFormat, { t, lang }: FileWords): Promise<Uint8Array> {
  switch (format) {
    case 'mmd':
      return (await import('@shared/exchange/journeyMermaid')).writeMermaid(doc, { t, names: personaNames() });
    case 'ojf':
      return (await import('@shared/exchange/journeyOjf')).writeOjf(doc, t);
    case 'xml':
      return (await import('@shared/exchange/journeyCjml')).writeCjml(doc, { t, names: personaNames() });
    case 'md': {
      const personas = appStore.getState().open?.personas.getState() ?? {};
      return (await import('@shared/exchange/journeyMarkdown')).writeJourneyMarkdown(doc, { t, lang, personas });
    }
    default: {
      const { journeyRows } = await import('@shared/exchange/journeyRows');
      const rows = journeyRows(doc, lang);
      if (format === 'csv') return (await import('@shared/exchange/csvText')).csvBytes(rows, lang);
      const [{ xlsxBytes }, { NUMBER_COLUMNS }] = await Promise.all([
        import('@shared/exchange/xlsx'),
        import('@shared/exchange/journeyColumns'),
      ]);
      return xlsxBytes(rows, t('analysis.files.sheet'), NUMBER_COLUMNS);
    }
  }
}

const isOjfText = (bytes: Uint8Array): boolean =>
  /^[\s\uFEFF]*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64))) &&
  /"swimlanes"\s*:/.test(new TextDecoder().decode(bytes));

/** True for files that are read as a journey: by their ending; JSON, by what it holds. */
export const isJourneyFile = ({ name, bytes }: OpenedFile): boolean =>
  /\.(xlsx|csv|mmd|mermaid|ojf|xml|md|markdown)$/i.test(name) ||
  (/\.json$/i.test(name) && bytes.length <= LIMIT_MB * 1_000_000 && isOjfText(bytes));

async function readJourney({ name, bytes }: OpenedFile): Promise<Result<JourneyMapDoc>> {
  if (bytes.length > LIMIT_MB * 1_000_000) return fail({ code: 'file-too-large', name, limitMb: LIMIT_MB });
  if (/\.(mmd|mermaid|md|markdown)$/i.test(name))
    return (await import('@shared/exchange/journeyMermaid')).readMermaid(bytes, name, newId, personaNames());
  if (/\.(ojf|json)$/i.test(name)) return (await import('@shared/exchange/journeyOjf')).readOjf(bytes, name, newId);
  if (/\.xml$/i.test(name)) return readXml(bytes, name);
  const rows = await rowsOf(new Blob([new Uint8Array(bytes)]), name);
  return rows.ok ? (await import('@shared/exchange/journeyRows')).journeyFromRows(rows.value, newId, name) : rows;
}

async function readXml(bytes: Uint8Array, name: string): Promise<Result<JourneyMapDoc>> {
  const [{ xmlTree }, { readCjml }] = await Promise.all([
    import('@/tables/xmlTree'),
    import('@shared/exchange/journeyCjml'),
  ]);
  const root = xmlTree(bytes);
  return root ? readCjml(root, name, newId) : fail({ code: 'no-journey', name });
}

/** The rows of a CSV or of the first sheet of a workbook, or only its first ones. Fails with `no-journey` for what is neither. */
async function rowsOf(file: Blob, name: string, onlyFirst = false): Promise<Result<readonly (readonly string[])[]>> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b) {
    const rows = await (await import('./library/personaFiles')).tableRows(file, name);
    return rows.ok || rows.error.code === 'file-invalid' ? rows : fail({ code: 'no-journey', name });
  }
  const { openWorkbook, workbookRows } = await import('@/tables/workbookRows');
  try {
    const workbook = openWorkbook(new Uint8Array(await file.arrayBuffer()));
    const [sheet] = workbook.sheets;
    const rows: (readonly string[])[] = [];
    if (sheet)
      for (const batch of workbookRows(workbook, sheet)) {
        for (const row of batch.rows) rows.push(row);
        if (onlyFirst) break;
      }
    return { ok: true, value: rows };
  } catch {
    return fail({ code: 'no-journey', name });
  }
}

/** The first line of a file; headings of ours have no break in them. */
async function firstLine(file: File): Promise<Blob> {
  const bytes = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  const end = bytes.indexOf(0x0a);
  return new Blob([end < 0 ? bytes : bytes.subarray(0, end + 1)]);
}

/** True for a table whose headings are those of a journey; then it is imported, not explored. */
export async function isJourneyTable(file: File): Promise<boolean> {
  if (!/\.(csv|xlsx)$/i.test(file.name) || file.size > LIMIT_MB * 1_000_000) return false;
  const rows = await rowsOf(/\.csv$/i.test(file.name) ? await firstLine(file) : file, file.name, true);
  const { isJourneyHeader } = await import('@shared/exchange/journeyRows');
  return rows.ok && isJourneyHeader(rows.value[0] ?? []);
}

/** The map without personas that the workshop has not: their points are nobody's then. */
function withKnownPersonas(doc: JourneyMapDoc, known: Readonly<Record<PersonaId, string>>): JourneyMapDoc {
  const isKnown = (id: PersonaId | null): boolean => id !== null && Object.hasOwn(known, id);
  const points = Object.values<EmotionPoint>(doc.emotionPoints).map((point) => [
    point.id,
    isKnown(point.personaId) ? point : { ...point, personaId: null },
  ]);
  return {
    ...doc,
    info: { ...doc.info, personaIds: doc.info.personaIds.filter(isKnown) },
    emotionPoints: Object.fromEntries(points) as JourneyMapDoc['emotionPoints'],
  };
}

/** Takes a journey in: as a board of the open workshop, else in a workshop of its own. What went wrong, or null. */
export async function importJourney(file: OpenedFile): Promise<AppError | null> {
  const read = await readJourney(file);
  if (!read.ok) return read.error;
  const t = currentT();
  const doc = withKnownPersonas(read.value, personaNames());
  const title = doc.info.title.trim() || file.name.replace(/\.[^.]*$/, '').slice(0, 120);
  const { open, boardId } = appStore.getState();
  if (open && !open.alone) {
    const { addDocument, freeTabTitle } = await import('./boards');
    if (!(await addDocument(doc, freeTabTitle(title), boardId))) return null;
  } else {
    const { createWorkshopWith } = await import('./workshops');
    if (!(await createWorkshopWith(doc, title, t('journey.state.current')))) return null;
  }
  showToast({ icon: 'check', text: t('analysis.files.imported', { title }) });
  return null;
}
