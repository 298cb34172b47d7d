import type { AssetHash, DocId } from '@shared/base/ids';
import Dexie from 'dexie';
import { createDatabase, DATABASE_NAMES, type Database, type DocRow, type SnapshotRow } from './database';

/** A damaged database may hang instead of failing. */
const OPEN_TIMEOUT_MS = 6_000;
const RESET_TIMEOUT_MS = 5_000;
/** One that is being brought up to this app's schema works, however long that takes: 20,000 versions of before took 4 s. */
const UPGRADE_TIMEOUT_MS = 300_000;

/** What a start asks for next, read together with the rest: each further question would wait for another process. */
export interface ReadAhead {
  readonly snapshots: ReadonlyMap<DocId, SnapshotRow>;
  readonly assets: readonly AssetHash[];
}

export interface OpenedDatabase {
  readonly database: Database;
  /** Every document row, as read while making sure that the database answers. */
  readonly rows: readonly DocRow[];
  readonly lastSeq: number;
  readonly ahead: ReadAhead | null;
  /** It could not be opened or read and was made anew, empty. */
  readonly recreated: boolean;
  /** What was there before was set aside. */
  readonly keptCopy: boolean;
}

/** Remembers, outside the database, which of the names is in use. */
export interface NameMemory {
  readonly read: () => string | null;
  readonly write: (name: string) => void;
}

export interface OpeningPorts {
  readonly memory: NameMemory;
  /** Removes all databases from outside the window, which may be unable to; true when a copy was kept. */
  readonly reset: () => Promise<boolean>;
  readonly openMs?: number;
  /** Documents whose snapshots will be asked for first. */
  readonly expected?: readonly DocId[];
}

interface Opening {
  readonly openMs: number;
  readonly recreated: boolean;
  readonly expected: readonly DocId[];
}

/**
 * Opens the database, or, where it cannot be opened or read in time, has it removed and makes it anew; where even that fails, another
 * name is used from then on. Rejects when no name works.
 */
export async function openDatabase(ports: OpeningPorts): Promise<OpenedDatabase> {
  try {
    const opening = openingOf(ports, false);
    const opened = await openAndRead(namesFrom(ports.memory)[0], opening);
    return opened.rows.length > 0 || opened.lastSeq > 0 ? opened : await moved(opened, ports.memory, opening);
  } catch (error) {
    return recreateDatabase(ports, error);
  }
}

/** An empty database may be one that another name has taken the place of, which the memory of it did not survive. */
async function moved(empty: OpenedDatabase, memory: NameMemory, opening: Opening): Promise<OpenedDatabase> {
  const there = await Dexie.getDatabaseNames().catch((): string[] => []);
  const others = DATABASE_NAMES.filter((name) => name !== empty.database.name && there.includes(name));
  for (const name of others) {
    const other = await openAndRead(name, opening).catch(() => null);
    if (other && other.lastSeq > 0) {
      empty.database.close();
      memory.write(name);
      return other;
    }
    other?.database.close();
  }
  return empty;
}

/** Has the database removed and opens a new, empty one; `cause` is what it rejects with when no name works. */
export async function recreateDatabase(ports: OpeningPorts, cause: unknown): Promise<OpenedDatabase> {
  const keptCopy = await within(RESET_TIMEOUT_MS, ports.reset()).catch(() => false);
  const opened = await openAnew(namesFrom(ports.memory), ports.memory, openingOf(ports, true), cause);
  return { ...opened, keptCopy };
}

const openingOf = ({ openMs = OPEN_TIMEOUT_MS, expected = [] }: OpeningPorts, recreated: boolean): Opening => ({
  openMs,
  expected,
  recreated,
});

/** The name in use and those that may take its place. */
function namesFrom(memory: NameMemory): readonly [string, ...string[]] {
  const at = (DATABASE_NAMES as readonly (string | null)[]).indexOf(memory.read());
  const first = Math.max(0, at);
  const [name, ...others] = [...DATABASE_NAMES.slice(first), ...DATABASE_NAMES.slice(0, first)];
  return [name ?? DATABASE_NAMES[0], ...others];
}

async function openAnew(
  names: readonly string[],
  memory: NameMemory,
  opening: Opening,
  cause: unknown,
): Promise<OpenedDatabase> {
  const [name, ...others] = names;
  if (name === undefined) throw cause;
  try {
    const opened = await openAndRead(name, opening);
    if (name !== (memory.read() ?? DATABASE_NAMES[0])) memory.write(name);
    return opened;
  } catch (error) {
    return openAnew(others, memory, opening, error);
  }
}

async function openAndRead(name: string, opening: Opening): Promise<OpenedDatabase> {
  const limit = timeLimit(opening.openMs);
  const database = createDatabase(name, () => limit.set(UPGRADE_TIMEOUT_MS));
  try {
    return await Promise.race([limit.passed, readAll(database, opening)]);
  } catch (error) {
    database.close();
    throw error;
  } finally {
    limit.end();
  }
}

async function readAll(database: Database, { recreated, expected }: Opening): Promise<OpenedDatabase> {
  await database.open();
  const [rows, lastSeq, ahead] = await Promise.all([
    database.docs.toArray(),
    database.state.get('lastSeq'),
    readAhead(database, expected),
  ]);
  return { database, rows, lastSeq: lastSeq?.value ?? 0, ahead, recreated, keptCopy: false };
}

/** Never fails: what could not be read is asked for again when it is needed. */
async function readAhead(database: Database, expected: readonly DocId[]): Promise<ReadAhead | null> {
  try {
    const [rows, assets] = await Promise.all([
      database.snapshots.bulkGet([...expected]),
      database.assets.toCollection().primaryKeys(),
    ]);
    return { snapshots: new Map(rows.flatMap((row) => (row ? [[row.docId, row]] : []))), assets };
  } catch {
    return null;
  }
}

async function within<T>(ms: number, promise: PromiseLike<T>): Promise<T> {
  const limit = timeLimit(ms);
  return Promise.race([limit.passed, promise]).finally(limit.end);
}

interface TimeLimit {
  /** Rejects once it has passed. */
  readonly passed: Promise<never>;
  /** So many ms from now. */
  readonly set: (ms: number) => void;
  readonly end: () => void;
}

function timeLimit(first: number): TimeLimit {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reject: (error: Error) => void = () => undefined;
  const passed = new Promise<never>((_, fail) => {
    reject = fail;
  });
  const end = () => clearTimeout(timer);
  const set = (ms: number) => {
    end();
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  };
  set(first);
  return { passed, set, end };
}

/** Asks Chromium not to evict our data when the disk runs low; true when granted. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
