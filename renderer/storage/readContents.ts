import type { DocId } from '@shared/base/ids';
import Dexie from 'dexie';
import { createDatabase, type Database, type DocRow, type UpdateRow } from './database';
import { isSoundUpdateRow, snapshotDoc } from './rows';

/** What the database has of a document: its JSON when that is of its last edit, else its updates. */
export interface StoredContent {
  readonly row: DocRow;
  readonly doc: unknown;
  readonly updates: readonly Uint8Array[];
}

/** Documents read together. */
const TOGETHER = 200;

/**
 * Reads documents beside the window, from a worker, a few at a time; `ids` null reads all. The database is open for that long only, so
 * that it can be removed whenever that is needed. Documents that are not there are passed over. Rejects when it cannot be read.
 */
export async function readContents(
  name: string,
  ids: readonly DocId[] | null,
  each: (contents: readonly StoredContent[], all: number) => void,
): Promise<void> {
  const database = createDatabase(name);
  await database.open();
  try {
    const wanted = [...(ids ?? (await database.docs.toCollection().primaryKeys()))].sort();
    for (let from = 0; from < wanted.length; from += TOGETHER)
      each(await readSome(database, wanted.slice(from, from + TOGETHER)), wanted.length);
  } finally {
    database.close();
  }
}

async function readSome(database: Database, ids: readonly DocId[]): Promise<readonly StoredContent[]> {
  const [rows, snapshots] = await Promise.all([database.docs.bulkGet([...ids]), database.snapshots.bulkGet([...ids])]);
  const found = rows.flatMap((row, at) => (row ? [{ row, doc: snapshotDoc(snapshots[at], row.seq) }] : []));
  const updates = await updatesOf(
    database,
    found.filter(({ doc }) => doc === undefined).map(({ row }) => row.id),
  );
  return found.map(({ row, doc }) => ({ row, doc, updates: updates.get(row.id) ?? [] }));
}

async function updatesOf(database: Database, ids: readonly DocId[]): Promise<ReadonlyMap<DocId, Uint8Array[]>> {
  const lists = await Promise.all(
    ids.map(
      (id): Promise<UpdateRow[]> =>
        database.updates.where('[docId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
    ),
  );
  return new Map(ids.map((id, at) => [id, (lists[at] ?? []).filter(isSoundUpdateRow).map(({ bytes }) => bytes)]));
}
