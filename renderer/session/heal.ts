import type { AssetHash, DocId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import { encodeState } from '@shared/document/yDocument';
import type { Doc as YDoc } from 'yjs';
import { type Batch, createDocumentStore, type DocumentStore, type StoreCopy } from '@/storage/documentStore';
import type { OpenedDatabase } from '@/storage/openDatabase';
import type { KeptTable } from '@/storage/tableStore';
import { answered, type Core, readJournalAsset } from './core';
import { type DocEntry, factsOf } from './facts';
import { type BackupStates, salvageDocument } from './loadDocument';
import type { RecoveryReport } from './recoveryReport';

/** A database that refuses to write for other reasons than a full disk is made anew, at most this often. */
const AGAIN_AFTER_MS = 60_000;

export interface HealingPorts {
  /** What is salvaged with: nothing of it is written to before the new database is there. */
  readonly core: () => Pick<Core, 'desktop' | 'catalog' | 'now'>;
  /** The Yjs document of an open document: more than any store has. */
  readonly openYDoc: (id: DocId) => YDoc | null;
  readonly backups: BackupStates;
  /** Removes the database and opens a new, empty one. */
  readonly reopen: () => Promise<OpenedDatabase>;
  readonly healed: (report: RecoveryReport) => void;
}

export interface HealingStore extends DocumentStore {
  /**
   * Goes on in a copy of the database under another name; writes wait meanwhile. `moved` is told before the old one is closed, which then nothing uses any
   * more. Rejects when the copy cannot be made: then nothing has changed.
   */
  readonly move: (mark: string, moved: (copy: StoreCopy) => void) => Promise<StoreCopy>;
}

/**
 * A store that survives the loss of its database while the app runs: when a write fails although the disk has room, everything that can
 * be read (open documents, rows, journal, backups) is written into a new database, and the write is tried again there.
 */
export function createHealingStore(first: DocumentStore, ports: HealingPorts): HealingStore {
  let current = first;
  let healing: Promise<boolean> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let moving: Promise<unknown> = Promise.resolve();
  /** The writes under way: a copy is made of what they leave. */
  let writing: Promise<unknown> = Promise.resolve();

  const heal = async (): Promise<boolean> => {
    const healthy = await rebuilt(current, ports).catch(() => null);
    if (!healthy) return false;
    current.close();
    current = healthy.store;
    ports.healed(healthy.report);
    return true;
  };

  const healOnce = (): Promise<boolean> => {
    const now = ports.core().now();
    if (!healing && Math.abs(now - triedAt) < AGAIN_AFTER_MS) return Promise.resolve(false);
    triedAt = now;
    healing ??= heal().finally(() => {
      healing = null;
    });
    return healing;
  };

  const move: HealingStore['move'] = (mark, moved) => {
    const begun = writing.then(() => current.copy(mark));
    const copying = begun.then((copy) => {
      moved(copy);
      current.close();
      current = copy.store;
      return copy;
    });
    moving = copying.catch(() => undefined);
    return copying;
  };

  /** Writes wait for a move: what they put into the old database would stay behind. */
  const afterMove =
    <Args extends readonly unknown[], T>(act: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      await moving;
      const task = act(...args);
      writing = Promise.allSettled([writing, task]);
      return task;
    };

  const write = async (batch: Batch): Promise<Result<null>> => {
    await moving;
    const task = current.write(batch);
    writing = Promise.allSettled([writing, task]);
    const outcome = await task;
    if (outcome.ok || outcome.error.code !== 'storage-write-failed') return outcome;
    return (await healOnce()) ? current.write(batch) : outcome;
  };

  return {
    write,
    readUpdates: (id, seq) => current.readUpdates(id, seq),
    move,
    copy: (mark) => current.copy(mark),
    compact: afterMove((id, seq, state) => current.compact(id, seq, state)),
    putSnapshot: afterMove((id, seq, doc) => current.putSnapshot(id, seq, doc)),
    readSnapshot: (id, seq) => current.readSnapshot(id, seq),
    putRows: afterMove((rows) => current.putRows(rows)),
    rowCount: (id) => current.rowCount(id),
    assetHashes: () => current.assetHashes(),
    readAsset: (hash) => current.readAsset(hash),
    tables: {
      list: () => current.tables.list(),
      keep: afterMove((table, bytes) => current.tables.keep(table, bytes)),
      read: (id) => current.tables.read(id),
      remove: afterMove((id) => current.tables.remove(id)),
    },
    versions: {
      of: (id) => current.versions.of(id),
      latest: (id) => current.versions.latest(id),
      get: (id) => current.versions.get(id),
      all: () => current.versions.all(),
      count: () => current.versions.count(),
      change: afterMove((put, remove) => current.versions.change(put, remove)),
      removeOf: afterMove((ids) => current.versions.removeOf(ids)),
    },
    templates: {
      list: () => current.templates.list(),
      put: afterMove((rows) => current.templates.put(rows)),
      remove: afterMove((id) => current.templates.remove(id)),
    },
    close: () => current.close(),
  };
}

interface Rescued {
  readonly entry: DocEntry;
  readonly state: Uint8Array;
}

interface Rebuilt {
  readonly store: DocumentStore;
  readonly report: RecoveryReport;
}

async function rebuilt(sick: DocumentStore, ports: HealingPorts): Promise<Rebuilt | null> {
  const { desktop, catalog } = ports.core();
  const status = await answered(desktop.journalStatus());
  const heads = new Map((status.ok ? status.value.heads : []).map((head) => [head.docId as DocId, head]));
  const ids = new Set([...catalog.entries().map((entry) => entry.id), ...heads.keys()]);
  const rescued: Rescued[] = [];
  for (const id of ids) {
    const one = await rescue(sick, ports, id, heads.get(id)?.seq ?? 0);
    if (one) rescued.push(one);
  }
  const assets = await rescueAssets(sick, ports, status.ok ? status.value.assets : []);
  const tables = await rescueTables(sick);
  const versions = await sick.versions.all().catch(() => []);
  const templates = await sick.templates.list().catch(() => []);
  const { database, keptCopy } = await ports.reopen();
  const healthy = createDocumentStore(database);
  const seq = Math.max(0, ...rescued.map(({ entry }) => entry.seq));
  const written = await healthy.write({ writes: rescued.map(writeOf), assets, seq });
  if (!written.ok) return null;
  for (const [table, bytes] of tables) await healthy.tables.keep(table, bytes);
  await Promise.all([healthy.versions.change(versions, []), healthy.templates.put(templates)]);
  catalog.put(rescued.map(({ entry }) => entry));
  return { store: healthy, report: reportOf(rescued, ids.size - rescued.length, keptCopy) };
}

/** Everything known of a document, and its row in the new database. */
async function rescue(
  sick: DocumentStore,
  ports: HealingPorts,
  id: DocId,
  journalSeq: number,
): Promise<Rescued | null> {
  const { catalog, now } = ports.core();
  const known = catalog.get(id);
  const open = ports.openYDoc(id);
  const facts = open && factsOf(open, known?.createdAt ?? now());
  if (open && facts && known) return { entry: { ...known, ...facts }, state: encodeState(open) };
  const stored = await sick.readUpdates(id, known?.seq ?? 0);
  const salvage = await salvageDocument(ports.core(), id, stored, ports.backups);
  if (!salvage) return null;
  const state = encodeState(salvage.ydoc);
  salvage.ydoc.destroy();
  // An open document's edits above its row are still on their way; a closed one has none.
  const seq = Math.max(known?.seq ?? 0, journalSeq);
  return { entry: { id, updatedAt: known?.updatedAt ?? now(), ...salvage.facts, seq }, state };
}

async function rescueAssets(
  sick: DocumentStore,
  ports: HealingPorts,
  inJournal: readonly string[],
): Promise<ReadonlyMap<AssetHash, Uint8Array>> {
  const assets = new Map<AssetHash, Uint8Array>();
  for (const hash of new Set([...(await sick.assetHashes()), ...(inJournal as readonly AssetHash[])])) {
    const bytes = (await sick.readAsset(hash)) ?? (await readJournalAsset(ports.core().desktop, hash));
    if (bytes) assets.set(hash, bytes);
  }
  return assets;
}

/** Kept tables have no twin in the journal: what can still be read comes along, one by one. */
async function rescueTables({ tables }: DocumentStore): Promise<ReadonlyMap<KeptTable, Uint8Array>> {
  const rescued = new Map<KeptTable, Uint8Array>();
  for (const table of await tables.list()) {
    const bytes = await tables.read(table.id);
    if (bytes) rescued.set(table, bytes);
  }
  return rescued;
}

const writeOf = ({ entry, state }: Rescued): Batch['writes'][number] => ({
  docId: entry.id,
  erase: true,
  update: { seq: entry.seq, bytes: state },
  row: entry,
});

function reportOf(rescued: readonly Rescued[], lost: number, keptCopy: boolean): RecoveryReport {
  return {
    cause: 'database-damaged',
    sources: ['journal', 'database'],
    docCount: rescued.length,
    replayed: rescued.length,
    lost,
    lastEditAt: null,
    keptCopy,
  };
}
