import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { crc32 } from '@shared/base/crc32';
import type { JournalEntry } from '@shared/ipc';
import { type FileSystem, syncFolder, writeAll } from './durableFiles';
import { encodeFrame, placesIn } from './journalFormat';
import type { JournalIndex, LocatedEntry } from './journalIndex';
import { baseName } from './journalSegments';

/** Updates merged in one go: few enough to take a few milliseconds. */
const RUN_ENTRIES = 200;
const RUN_BYTES = 64 * 1024;

export interface WrittenBase {
  readonly name: string;
  readonly bytes: number;
  /** Where the entries lie now. */
  readonly entries: LocatedEntry[];
}

/** Merges updates into one that stands for all of them. */
export type MergeUpdates = (updates: Uint8Array[]) => Uint8Array;

/** Null when the bytes on disk no longer match. */
async function readEntry(file: FileHandle, entry: LocatedEntry): Promise<JournalEntry | null> {
  const bytes = new Uint8Array(entry.length);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, entry.offset + done);
    if (bytesRead === 0) return null;
    done += bytesRead;
  }
  const { seq, docId, type, at } = entry;
  return crc32(bytes) === entry.crc ? { seq, docId, type, at, bytes } : null;
}

/** Keeps files open while many entries are read from them. */
export function createEntryReader(fs: FileSystem, folder: string) {
  const files = new Map<string, Promise<FileHandle>>();
  return {
    read: async (entry: LocatedEntry): Promise<JournalEntry | null> => {
      const file = files.get(entry.file) ?? fs.open(join(folder, entry.file), 'r');
      files.set(entry.file, file);
      return readEntry(await file, entry);
    },
    close: async (): Promise<void> => {
      const opened = await Promise.allSettled(files.values());
      await Promise.all(opened.map((file) => (file.status === 'fulfilled' ? file.value.close() : undefined)));
    },
  };
}

/**
 * Writes every live entry of the given files into `base-N.log`, runs of small updates merged into one, in slices of a few milliseconds.
 * Throws the system's error and leaves no file behind when it fails.
 */
export async function writeBase(
  fs: FileSystem,
  folder: string,
  number: number,
  source: ReturnType<JournalIndex['entriesIn']>,
  merge: MergeUpdates,
): Promise<WrittenBase> {
  const name = baseName(number);
  const temporary = join(folder, `${name}.tmp`);
  const reader = createEntryReader(fs, folder);
  try {
    const base = await writeFrames(fs, temporary, name, mergedEntries(source, reader.read, merge));
    await fs.rename(temporary, join(folder, name));
    await syncFolder(fs, folder);
    return base;
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await reader.close();
  }
}

async function writeFrames(
  fs: FileSystem,
  path: string,
  name: string,
  entries: AsyncGenerator<JournalEntry>,
): Promise<WrittenBase> {
  const placed: LocatedEntry[] = [];
  const file = await fs.open(path, 'w');
  let size = 0;
  try {
    for await (const entry of entries) {
      const frame = encodeFrame([entry]);
      await writeAll(file, frame, size);
      placed.push(...placesIn(frame, size).map((place) => ({ ...place, file: name })));
      size += frame.length;
      await breathe();
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes: size, entries: placed };
}

async function* mergedEntries(
  source: ReturnType<JournalIndex['entriesIn']>,
  read: (entry: LocatedEntry) => Promise<JournalEntry | null>,
  merge: MergeUpdates,
): AsyncGenerator<JournalEntry> {
  for (const entries of source.documents.values()) {
    for (const run of runsOf(entries)) {
      const updates = (await Promise.all(run.map(read))).filter((entry) => entry !== null);
      yield* mergedRun(updates, merge);
    }
  }
  for (const located of source.single) {
    const entry = await read(located);
    if (entry) yield entry;
  }
}

/** Neighbouring small entries together, large ones alone. */
function runsOf(entries: readonly LocatedEntry[]): LocatedEntry[][] {
  const runs: LocatedEntry[][] = [];
  let run: LocatedEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (run.length > 0 && (run.length === RUN_ENTRIES || bytes + entry.length > RUN_BYTES)) {
      runs.push(run);
      [run, bytes] = [[], 0];
    }
    run.push(entry);
    bytes += entry.length;
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function mergedRun(updates: readonly JournalEntry[], merge: MergeUpdates): readonly JournalEntry[] {
  const last = updates.at(-1);
  if (!last || updates.length === 1) return updates;
  try {
    const seq = Math.max(...updates.map((entry) => entry.seq));
    const at = Math.max(...updates.map((entry) => entry.at));
    return [{ ...last, seq, at, bytes: new Uint8Array(merge(updates.map((entry) => entry.bytes))) }];
  } catch {
    // Not understood is no reason to lose it.
    return updates;
  }
}
