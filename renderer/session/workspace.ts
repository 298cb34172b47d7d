import type { AssetHash, DocId, Id, NewId, PersonaId, WorkshopId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { sha256 } from '@shared/file/sha256';
import type { DesktopApi, JournalStatus } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import { nanoid } from 'nanoid';
import { createStore } from 'zustand/vanilla';
import { createDocumentStore } from '@/storage/documentStore';
import {
  askToPersist,
  type NameMemory,
  type OpenedDatabase,
  type OpeningPorts,
  openDatabase,
  recreateDatabase,
} from '@/storage/openDatabase';
import { type BackupReader, type Backups, createBackupReader, createBackups } from './backups';
import { type Bundles, createBundles } from './bundles';
import { createCatalog } from './catalog';
import { saveOnLeaving } from './closing';
import { answered, type Core, createStores, giveUp, readJournalAsset } from './core';
import { createDocuments, type Documents } from './documents';
import type { ErasePorts } from './erase';
import { setMeta } from './facts';
import { createHealingStore, type HealingStore } from './heal';
import { loadDocument } from './loadDocument';
import { createRecords, type Records } from './records';
import { recover, repairReport, soundEntries } from './recovery';
import type { RecoveryReport } from './recoveryReport';
import { createSearch, type Search } from './search/search';
import type { Session } from './session';
import { renewSummaries } from './summaries';
import { exposeWorkspace } from './testHook';
import { createVersions, type Versions } from './versions';
import type { Workspace } from './workspaceApi';
import { createWriter } from './writer';

export interface WorkspacePorts {
  /** Clock, epoch ms. */
  readonly now?: () => number;
  readonly newId?: NewId;
  /** How long the database may take to open. */
  readonly openMs?: number;
  /** What the last start knew. */
  readonly hints?: Promise<StartHints>;
}

export interface StartHints {
  /** Name of the database in use; empty for the first one. */
  readonly database: string;
  /** Documents that will be asked for first. */
  readonly docs: readonly DocId[];
}
const NO_HINTS: StartHints = { database: '', docs: [] };

const CATCH_UP_MS = 60_000;

/**
 * Opens everything stored on this computer. The journal is asked first: where a newer app wrote it, nothing else is touched. Rejects with
 * an `AppError` (`storage-newer`, `storage-unopenable`, `disk-full`); then there is no workspace, and never an empty one in its place.
 */
export async function openWorkspace(desktop: DesktopApi, ports: WorkspacePorts = {}): Promise<Workspace> {
  const { now = Date.now, newId = randomId } = ports;
  const [journal, hints] = await Promise.all([journalStatus(desktop), ports.hints?.catch(() => NO_HINTS) ?? NO_HINTS]);
  void askToPersist();
  const opening: OpeningPorts = {
    memory: nameInPreferences(desktop, hints.database),
    reset: () => resetDatabase(desktop),
    ...(ports.openMs !== undefined && { openMs: ports.openMs }),
    expected: hints.docs,
  };
  const opened = await openDatabase(opening).catch((error: unknown) =>
    giveUp({ code: 'storage-unopenable', detail: error instanceof Error ? error.name : String(error) }),
  );
  const parts = assemble(desktop, opened, opening, journal, now, newId);
  const { core, documents, backups, records, versions } = parts;
  const report = await bringTogether(parts, opened, journal);
  if (report || journal?.damaged !== 'no') records.renew(isJournalsFault(report) ? 'database' : 'both');
  parts.show(report);
  // Nobody waits for it: well after the start, so that it costs the start nothing.
  setTimeout(() => {
    void backups.catchUp(() => core.catalog.library.getState().workshops);
    void records.settle();
  }, CATCH_UP_MS);
  void renewSummaries(core, documents);
  saveOnLeaving({ desktop, writer: core.writer, documents, makeBackups: backups.makeAll, versions });
  const database = () => opening.memory.read() ?? opened.database.name;
  const search = createSearch({ catalog: core.catalog, database });
  const erase: Workspace['erasePersonas'] = async (ids, onStep) => {
    const { erasePersonas } = await import('./erase');
    const rememberName = opening.memory.write;
    // One for each store that keeps something of a persona beside its document.
    const forget: ErasePorts['forget'] = [versions.drop];
    const erased = await erasePersonas(
      { core, documents, store: parts.store, rememberName, newId, forget, backupsIdle: backups.idle },
      ids,
      onStep,
    );
    search.readAgain();
    return erased;
  };
  const workspace = {
    ...workspaceOf(parts, search),
    erasePersonas: erase,
  };
  if (import.meta.env.MODE !== 'release') exposeWorkspace(workspace);
  return workspace;
}

/** True when main kept a copy of what it removed. */
async function resetDatabase(desktop: DesktopApi): Promise<boolean> {
  const outcome = await desktop.resetDatabase();
  return outcome.ok && outcome.value.keptCopy;
}

async function journalStatus(desktop: DesktopApi): Promise<JournalStatus | null> {
  const status = await answered(desktop.journalStatus());
  if (status.ok) return status.value;
  // Without a journal the database still opens; the first write that fails will say so.
  return status.error.code === 'storage-newer' ? giveUp(status.error) : null;
}

type RecoveryStore = Workspace['recovery'];

interface Parts {
  readonly core: Core;
  readonly documents: Documents;
  readonly bundles: Bundles;
  readonly backups: Backups;
  readonly backupReader: BackupReader;
  readonly recovery: RecoveryStore;
  readonly store: HealingStore;
  readonly records: Records;
  readonly versions: Versions;
  /** Null changes nothing: what was shown before may not be read yet. */
  readonly show: (report: RecoveryReport | null) => void;
}

function assemble(
  desktop: DesktopApi,
  opened: OpenedDatabase,
  opening: OpeningPorts,
  journal: JournalStatus | null,
  now: () => number,
  newId: NewId,
): Parts {
  const catalog = createCatalog(soundEntries(opened.rows));
  const backupReader = createBackupReader(desktop);
  const recovery: RecoveryStore = createStore(() => ({ report: null }));
  const show = (report: RecoveryReport | null) => report && recovery.setState({ report });
  const store = createHealingStore(createDocumentStore(opened.database, opened.ahead), {
    core: () => ({ desktop, catalog, now }),
    openYDoc: (id) => documents.get(id)?.ydoc() ?? null,
    backups: backupReader.statesOf,
    reopen: () => recreateDatabase(opening, new Error('no database')),
    healed: (report) => {
      records.renew();
      show(report);
    },
  });
  const titleOf = (id: WorkshopId) => catalog.get(id)?.summary.title ?? '';
  const documents = createDocuments({
    core: () => core,
    load: (id) => loadDocument(core, id, backupReader.statesOf, (salvage) => show(repairReport(salvage))),
    onEdit: (id) => catalog.workshopsOf(id).forEach(backups.edited),
    onOpened: (id, state) => versions.follow(id, state),
    onClosed: (id) => void backups.closed(id as WorkshopId),
  });
  const docOf = async (id: PersonaId) => (await documents.peek(id)) as PersonaDoc | null;
  const records = createRecords({ desktop, store, inJournal: journal?.records ?? null, now });
  const versions = createVersions({ core: () => core, store: () => records.versions, newId, docOf });
  const lastSeq = Math.max(opened.lastSeq, journal?.lastSeq ?? 0, ...catalog.entries().map((entry) => entry.seq));
  const writer = createWriter(createStores({ desktop, store, catalog }, documents.factsNow), lastSeq, now);
  const core: Core = { desktop, store, catalog, writer, now };
  const bundles = createBundles({
    core,
    documents,
    newId,
    backUp: (id) => backups.make(id),
    aroundPersonas: versions.around,
  });
  const backups: Backups = createBackups({ desktop, take: bundles.take, titleOf, now });
  return { core, documents, bundles, backups, backupReader, recovery, store, records, versions, show };
}

/** Compares the stores and mends them; workshops that neither has any more come back from the backups. */
async function bringTogether(
  { core, bundles, backupReader }: Parts,
  { rows, lastSeq, recreated, keptCopy }: OpenedDatabase,
  journal: JournalStatus | null,
): Promise<RecoveryReport | null> {
  const databaseSeq = Math.max(lastSeq, ...soundEntries(rows).map((entry) => entry.seq));
  const report = await recover({ core, journal, rows, databaseSeq, recreated, backups: backupReader.statesOf });
  if (core.catalog.entries().length > 0 && !report?.lost)
    return report && withCopies(report, keptCopy || (await backupReader.count()) > 0);
  const missing = (await backupReader.newest()).filter((bundle) => !core.catalog.get(bundle.workshopId));
  const brought = await Promise.all(missing.map((bundle) => bundles.bring(bundle, 'new')));
  const count = brought.filter((outcome) => outcome.ok).length;
  if (count === 0) return report && withCopies(report, keptCopy || (await backupReader.count()) > 0);
  return {
    ...(report ?? NOTHING_LEFT),
    sources: [...(report?.sources ?? []), 'backups'],
    docCount: core.catalog.entries().length,
    keptCopy: true,
  };
}

/** The database has everything: what only the journal has may have been deleted. */
const isJournalsFault = (report: RecoveryReport | null): boolean => report?.cause === 'journal-damaged';

const NOTHING_LEFT: RecoveryReport = {
  cause: 'database-missing',
  sources: [],
  docCount: 0,
  replayed: 0,
  lost: 0,
  lastEditAt: null,
  keptCopy: true,
};

const withCopies = (report: RecoveryReport, kept: boolean): RecoveryReport => ({
  ...report,
  keptCopy: report.keptCopy || kept,
});

function workspaceOf(
  { core, documents, bundles, backups, recovery, records, versions }: Parts,
  search: Search,
): Omit<Workspace, 'erasePersonas'> {
  const { desktop, store, catalog, writer, now } = core;
  const setTrashed = async (ids: readonly DocId[], at: number | null): Promise<Result<null>> => {
    for (const id of ids) {
      const changed = await documents.use(id, (ydoc) => setMeta(ydoc, 'trashedAt', at));
      if (!changed.ok) return changed;
    }
    return ok(null);
  };
  const toBackUp = async (making: Promise<Result<WorkshopId>>): Promise<Result<WorkshopId>> => {
    const made = await making;
    if (made.ok) backups.edited(made.value);
    return made;
  };
  const knows = (id: WorkshopId) => {
    const entry = catalog.get(id);
    return entry?.kind === 'workshop' && entry.trashedAt === null;
  };
  return {
    library: catalog.library,
    saveState: writer.saveState,
    recovery,
    search,
    // The caller says what kind the document is of; loading has checked that it is one of ours.
    openDoc: async <Doc extends AnyDoc>(id: DocId) => (await documents.open(id)) as unknown as Result<Session<Doc>>,
    peek: async <Doc extends AnyDoc>(id: DocId) => (await documents.peek(id)) as unknown as Doc | null,
    addDoc: bundles.addDoc,
    createWorkshop: (workshop) => toBackUp(bundles.create(workshop)),
    trashWorkshop: (id) => setTrashed([id], now()),
    restoreWorkshop: (id) => setTrashed([id], null),
    trashPersonas: (ids) => setTrashed(ids, now()),
    restorePersonas: (ids) => setTrashed(ids, null),
    duplicateWorkshop: (id, title) => toBackUp(bundles.duplicate(id, title)),
    exportBundle: bundles.take,
    importBundle: (bundle, mode, decisions) => toBackUp(bundles.bring(bundle, mode, decisions)),
    comparePersonas: bundles.compare,
    importPersonas: bundles.bringPersonas,
    exportPersonas: bundles.takePersonas,
    knows,
    keepAsset: async (bytes) => {
      const hash = sha256(bytes) as AssetHash;
      const kept = await writer.keep(new Map([[hash, bytes]]));
      return kept.ok ? ok(hash) : kept;
    },
    readAsset: async (hash) => (await store.readAsset(hash)) ?? readJournalAsset(desktop, hash),
    keptTables: store.tables,
    versions,
    templates: records.templates,
    snapshotNow: backups.make,
    flushAll: writer.flush,
  };
}

const randomId: NewId = <T extends Id<string>>() => nanoid() as T;

/** A hint of one word, kept by main: the window's own storage of such words takes 20 ms to wake up. Without it the first name is tried again. */
function nameInPreferences(desktop: DesktopApi, known: string): NameMemory {
  let name = known;
  return {
    read: () => name || null,
    write: (next) => {
      name = next;
      desktop.setPreferences({ database: next }).catch(() => undefined);
    },
  };
}
