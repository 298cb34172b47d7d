import type { PersonaId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { PersonaSet } from '@shared/exchange/personaSet';
import type { Lang } from '@shared/i18n/lang';
import { translator } from '@shared/i18n/translate';
import type { OpenedFile } from '@shared/ipc';
import { desktop } from '@/platform/desktop';
import type { BroughtPersonas } from '@/session/bundles';
import { type IncomingPersona, isChanged, type PersonaDecisions } from '@/session/incoming';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, closeDialog, openDialog, workspace } from '../appStore';
import { showError } from '../errors';
import { type FileProblem, showFileProblems } from '../fileProblems';
import { readPersonaFile, tableRows } from './personaFiles';

export const EXCHANGE_FORMATS = ['personarium', 'csv', 'json', 'md'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Most personas of a Personarium file: each has two entries in the archive, and as many again may be pictures. */
export const MOST_IN_ARCHIVE = 900;

export const askExport = (ids: readonly PersonaId[]): void => {
  if (ids.length > 0) openDialog({ kind: 'persona-export', ids });
};

/** Language of a file of personas, and how their texts read in it. */
export interface PersonasSpoken {
  readonly lang: Lang;
  readonly read: (set: PersonaSet) => PersonaSet;
}

/** Writes personas as one file where the user says. */
export async function exportPersonas(
  ids: readonly PersonaId[],
  format: ExchangeFormat,
  { lang, read }: PersonasSpoken,
): Promise<void> {
  const t = currentT();
  const { personas } = workspace().library.getState();
  const only = ids.length === 1 ? personas.find(({ id }) => id === ids[0])?.name : undefined;
  const title = only || t('library.exchange.fileName');
  const { fileNameFor } = await import('../files');
  const suggestedName = fileNameFor(title).replace(/personarium$/, format);
  const set = await workspace().exportPersonas(ids);
  if (!set.ok) return showError(set.error);
  if (!(await mayExport(set.value))) return;
  const target = await desktop().chooseTarget({ suggestedName, kind: format });
  if (!target) return;
  const bytes = await bytesOf(read(set.value), { format, lang, title });
  const written = await desktop().writeTarget({ token: target.token, name: null, bytes: new Uint8Array(bytes) });
  if (!written.ok) return showError(written.error);
  const { token, name } = written.value;
  showToast({
    icon: 'check',
    text: t('library.exchange.written', { name }),
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

interface PersonasFile {
  readonly format: ExchangeFormat;
  readonly lang: Lang;
  readonly title: string;
}

async function bytesOf(set: PersonaSet, { format, lang, title }: PersonasFile): Promise<Uint8Array> {
  const facts = { appVersion: appStore.getState().boot?.appVersion ?? '', savedAt: new Date().toISOString() };
  switch (format) {
    case 'personarium':
      return (await import('@shared/exchange/personaArchive')).writePersonaArchive(set, title, facts);
    case 'csv':
      return (await import('@shared/exchange/personaCsv')).writePersonaCsv(set, lang);
    case 'json':
      return (await import('@shared/exchange/personaJson')).writePersonaJson(set, facts);
    case 'md':
      return (await import('@shared/exchange/personaMarkdown')).writePersonaMarkdown(set, {
        t: translator(lang),
        lang,
      });
  }
}

/** Lets the user choose files and takes their personas in. */
export async function chooseAndImportPersonas(): Promise<void> {
  await importPersonaFiles(await desktop().choosePersonaFiles());
}

/** Takes the personas of files in, one file after the other; those that cannot be read are told of together. */
export async function importPersonaFiles(files: readonly Result<OpenedFile>[]): Promise<void> {
  const problems: FileProblem[] = [];
  for (const file of files) {
    const read = file.ok ? await readPersonaFile(file.value.bytes, file.value.name) : file;
    if (read.ok) await importPersonaSet(read.value);
    else problems.push(read.error);
  }
  showFileProblems(problems);
}

/** Takes personas in, after asking about those that differ; nothing happens when that is not answered. */
export async function importPersonaSet(set: PersonaSet): Promise<void> {
  const decisions = await decideOn(set);
  if (!decisions) return;
  const done = await workspace().importPersonas(set, decisions);
  if (!done.ok) return showError(done.error);
  const t = currentT();
  const { added, changed, same } = done.value;
  const parts = [
    added.length > 0 && t('library.exchange.added', { count: added.length }),
    changed.size > 0 && t('library.exchange.changed', { count: changed.size }),
    same > 0 && t('library.exchange.same', { count: same }),
  ].filter((part) => part !== false);
  if (added.length === 0 && changed.size === 0) {
    showToast({ icon: 'check', text: t('library.exchange.nothing') });
    return;
  }
  showToast({
    icon: 'check',
    text: parts.join(', '),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => void takeBack(done.value) },
  });
}

/** What came in goes to the trash, what was changed says again what it said. */
async function takeBack({ added, changed }: BroughtPersonas): Promise<void> {
  const trashed = await workspace().trashPersonas(added);
  if (!trashed.ok) return showError(trashed.error);
  for (const [id, version] of changed) {
    const opened = await workspace().openDoc<PersonaDoc>(id);
    if (!opened.ok) return showError(opened.error);
    opened.value.run(restoreVersion, { version });
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

/** Files dropped on the library: tables and JSON of personas come in. */
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
