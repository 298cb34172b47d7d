import type { AppError } from '@shared/base/appError';
import type { AssetHash, DocId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import Dexie from 'dexie';
import type { Database, DocRow, UpdateRow } from './database';
import type { ReadAhead } from './openDatabase';
import { assetRow, docRow, isSoundAssetRow, isWholeChain, snapshotDoc, snapshotRow, updateRow } from './rows';
import { createTableStore, type TableStore } from './tableStore';
import { createTemplateStore, type TemplateStore } from './templateStore';
import { createVersionStore, type VersionStore } from './versionStore';

/** What becomes of one document in a batch. */
export interface DocumentWrite {
  readonly docId: DocId;
  /** Forget what is stored of it first. */
  readonly erase: boolean;
  /** Merged updates; null when the document is only erased. */
  readonly update: { readonly seq: number; readonly bytes: Uint8Array } | null;
  /** Its row after the batch; null when the document is gone. */
  readonly row: Omit<DocRow, 'crc'> | null;
}

export interface Batch {
  readonly writes: readonly DocumentWrite[];
  readonly assets: ReadonlyMap<AssetHash, Uint8Array>;
  /** Highest sequence number in it. */
  readonly seq: number;
}

export interface StoredUpdates {
  readonly rows: readonly UpdateRow[];
  /** No row is missing or damaged. */
  readonly whole: boolean;
}

/** Documents in the database; every change is one transaction, durable when it resolves `ok`. */
export interface DocumentStore {
  /** All of it or nothing. Fails with `disk-full` or `storage-write-failed`. */
  readonly write: (batch: Batch) => Promise<Result<null>>;
  /** `seq` is what the document's row says. Rows of a damaged database may not come at all: then none, and not whole. */
  readonly readUpdates: (docId: DocId, seq: number) => Promise<StoredUpdates>;
  /** Puts one row with the whole state in place of a document's updates up to `seq`; nothing when it moved on meanwhile. */
  readonly compact: (docId: DocId, seq: number, state: Uint8Array) => Promise<Result<boolean>>;
  readonly putSnapshot: (docId: DocId, seq: number, doc: unknown) => Promise<Result<null>>;
  readonly readSnapshot: (docId: DocId, seq: number) => Promise<unknown>;
  /** Puts rows that say more in the place of rows of the same number; one that moved on meanwhile is left alone. */
  readonly putRows: (rows: readonly Omit<DocRow, 'crc'>[]) => Promise<Result<null>>;
  /** How many rows the updates of a document take, as far as known. */
  readonly rowCount: (docId: DocId) => number;
  readonly assetHashes: () => Promise<readonly AssetHash[]>;
  readonly readAsset: (hash: AssetHash) => Promise<Uint8Array | null>;
  /** Files that the user chose to keep beside the documents. */
  readonly tables: TableStore;
  /** Everything in a new database under another name, but for pictures that nothing refers to. Rejects when it cannot be done. See `copyDatabase`. */
  readonly copy: (mark: string) => Promise<StoreCopy>;
  readonly versions: VersionStore;
  readonly templates: TemplateStore;
  readonly close: () => void;
}

export interface StoreCopy {
  readonly name: string;
  readonly store: DocumentStore;
  readonly dropped: readonly AssetHash[];
}

/** `database` is open; what was read `ahead` of the first questions answers them, each once. */
export function createDocumentStore(database: Database, ahead: ReadAhead | null = null): DocumentStore {
  const snapshots = new Map(ahead?.snapshots);
  let assets = ahead?.assets ?? null;
  /** Highest stored number of each document, to chain the next row to. */
  const heads = new Map<DocId, number>();
  const counts = new Map<DocId, number>();

  const write = (batch: Batch) =>
    attempt(async () => {
      // The engine closes a database that it finds damaged; a retry opens what is left of it.
      if (!database.isOpen()) await database.open();
      const chained = await chain(database, heads, batch);
      await database.transaction(
        'rw',
        [database.docs, database.updates, database.snapshots, database.assets, database.state],
        () => writeBatch(database, batch, chained),
      );
      for (const { docId, erase, update } of batch.writes) {
        if (update) heads.set(docId, update.seq);
        else if (erase) heads.set(docId, 0);
        counts.set(docId, (erase ? 0 : (counts.get(docId) ?? 0)) + (update ? 1 : 0));
      }
      return null;
    });

  const readUpdates = async (docId: DocId, seq: number): Promise<StoredUpdates> => {
    try {
      const rows = await rowsOf(database, docId).toArray();
      counts.set(docId, rows.length);
      return { rows, whole: isWholeChain(rows, seq) };
    } catch {
      return { rows: [], whole: false };
    }
  };

  const compact = (docId: DocId, seq: number, state: Uint8Array) =>
    attempt(() =>
      database.transaction('rw', [database.docs, database.updates], async () => {
        const row = await database.docs.get(docId);
        if (row?.seq !== seq) return false;
        await rowsOf(database, docId).delete();
        await database.updates.put(updateRow(docId, seq, 0, state));
        counts.set(docId, 1);
        return true;
      }),
    );

  return {
    write,
    readUpdates,
    compact,
    putSnapshot: (docId, seq, doc) =>
      attempt(async () => {
        await database.snapshots.put(snapshotRow(docId, seq, doc));
        return null;
      }),
    readSnapshot: async (docId, seq) => {
      const known = snapshots.get(docId);
      snapshots.delete(docId);
      return snapshotDoc(known ?? (await database.snapshots.get(docId).catch(() => undefined)), seq);
    },
    putRows: (rows) =>
      attempt(() =>
        database.transaction('rw', [database.docs], async () => {
          const stored = await database.docs.bulkGet(rows.map(({ id }) => id));
          await database.docs.bulkPut(rows.filter(({ seq }, at) => stored[at]?.seq === seq).map(docRow));
          return null;
        }),
      ),
    rowCount: (docId) => counts.get(docId) ?? 0,
    assetHashes: async () => {
      const known = assets;
      assets = null;
      return (
        known ??
        database.assets
          .toCollection()
          .primaryKeys()
          .catch(() => [])
      );
    },
    readAsset: async (hash) => {
      const row = await database.assets.get(hash).catch(() => undefined);
      return isSoundAssetRow(row) ? row.bytes : null;
    },
    tables: createTableStore(database),
    copy: async (mark) => {
      const { copyDatabase } = await import('./copyDatabase');
      const { database: copied, dropped } = await copyDatabase(database, mark);
      return { name: copied.name, store: createDocumentStore(copied), dropped };
    },
    versions: createVersionStore(database),
    templates: createTemplateStore(database),
    close: () => database.close(),
  };
}

const rowsOf = (database: Database, docId: DocId) =>
  database.updates.where('[docId+seq]').between([docId, Dexie.minKey], [docId, Dexie.maxKey]);

/** The number that each update of the batch is chained to. */
async function chain(database: Database, heads: Map<DocId, number>, batch: Batch): Promise<ReadonlyMap<DocId, number>> {
  const unknown = batch.writes.filter(({ docId, erase }) => !erase && !heads.has(docId)).map(({ docId }) => docId);
  if (unknown.length > 0) {
    const rows = await database.docs.bulkGet(unknown);
    for (const [at, docId] of unknown.entries()) heads.set(docId, rows[at]?.seq ?? 0);
  }
  const chained = new Map(batch.writes.map(({ docId, erase }) => [docId, erase ? 0 : (heads.get(docId) ?? 0)]));
  const backwards = batch.writes.find(({ docId, update }) => update && update.seq <= (chained.get(docId) ?? 0));
  // It would take the place of a row that others build on.
  if (backwards) throw new Error(`update ${backwards.update?.seq} of ${backwards.docId} comes after a later one`);
  return chained;
}

async function writeBatch(database: Database, batch: Batch, chained: ReadonlyMap<DocId, number>): Promise<void> {
  for (const { docId } of batch.writes.filter(({ erase }) => erase)) {
    await rowsOf(database, docId).delete();
    await database.snapshots.delete(docId);
  }
  const updates = batch.writes.flatMap(({ docId, update }) =>
    update ? [updateRow(docId, update.seq, chained.get(docId) ?? 0, update.bytes)] : [],
  );
  await Promise.all([
    database.updates.bulkPut(updates),
    database.docs.bulkPut(batch.writes.flatMap(({ row }) => (row ? [docRow(row)] : []))),
    database.docs.bulkDelete(batch.writes.filter(({ row }) => row === null).map(({ docId }) => docId)),
    database.assets.bulkPut([...batch.assets].map(([hash, bytes]) => assetRow(hash, bytes))),
    database.state.put({ key: 'lastSeq', value: batch.seq }),
  ]);
}

async function attempt<T>(task: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await task());
  } catch (error) {
    return fail(writeError(error));
  }
}

/** Quota and disk errors reach us under Dexie's names, sometimes one inside the other. */
function writeError(error: unknown): AppError {
  const names: string[] = [];
  for (let current = error; current instanceof Error && names.length < 5; current = innerOf(current))
    names.push(current.name);
  if (names.includes('QuotaExceededError')) return { code: 'disk-full', name: '' };
  return { code: 'storage-write-failed', detail: names.join(' < ') || String(error) };
}

const innerOf = (error: Error): unknown => (error as { readonly inner?: unknown }).inner ?? error.cause;
