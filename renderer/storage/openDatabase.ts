import { createDatabase, DATABASE_NAMES, type Database, type DocRow } from './database';

/** A damaged database may hang instead of failing. */
const OPEN_TIMEOUT_MS = 6_000;
const RESET_TIMEOUT_MS = 5_000;

export interface OpenedDatabase {
  readonly database: Database;
  /** Every document row, as read while making sure that the database answers. */
  readonly rows: readonly DocRow[];
  readonly lastSeq: number;
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
}

/**
 * Opens the database, or, where it cannot be opened or read in time, has it removed and makes it anew; where even that fails, another
 * name is used from then on. Rejects when no name works.
 */
export async function openDatabase(ports: OpeningPorts): Promise<OpenedDatabase> {
  try {
    return await openAndRead(namesFrom(ports.memory)[0], ports.openMs ?? OPEN_TIMEOUT_MS, false);
  } catch (error) {
    return recreateDatabase(ports, error);
  }
}

/** Has the database removed and opens a new, empty one; `cause` is what it rejects with when no name works. */
export async function recreateDatabase(ports: OpeningPorts, cause: unknown): Promise<OpenedDatabase> {
  const keptCopy = await within(RESET_TIMEOUT_MS, ports.reset()).catch(() => false);
  const opened = await openAnew(namesFrom(ports.memory), ports.memory, ports.openMs ?? OPEN_TIMEOUT_MS, cause);
  return { ...opened, keptCopy };
}

/** The name in use and those that may take its place. */
function namesFrom(memory: NameMemory): readonly [string, ...string[]] {
  const at = (DATABASE_NAMES as readonly (string | null)[]).indexOf(memory.read());
  const [name, ...others] = DATABASE_NAMES.slice(Math.max(0, at));
  return [name ?? DATABASE_NAMES[0], ...others];
}

async function openAnew(
  names: readonly string[],
  memory: NameMemory,
  openMs: number,
  cause: unknown,
): Promise<OpenedDatabase> {
  const [name, ...others] = names;
  if (name === undefined) throw cause;
  try {
    const opened = await openAndRead(name, openMs, true);
    if (name !== (memory.read() ?? DATABASE_NAMES[0])) memory.write(name);
    return opened;
  } catch (error) {
    return openAnew(others, memory, openMs, error);
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
  return { database, rows, lastSeq: lastSeq?.value ?? 0, recreated, keptCopy: false };
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
