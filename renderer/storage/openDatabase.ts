import Dexie from 'dexie';
import { createDatabase, DATABASE_NAMES, type Database, type DocRow } from './database';

/** A damaged database may hang instead of failing. */
const OPEN_TIMEOUT_MS = 8_000;
const DELETE_TIMEOUT_MS = 4_000;

export interface OpenedDatabase {
  readonly database: Database;
  /** Every document row, as read while making sure that the database answers. */
  readonly rows: readonly DocRow[];
  readonly lastSeq: number;
  /** It could not be opened or read and was made anew, empty. */
  readonly recreated: boolean;
}

/** Remembers, outside the database, which of the names is in use. */
export interface NameMemory {
  readonly read: () => string | null;
  readonly write: (name: string) => void;
}

/**
 * Opens the database, or, where it cannot be opened or read in time, deletes it and makes it anew; where even that fails, another name
 * is used from then on. Rejects when no name works.
 */
export async function openDatabase(memory: NameMemory, openMs = OPEN_TIMEOUT_MS): Promise<OpenedDatabase> {
  const remembered = memory.read();
  const start = Math.max(0, (DATABASE_NAMES as readonly (string | null)[]).indexOf(remembered));
  let failure: unknown = null;
  for (const name of DATABASE_NAMES.slice(start)) {
    const opened = await openOrRecreate(name, openMs).catch((error: unknown) => {
      failure = error;
      return null;
    });
    if (!opened) continue;
    if (name !== (remembered ?? DATABASE_NAMES[0])) memory.write(name);
    return name === DATABASE_NAMES[start] ? opened : { ...opened, recreated: true };
  }
  throw failure;
}

async function openOrRecreate(name: string, openMs: number): Promise<OpenedDatabase> {
  try {
    return await openAndRead(name, openMs, false);
  } catch {
    await within(DELETE_TIMEOUT_MS, Dexie.delete(name));
    return openAndRead(name, openMs, true);
  }
}

async function openAndRead(name: string, openMs: number, recreated: boolean): Promise<OpenedDatabase> {
  const database = createDatabase(name);
  try {
    return await within(openMs, readAll(database, recreated));
  } catch (error) {
    database.close();
    throw error;
  }
}

async function readAll(database: Database, recreated: boolean): Promise<OpenedDatabase> {
  await database.open();
  const [rows, lastSeq] = await Promise.all([database.docs.toArray(), database.state.get('lastSeq')]);
  return { database, rows, lastSeq: lastSeq?.value ?? 0, recreated };
}

function within<T>(ms: number, promise: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks Chromium not to evict our data when the disk runs low; true when granted. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
