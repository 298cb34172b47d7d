import type { BoardId, WorkshopId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { personasOf } from '@shared/exchange/personaSet';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { OpenedFile } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { desktop } from '@/platform/desktop';
import type { PersonaDecisions } from '@/session/incoming';
import type { SheetId } from '@/session/sheetRef';
import type { ImportMode } from '@/session/workspaceApi';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { appStore, closeDialog, openDialog, workspace } from './appStore';
import { showError } from './errors';
import { type FileProblem, showFileProblems } from './fileProblems';
import { isMarkdownName } from './library/personaFiles';
import { goHome, showWorkshop } from './navigate';
import type { LeavingAs } from './personalData';

/** The file code (zip, validation, migration) is only needed once a file is opened or written. */
const fileCode = () => import('./workshopFiles');

/** A dropped file above this is not even read into memory; the file reader has its own, finer limits. */
const MAX_DROPPED_BYTES = 1_000_000_000;

let answerImport: ((mode: ImportMode | null) => void) | null = null;

/** The import dialog's answer; null is "leave it". */
export function resolveImport(mode: ImportMode | null): void {
  closeDialog();
  answerImport?.(mode);
  answerImport = null;
}

/** The workshop's own document in a file. */
export const workshopOf = (bundle: WorkshopBundle): WorkshopDoc | null =>
  (bundle.docs[bundle.workshopId]?.doc as WorkshopDoc | undefined) ?? null;

const bundleTitle = (bundle: WorkshopBundle): string => workshopOf(bundle)?.info.title ?? '';

/** Asks what to do with a workshop that is here already. */
function askMode(bundle: WorkshopBundle): Promise<ImportMode | null> {
  answerImport?.(null);
  return new Promise((resolve) => {
    answerImport = resolve;
    openDialog({ kind: 'import', bundle, title: bundleTitle(bundle) });
  });
}

/** True for Markdown that holds personas: a journey may stand in one, too. */
async function isPersonaText({ name, bytes }: OpenedFile): Promise<boolean> {
  if (!isMarkdownName(name)) return false;
  return (await import('@shared/exchange/readPersonaMarkdown')).isPersonaMarkdown(bytes);
}

async function importOne(file: Result<OpenedFile>, problem: (found: FileProblem) => void): Promise<WorkshopId | null> {
  if (!file.ok) {
    problem(file.error);
    return null;
  }
  if (await isPersonaText(file.value)) {
    await (await import('./library/exchange')).importPersonaFiles([file]);
    return null;
  }
  const { isJourneyFile, importJourney } = await import('./journeyFiles');
  if (isJourneyFile(file.value)) {
    const found = await importJourney(file.value);
    if (found) problem(found);
    return null;
  }
  if (/\.json$/i.test(file.value.name)) {
    await (await import('./library/exchange')).importPersonaFiles([file]);
    return null;
  }
  const { isPersonaArchive, readFile } = await fileCode();
  const read = await readFile(file.value.bytes, file.value.name);
  if (!read.ok) {
    problem(read.error);
    return null;
  }
  const bundle = read.value;
  if (isPersonaArchive(bundle)) {
    await (await import('./library/exchange')).importPersonaSet(personasOf(bundle));
    return null;
  }
  const mode = workspace().knows(bundle.workshopId) ? await askMode(bundle) : 'new';
  if (!mode) return null;
  return importAs(bundle, mode, true);
}

/** Brings a workshop in; one that is on screen is released first, so that nothing writes over what arrives. */
async function importAs(bundle: WorkshopBundle, mode: ImportMode, asking = false): Promise<WorkshopId | null> {
  const decisions = asking && mode !== 'merge' ? await decide(bundle) : undefined;
  if (decisions === null) return null;
  if (appStore.getState().open?.id === bundle.workshopId && mode !== 'keep-both') await goHome();
  const imported = await workspace().importBundle(bundle, mode, decisions);
  if (!imported.ok) {
    showError(imported.error);
    return null;
  }
  const t = currentT();
  const title = bundleTitle(bundle);
  showToast({ icon: 'check', text: t(mode === 'merge' ? 'home.import.merged' : 'home.import.done', { title }) });
  return imported.value;
}

/** Asks about personas that the library has otherwise; null is "leave it". */
async function decide(bundle: WorkshopBundle): Promise<PersonaDecisions | null> {
  const set = personasOf(bundle);
  if (set.personas.length === 0) return new Map();
  return (await import('./library/exchange')).decideOn(set);
}

/** Opens files one after the other; the last one that worked is shown, those that did not are told of together. */
export async function openFiles(files: readonly Result<OpenedFile>[]): Promise<void> {
  let shown: WorkshopId | null = null;
  const problems: FileProblem[] = [];
  for (const file of files) shown = (await importOne(file, (found) => problems.push(found))) ?? shown;
  showFileProblems(problems);
  if (shown) await showWorkshop(shown);
}

export async function chooseAndOpenFiles(): Promise<void> {
  await openFiles(await desktop().chooseFilesToOpen());
}

/** Files the system handed over: double-click, a second start, the command line. */
export async function openPendingFiles(): Promise<void> {
  await openFiles(await desktop().takePendingFiles());
}

/** Files dropped on the window. */
export async function openDroppedFiles(list: readonly File[]): Promise<void> {
  const files = await Promise.all(
    list.map(async (file): Promise<Result<OpenedFile>> => {
      if (file.size > MAX_DROPPED_BYTES) {
        return {
          ok: false,
          error: { code: 'file-too-large', name: file.name, limitMb: MAX_DROPPED_BYTES / 1_000_000 },
        };
      }
      try {
        return { ok: true, value: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
      } catch (cause) {
        return { ok: false, error: { code: 'file-unreadable', name: file.name, detail: String(cause) } };
      }
    }),
  );
  await openFiles(files);
}

/** Opens the workshops that dropped pictures carry; false when none does, and they are pictures like any other. */
export async function openCarriers(list: readonly File[]): Promise<boolean> {
  const { carriesWorkshop } = await fileCode();
  const carriers: File[] = [];
  for (const file of list) {
    const bytes = file.size > MAX_DROPPED_BYTES ? null : await file.arrayBuffer().catch(() => null);
    if (bytes && carriesWorkshop(new Uint8Array(bytes), file.name)) carriers.push(file);
  }
  if (carriers.length > 0) await openDroppedFiles(carriers);
  return carriers.length > 0;
}

/** A name that every file system takes. */
export function fileNameFor(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = plain.replace(/^\.+|[. ]+$/g, '').slice(0, 120);
  return `${name || 'Personarium'}.personarium`;
}

/** Asks before personal data of real people leaves in a workshop's boards and personas; `as` says in what. */
export async function mayWorkshopLeave(bundle: WorkshopBundle, as: LeavingAs): Promise<boolean> {
  const { mayLeave } = await import('./personalData');
  const docs = Object.entries(bundle.docs) as unknown as readonly [SheetId, { readonly doc: unknown }][];
  const titles = workshopOf(bundle)?.boards ?? {};
  const sheets = docs.flatMap(([id, stored]) => {
    const doc = stored.doc as AnyDoc;
    if (doc.kind === 'workshop') return [];
    const title = doc.kind === 'persona' ? (doc as PersonaDoc).info.name : (titles[id as BoardId]?.title ?? '');
    return [{ id, kind: doc.kind, title, doc }];
  });
  return mayLeave(sheets, as, bundle.workshopId);
}

/** Writes a workshop as a file where the user says. */
export async function saveCopy(id: WorkshopId): Promise<void> {
  const t = currentT();
  const title =
    workspace()
      .library.getState()
      .workshops.find((card) => card.id === id)?.title ?? '';
  const bundle = await workspace().exportBundle(id);
  if (!bundle.ok) return showError(bundle.error);
  if (!(await mayWorkshopLeave(bundle.value, 'copy'))) return;
  const target = await desktop().chooseTarget({ suggestedName: fileNameFor(title), kind: 'personarium' });
  if (!target) return;
  const { writeFile } = await fileCode();
  const bytes = await writeFile(bundle.value, appStore.getState().boot?.appVersion ?? '');
  const written = await desktop().writeTarget({ token: target.token, name: null, bytes });
  if (!written.ok) return showError(written.error);
  const { token, name } = written.value;
  showToast({
    icon: 'check',
    text: t('common.save.copySaved', { name }),
    lastsMs: 8000,
    action: { label: t('common.showInFolder'), icon: 'folder-open', run: () => void desktop().showInFolder(token) },
  });
}

/** Puts a workshop back to one of its backups; what is here now is backed up first by the import. */
export async function restoreVersion(token: string, when: string): Promise<void> {
  const bytes = await desktop().snapshotRead(token);
  if (!bytes.ok) return showError(bytes.error);
  const { readFile } = await fileCode();
  const read = await readFile(bytes.value, 'workshop.personarium');
  if (!read.ok) return showError(read.error);
  const restored = await importAs(read.value, workspace().knows(read.value.workshopId) ? 'replace' : 'new');
  if (!restored) return;
  await showWorkshop(restored);
  showToast({ icon: 'clock-counter-clockwise', text: currentT()('home.versions.restored', { when }) });
}
