import type { PersonaId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { MOST_IN_ARCHIVE, personaParts } from '@shared/exchange/personaParts';
import type { LeftOut, PersonaSet } from '@shared/exchange/personaSet';
import type { Lang } from '@shared/i18n/lang';
import { translator } from '@shared/i18n/translate';
import type { OpenedFile } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import type { BroughtPersonas } from '@/session/bundles';
import { type IncomingPersona, isChanged, type PersonaDecisions } from '@/session/incoming';
import { closeToast, showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, closeDialog, openDialog, workspace } from '../appStore';
import { showError } from '../errors';
import { type FileProblem, showFileProblems } from '../fileProblems';
import { readPersonaFile, tableRows } from './personaFiles';
import { tellDone } from './steps';

export const EXCHANGE_FORMATS = ['personarium', 'csv', 'json', 'md'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** A toast that something else takes the place of. */
const LONG_MS = 600_000;

export const askExport = (ids: readonly PersonaId[]): void => {
  if (ids.length > 0) openDialog({ kind: 'persona-export', ids });
};

/** Language of a file of personas to be read, and whether their texts speak it too, where they are translated. */
export interface PersonasSpoken {
  readonly lang: Lang;
  readonly isTranslated: boolean;
}

/** Writes personas where the user says: as one file, or into a folder as several that another library reads together. */
export async function exportPersonas(
  ids: readonly PersonaId[],
  format: ExchangeFormat,
  spoken: PersonasSpoken,
): Promise<void> {
  const t = currentT();
  const { personas } = workspace().library.getState();
  const only = ids.length === 1 ? personas.find(({ id }) => id === ids[0])?.name : undefined;
  const title = only || t('library.exchange.fileName');
  const { fileNameFor } = await import('../files');
  // Thousands take a while to be read; nothing else would tell.
  if (ids.length > MOST_IN_ARCHIVE)
    showToast({ text: t('library.exchange.gathering', { count: ids.length }), lastsMs: LONG_MS });
  const set = await workspace().exportPersonas(ids);
  if (ids.length > MOST_IN_ARCHIVE) closeToast();
  if (!set.ok) return showError(set.error);
  if (!(await mayExport(set.value))) return;
  const parts = personaParts(set.value, format === 'personarium' ? 'archive' : 'text');
  const nameOf = (name: string) => fileNameFor(name).replace(/personarium$/, format);
  const place =
    parts.length === 1
      ? await desktop().chooseTarget({ suggestedName: nameOf(title), kind: format })
      : await desktop().chooseFolder();
  if (!place) return;
  let last = place;
  for (const [at, part] of parts.entries()) {
    const number = `${at + 1}`.padStart(`${parts.length}`.length, '0');
    const name = parts.length === 1 ? null : nameOf(`${title} ${number}`);
    if (name)
      showToast({ text: t('library.exchange.fileOf', { number: at + 1, count: parts.length }), lastsMs: LONG_MS });
    const bytes = await bytesOf(part, {
      ...spoken,
      format,
      title: name ? `${title} ${number}/${parts.length}` : title,
    });
    const written = await desktop().writeTarget({ token: place.token, name, bytes: new Uint8Array(bytes) });
    if (!written.ok) {
      closeToast();
      return showError(written.error);
    }
    last = written.value;
  }
  const { token, name } = last;
  showToast({
    icon: 'check',
    text:
      parts.length === 1
        ? t('library.exchange.written', { name })
        : t('library.exchange.writtenParts', { count: parts.length, folder: place.name }),
    lastsMs: 8000,
    action: { label: t('common.showInFolder'), icon: 'folder-open', run: () => void desktop().showInFolder(token) },
  });
}

/** Asks before personal data of real people leaves with its persona. */
async function mayExport({ personas }: PersonaSet): Promise<boolean> {
  const { mayLeave } = await import('../personalData');
  const sheets = personas.map(({ id, doc }) => ({ id, kind: doc.kind, title: doc.info.name, doc }));
  return mayLeave(sheets, 'personas', null);
}

interface PersonasFile extends PersonasSpoken {
  readonly format: ExchangeFormat;
  readonly title: string;
}

async function bytesOf(set: PersonaSet, { format, title, ...spoken }: PersonasFile): Promise<Uint8Array> {
  const facts = { appVersion: appStore.getState().boot?.appVersion ?? '', savedAt: new Date().toISOString() };
  switch (format) {
    case 'personarium':
      return (await import('@shared/exchange/personaArchive')).writePersonaArchive(set, title, facts);
    case 'csv':
      return (await import('@shared/exchange/personaCsv')).writePersonaCsv(set, spoken.lang);
    case 'json':
      return (await import('@shared/exchange/personaJson')).writePersonaJson(set, facts);
    case 'md':
      return markdownOf(set, spoken);
  }
}

async function markdownOf({ personas }: PersonaSet, { lang, isTranslated }: PersonasSpoken): Promise<Uint8Array> {
  const [{ writePersonaMarkdown }, { inLanguage }] = await Promise.all([
    import('@shared/exchange/personaMarkdown'),
    import('@shared/translate/texts'),
  ]);
  const read = isTranslated ? personas.map((one) => ({ ...one, doc: inLanguage(one.doc, lang) })) : personas;
  return writePersonaMarkdown({ personas: read }, { t: translator(lang), lang, isTranslated });
}

/** Lets the user choose files and takes their personas in. */
export async function chooseAndImportPersonas(): Promise<void> {
  await importPersonaFiles(await desktop().choosePersonaFiles());
}

/** Takes the personas of files in, one file after the other; those that cannot be read are told of together. */
export async function importPersonaFiles(files: readonly Result<OpenedFile>[]): Promise<void> {
  const problems: FileProblem[] = [];
  const brought: BroughtPersonas[] = [];
  const leftOut: LeftOut[] = [];
  const t = currentT();
  for (const [at, file] of files.entries()) {
    if (files.length > 1)
      showToast({ text: t('library.exchange.fileOf', { number: at + 1, count: files.length }), lastsMs: LONG_MS });
    const read = file.ok ? await readPersonaFile(file.value.bytes, file.value.name) : file;
    const done = read.ok ? await takeIn(read.value) : null;
    if (done) brought.push(done);
    if (done && read.ok && read.value.leftOut) leftOut.push(read.value.leftOut);
    if (!read.ok) problems.push(read.error);
  }
  if (files.length > 1) closeToast();
  tellBrought(brought, leftOut);
  showFileProblems(problems);
}

/** Takes personas in, after asking about those that differ; nothing happens when that is not answered. */
export async function importPersonaSet(set: PersonaSet): Promise<void> {
  const done = await takeIn(set);
  if (done) tellBrought([done], set.leftOut ? [set.leftOut] : []);
}

async function takeIn(set: PersonaSet): Promise<BroughtPersonas | null> {
  const decisions = await decideOn(set);
  if (!decisions) return null;
  const done = await workspace().importPersonas(set, decisions);
  if (done.ok) return done.value;
  showError(done.error);
  return null;
}

/** Rows and headings that are named; of more only the number is said. */
const MOST_NAMED = 8;

/** What of tables did not come in, a sentence each for rows and columns. */
function leftOutTexts(leftOut: readonly LeftOut[]): readonly string[] {
  const t = currentT();
  const rows = leftOut.flatMap((one) => one.rows);
  const columns = [...new Set(leftOut.flatMap((one) => one.columns))];
  const listed = (all: readonly (string | number)[]) =>
    all.slice(0, MOST_NAMED).join(', ') + (all.length > MOST_NAMED ? ', …' : '');
  return [
    ...(rows.length > 0 ? [t('library.exchange.nameless', { count: rows.length, rows: listed(rows) })] : []),
    ...(columns.length > 0 ? [t('library.exchange.unknown', { count: columns.length, columns: listed(columns) })] : []),
  ];
}

/** Says what came in, of all files together, and what of them did not; the toast takes all of it back. */
function tellBrought(brought: readonly BroughtPersonas[], leftOut: readonly LeftOut[]): void {
  if (brought.length === 0) return;
  const t = currentT();
  const added = brought.flatMap((one) => one.added);
  const changed = new Set(brought.flatMap((one) => [...one.changed.keys()]));
  const same = brought.reduce((count, one) => count + one.same, 0);
  if (added.length === 0 && changed.size === 0) {
    const nothing = t(brought.length > 1 ? 'library.exchange.nothingInFiles' : 'library.exchange.nothing');
    showToast({ icon: 'check', text: [nothing, ...leftOutTexts(leftOut)].join(' '), lastsMs: 8000 });
    return;
  }
  const parts = [
    added.length > 0 && t('library.exchange.added', { count: added.length }),
    changed.size > 0 && t('library.exchange.changed', { count: changed.size }),
    same > 0 && t('library.exchange.same', { count: same }),
  ].filter((part) => part !== false);
  const text = leftOut.length > 0 ? [`${parts.join(', ')}.`, ...leftOutTexts(leftOut)].join(' ') : parts.join(', ');
  tellDone({ icon: 'check', text, before: beforeImport(brought), takeBack });
}

/** What personas were before each file that brought them, the first file first; null where it was not there. */
type BeforeImport = ReadonlyMap<PersonaId, readonly (PersonaDoc | null)[]>;

function beforeImport(brought: readonly BroughtPersonas[]): Map<PersonaId, readonly (PersonaDoc | null)[]> {
  const before = new Map<PersonaId, readonly (PersonaDoc | null)[]>();
  const note = (id: PersonaId, was: PersonaDoc | null) => before.set(id, [...(before.get(id) ?? []), was]);
  for (const { added, changed } of brought) {
    for (const id of added) note(id, null);
    for (const [id, version] of changed) note(id, version);
  }
  return before;
}

/** What came in goes to the trash, what was changed says again what it said: the last file first. */
async function takeBack(before: BeforeImport): Promise<void> {
  const added = [...before].flatMap(([id, all]) => (all.includes(null) ? [id] : []));
  const trashed = await workspace().trashPersonas(added);
  if (!trashed.ok) return showError(trashed.error);
  for (const [id, all] of before) {
    const versions = all.filter((one) => one !== null);
    if (versions.length === 0) continue;
    const opened = await workspace().openDoc<PersonaDoc>(id);
    if (!opened.ok) return showError(opened.error);
    for (const version of versions.toReversed()) opened.value.run(restoreVersion, { version });
    await opened.value.close();
  }
}

let answer: ((decisions: PersonaDecisions | null) => void) | null = null;

/** The answer to the question about personas that differ; null is "leave it". */
export function resolveDecisions(decisions: PersonaDecisions | null): void {
  closeDialog();
  answer?.(decisions);
  answer = null;
}

/** What becomes of each persona that differs; empty when none does, null when the user leaves it. */
export async function decideOn(set: PersonaSet): Promise<PersonaDecisions | null> {
  const changed: readonly IncomingPersona[] = (await workspace().comparePersonas(set)).filter(isChanged);
  if (changed.length === 0) return new Map();
  answer?.(null);
  return new Promise((resolve) => {
    answer = resolve;
    openDialog({ kind: 'persona-compare', incoming: changed });
  });
}

/** True for a table whose headings are those of personas; then it is imported, not explored. */
export async function isPersonaTable(file: File): Promise<boolean> {
  if (!/\.csv$/i.test(file.name)) return false;
  const rows = await tableRows(file.slice(0, 64 * 1024), file.name).catch(() =>
    fail({ code: 'no-personas', name: '' }),
  );
  const { isPersonaHeader } = await import('@shared/exchange/personaCsv');
  return rows.ok && isPersonaHeader(rows.value[0] ?? []);
}

/** Files dropped on the library: tables, JSON and Markdown of personas come in. */
export async function importDropped(list: readonly File[]): Promise<void> {
  const files = await Promise.all(
    list.map(async (file): Promise<Result<OpenedFile>> => {
      try {
        return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch (cause) {
        return fail({ code: 'file-unreadable', name: file.name, detail: String(cause) });
      }
    }),
  );
  await importPersonaFiles(files);
}
