import type { AssetHash } from '@shared/base/ids';
import Dexie, { type Table } from 'dexie';
import { type AssetRow, createDatabase, DATABASE_NAMES, type Database } from './database';

/** Rows written together; files of tables and pictures are large. */
const TOGETHER = 200;
const LARGE_TOGETHER = 8;
const LARGE: ReadonlySet<string> = new Set(['assets', 'keptTableBytes']);
const HASH = /[0-9a-f]{64}/g;

export interface CopiedDatabase {
  readonly database: Database;
  /** Pictures that nothing copied refers to: they were left behind. */
  readonly dropped: readonly AssetHash[];
}

/**
 * Everything in a database into a new one of another name, table by table, except pictures whose hash stands in no other row. Whatever tables there are
 * is copied as it is. Rejects when it cannot be read or written; the first one is untouched either way, but for rows that hold `mark`, at both ends of a
 * table: as long as the mark is in a file, what lay beside it may be too.
 */
export async function copyDatabase(from: Database, mark: string): Promise<CopiedDatabase> {
  await markOld(from, mark);
  const name = DATABASE_NAMES.find((known) => known !== from.name) ?? DATABASE_NAMES[0];
  // A copy that was cut off half way may lie there.
  await Dexie.delete(name);
  const to = createDatabase(name);
  await to.open();
  try {
    const used = new Set<string>();
    for (const table of from.tables) if (table.name !== 'assets') await copyTable(table, to, used);
    const dropped = await copyAssets(from, to, used);
    return { database: to, dropped };
  } catch (error) {
    to.close();
    await Dexie.delete(name).catch(() => undefined);
    throw error;
  }
}

/** Ids that no document can have. */
const MARK_IDS: readonly unknown[] = ['!', '~'];

async function markOld(from: Database, mark: string): Promise<void> {
  await from.table('snapshots').bulkPut(MARK_IDS.map((docId) => ({ docId, seq: 0, json: mark, crc: 0 })));
}

async function copyTable(from: Table, to: Dexie, used: Set<string>): Promise<void> {
  for await (const rows of pieces(from)) {
    await to.table(from.name).bulkPut(rows.filter((row) => from.name !== 'snapshots' || !MARK_IDS.includes(row.docId)));
    if (!LARGE.has(from.name)) for (const row of rows) collectHashes(row, used);
  }
}

async function copyAssets(from: Database, to: Database, used: ReadonlySet<string>): Promise<readonly AssetHash[]> {
  const dropped: AssetHash[] = [];
  for await (const rows of pieces<AssetRow>(from.assets as unknown as Table<AssetRow>)) {
    await to.assets.bulkPut(rows.filter(({ hash }) => used.has(hash)));
    for (const { hash } of rows) if (!used.has(hash)) dropped.push(hash);
  }
  return dropped;
}

/** The rows of a table in the order of their keys, a few at a time. */
async function* pieces<T>(table: Table<T>): AsyncGenerator<readonly T[]> {
  const size = LARGE.has(table.name) ? LARGE_TOGETHER : TOGETHER;
  const { keyPath } = table.schema.primKey;
  let last: unknown = Dexie.minKey;
  for (;;) {
    const rows = await table.where(':id').above(last).limit(size).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = Dexie.getByKeyPath(end as object, keyPath as string | string[]);
  }
}

const latin1 = new TextDecoder('latin1');

/** Hashes named anywhere in a row: in its texts, and in its bytes, where Yjs writes texts as they are. */
function collectHashes(value: unknown, used: Set<string>): void {
  if (typeof value === 'string') for (const [hash] of value.matchAll(HASH)) used.add(hash);
  else if (value instanceof Uint8Array) for (const [hash] of latin1.decode(value).matchAll(HASH)) used.add(hash);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectHashes(part, used);
}

/** Name of a database that is only made to be deleted. */
const BROOM = 'personarium-broom';

/**
 * Makes the engine write what it holds in memory into a file, and remove files that it no longer needs. It does both when it cleans up behind a deleted database,
 * so one is made and deleted (see docs/decisions.md).
 */
export async function sweep(): Promise<void> {
  const broom = new Dexie(BROOM);
  broom.version(1).stores({ swept: 'id' });
  await broom.open();
  await broom.table('swept').put({ id: 1 });
  await broom.delete();
}

/**
 * Deletes every database of ours but the one in use. What was deleted is dropped where its deletion meets it in another file: so call `sweep` before, which puts
 * everything into files, and after, until they are gone.
 */
export async function deleteOthers(inUse: string): Promise<void> {
  for (const name of DATABASE_NAMES) if (name !== inUse) await Dexie.delete(name);
}
