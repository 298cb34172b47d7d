import { join } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail, ok, type Result } from '@shared/base/result';
import type { IpcArgs, IpcResult, JournalEntry, JournalStatus } from '@shared/ipc';
import { codeOf, type FileSystem, isDiskFull, nodeFileSystem, storageWriteError, syncFolder } from './durableFiles';
import { createEntryReader, type MergeUpdates, writeBase } from './journalCompaction';
import { encodeFrame, placesIn } from './journalFormat';
import type { LocatedEntry } from './journalIndex';
import { type OpenedJournal, openJournalFiles } from './journalOpening';
import { createReserve, type Reserve } from './journalReserve';
import { type OpenSegment, openSegment } from './journalSegments';
import { readState, type Versions, writeState } from './journalState';

export interface JournalOptions {
  /** Of this app; written beside the journal so that an older app keeps its hands off. */
  readonly versions: Versions;
  readonly fs?: FileSystem;
  /** Clock, epoch ms. */
  readonly now?: () => number;
  /** Size from which a new segment is begun. */
  readonly segmentBytes?: number;
  /** Entries since the last compaction from which it runs again. */
  readonly looseEntries?: number;
  readonly reserveBytes?: number;
  readonly log?: (what: string, detail: string) => void;
}

/**
 * The second copy of every edit: append-only files under `<dir>/journal`, independent of the browser engine. Every answer is a value;
 * an append is durable (written and flushed) when it is `ok`, and is there whole or not at all.
 */
export interface Journal {
  /** Opens it. `storage-newer`: a newer app wrote here, nothing was touched. `storage-unopenable`: the folder cannot be read. */
  readonly status: () => Promise<IpcResult<'journalStatus'>>;
  /** Fails with `disk-full` or `storage-write-failed`; the journal then is as it was before. */
  readonly append: (...args: IpcArgs<'journalAppend'>) => Promise<IpcResult<'journalAppend'>>;
  readonly read: (...args: IpcArgs<'journalRead'>) => Promise<IpcResult<'journalRead'>>;
  readonly records: () => Promise<IpcResult<'journalRecords'>>;
  /** Merges updates and drops what was erased; runs by itself when worth it. */
  readonly compact: () => Promise<void>;
  /**
   * Writes everything that lives into one new file and removes every older one, those set aside as damaged among them: nothing of what was
   * erased is left. Fails with `disk-full` or `storage-write-failed`; what was erased then stays erased, and may still lie in the files.
   */
  readonly rewrite: () => Promise<IpcResult<'journalRewrite'>>;
  /** Waits for what is under way and closes the files. */
  readonly close: () => Promise<void>;
}

const DEAD_BYTES = 8 * 1024 * 1024;
const COMPACTION_RETRY_MS = 5 * 60_000;

interface Running extends OpenedJournal {
  readonly writtenBy: Versions | null;
  segment: OpenSegment | null;
}

export function createJournal(dir: string, options: JournalOptions): Journal {
  const { versions, fs = nodeFileSystem, now = Date.now, log = () => undefined } = options;
  const { segmentBytes = 8 * 1024 * 1024, looseEntries = 4000 } = options;
  const folder = join(dir, 'journal');
  const reserve = createReserve(fs, folder, now, options.reserveBytes);
  const exclusive = createLock();
  let running: Running | null = null;
  let compacting: Promise<void> | null = null;
  let compactFrom = Number.NEGATIVE_INFINITY;
  let settingAside: Promise<void> = Promise.resolve();

  /** Must run inside the lock. */
  const open = async (): Promise<Result<Running, AppError>> => {
    if (running) return ok(running);
    try {
      const state = await readState(fs, dir);
      if (!state.ok) return state;
      const opened = await openJournalFiles(fs, folder);
      running = { ...opened, writtenBy: state.value, segment: null };
      if (opened.damaged !== 'no') log('journal-damaged', `${opened.damaged} ${opened.lost}`);
    } catch (error) {
      log('journal-unopenable', codeOf(error));
      return fail({ code: 'storage-unopenable', detail: codeOf(error) });
    }
    // A read-only disk still lets the journal be read; appends will say what is wrong.
    await writeState(fs, dir, versions).catch((error: unknown) => log('journal-state', codeOf(error)));
    return ok(running);
  };

  const append: Journal['append'] = (entries) =>
    exclusive(async () => {
      const opened = await open();
      if (!opened.ok) return opened;
      try {
        await writeEntries(fs, folder, opened.value, entries, segmentBytes, reserve);
      } catch (error) {
        log('journal-append', codeOf(error));
        return fail(storageWriteError(error));
      }
      settingAside = reserve.restore();
      if (now() >= compactFrom && worthCompacting(opened.value, looseEntries)) void compact();
      return ok({ lastSeq: opened.value.index.lastSeq(), diskLow: reserve.isSpent() });
    });

  const compact = (): Promise<void> => {
    compacting ??= compactNow(fs, folder, exclusive, () => running)
      .catch((error: unknown) => {
        compactFrom = now() + COMPACTION_RETRY_MS;
        log('journal-compaction', codeOf(error));
      })
      .finally(() => {
        compacting = null;
      });
    return compacting;
  };

  const rewrite: Journal['rewrite'] = async () => {
    await compacting;
    const opened = await exclusive(open);
    if (!opened.ok) return opened;
    if (!opened.value.index.isSound()) return fail({ code: 'storage-write-failed', detail: 'journal damaged' });
    const rewriting = compactNow(fs, folder, exclusive, () => running);
    compacting = rewriting
      .catch(() => undefined)
      .finally(() => {
        compacting = null;
      });
    try {
      await rewriting;
      await fs.rm(join(folder, 'damaged'), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      log('journal-rewrite', codeOf(error));
      return fail(storageWriteError(error));
    }
  };

  return {
    status: () =>
      exclusive(async () => {
        const opened = await open();
        return opened.ok ? ok(statusOf(opened.value)) : opened;
      }),
    append,
    read: (query) =>
      exclusive(async () => {
        const opened = await open();
        return opened.ok
          ? readEntries(fs, folder, opened.value.index.entries(query.docId, query.afterSeq), log)
          : opened;
      }),
    records: () =>
      exclusive(async () => {
        const opened = await open();
        return opened.ok ? readEntries(fs, folder, opened.value.index.records(), log) : opened;
      }),
    compact: () => exclusive(open).then(compact),
    rewrite,
    close: async () => {
      await compacting;
      await settingAside;
      await exclusive(async () => {
        await running?.segment?.close();
        running = null;
      });
    },
  };
}

/** Runs one task after the other, whatever becomes of each. */
function createLock(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

function statusOf({ index, damaged, lost, writtenBy }: Running): JournalStatus {
  return {
    lastSeq: index.lastSeq(),
    docCount: index.docCount(),
    heads: index.heads(),
    assets: index.assets(),
    records: index.records().length,
    damaged,
    lost,
    writtenBy,
  };
}

async function writeEntries(
  fs: FileSystem,
  folder: string,
  journal: Running,
  entries: readonly JournalEntry[],
  segmentBytes: number,
  reserve: Reserve,
): Promise<void> {
  const frame = encodeFrame(entries);
  const write = async (): Promise<void> => {
    const segment = await writableSegment(fs, folder, journal, segmentBytes);
    const start = segment.size();
    await segment.append(frame);
    journal.index.add(segment.name, placesIn(frame, start));
  };
  try {
    await write();
  } catch (error) {
    if (!isDiskFull(error) || !(await reserve.release())) throw error;
    await write();
  }
  journal.fileBytes += frame.length;
  journal.looseEntries += entries.length;
}

async function writableSegment(fs: FileSystem, folder: string, journal: Running, limit: number): Promise<OpenSegment> {
  const current = journal.segment;
  if (current && current.size() < limit) return current;
  const resume = !current && journal.resume && journal.resume.size < limit ? journal.resume : null;
  const segment = await openSegment(fs, folder, resume?.number ?? journal.nextNumber, resume?.size ?? 0);
  if (!resume) journal.nextNumber += 1;
  journal.resume = null;
  journal.segment = segment;
  journal.files.add(segment.name);
  await current?.close();
  return segment;
}

async function readEntries(
  fs: FileSystem,
  folder: string,
  located: readonly LocatedEntry[],
  log: (what: string, detail: string) => void,
): Promise<IpcResult<'journalRead'>> {
  const reader = createEntryReader(fs, folder);
  try {
    const entries: JournalEntry[] = [];
    for (const one of located) {
      const entry = await reader.read(one);
      if (entry) entries.push(entry);
      else log('journal-entry-damaged', one.file);
    }
    return ok(entries);
  } catch (error) {
    return fail({ code: 'storage-unopenable', detail: codeOf(error) });
  } finally {
    await reader.close();
  }
}

/** Many small updates, much that was erased, or damage that everything live has been written anew after. */
function worthCompacting(journal: Running, looseEntries: number): boolean {
  if (journal.damagedFiles.size > 0) return journal.index.isSound();
  if (journal.looseEntries > looseEntries) return true;
  const dead = journal.fileBytes - journal.index.liveBytes();
  return dead > DEAD_BYTES && dead > journal.fileBytes / 2;
}

/** Appends go on in a new segment while everything before it is written anew; what was erased meanwhile stays erased. */
async function compactNow(
  fs: FileSystem,
  folder: string,
  exclusive: ReturnType<typeof createLock>,
  current: () => Running | null,
): Promise<void> {
  const plan = await exclusive(async () => {
    const journal = current();
    if (!journal || journal.files.size === 0 || !journal.index.isSound()) return null;
    await journal.segment?.close();
    Object.assign(journal, { segment: null, resume: null });
    const number = journal.nextNumber;
    journal.nextNumber += 1;
    return { journal, number, files: new Set(journal.files), bytes: journal.fileBytes, loose: journal.looseEntries };
  });
  if (!plan) return;
  const { journal, number, files } = plan;
  const { mergeUpdates } = await import('yjs');
  const merge: MergeUpdates = (updates) => mergeUpdates(updates);
  const base = await writeBase(fs, folder, number, journal.index.entriesIn(files), merge);
  await exclusive(async () => {
    journal.index.move(files, base.entries);
    journal.fileBytes += base.bytes - plan.bytes;
    journal.looseEntries -= plan.loose;
    journal.files.add(base.name);
    await retire(fs, folder, journal, files);
  });
}

/** Removes files that a base replaced; damaged ones are set aside instead. */
async function retire(fs: FileSystem, folder: string, journal: Running, files: ReadonlySet<string>): Promise<void> {
  if (journal.damagedFiles.size > 0) await fs.mkdir(join(folder, 'damaged'), { recursive: true });
  for (const name of files) {
    journal.files.delete(name);
    if (journal.damagedFiles.delete(name)) await fs.rename(join(folder, name), join(folder, 'damaged', name));
    else await fs.rm(join(folder, name), { force: true });
  }
  await syncFolder(fs, folder);
  Object.assign(journal, { damaged: 'no', lost: 0 });
}
