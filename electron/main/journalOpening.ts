import { join } from 'node:path';
import { atomicWrite } from './atomicWrite';
import type { FileSystem } from './durableFiles';
import { scanSegment } from './journalFormat';
import { createJournalIndex, type JournalIndex } from './journalIndex';
import { listSegments, type SegmentFile } from './journalSegments';

/** What the journal's files held when it was opened. */
export interface OpenedJournal {
  readonly index: JournalIndex;
  /** Every file that holds live entries. */
  readonly files: Set<string>;
  /** Those with damage inside, kept until everything live was written anew. */
  readonly damagedFiles: Set<string>;
  damaged: 'no' | 'tail' | 'middle';
  lost: number;
  /** Bytes of all files, and entries written since the last compaction. */
  fileBytes: number;
  looseEntries: number;
  /** Last segment, to go on in; null starts a new one. */
  resume: { readonly number: number; readonly size: number } | null;
  nextNumber: number;
}

const MAGIC = Buffer.from('PJR1', 'latin1');

/**
 * Reads all segments. A torn end (of what a stop cut off) is copied to `damaged/` and cut; damage elsewhere is stepped over and stays in
 * its file. Throws the system's error when the folder or a file cannot be read.
 */
export async function openJournalFiles(fs: FileSystem, folder: string): Promise<OpenedJournal> {
  await fs.mkdir(folder, { recursive: true });
  const { live, stale } = await listSegments(fs, folder);
  await Promise.all(stale.map((name) => fs.rm(join(folder, name), { force: true }).catch(() => undefined)));
  const opened = emptyJournal(live);
  for (const file of live) opened.resume = await readSegment(fs, folder, file, file === live.at(-1), opened);
  return opened;
}

function emptyJournal(live: readonly SegmentFile[]): OpenedJournal {
  return {
    index: createJournalIndex(),
    files: new Set(live.map((file) => file.name)),
    damagedFiles: new Set(),
    damaged: 'no',
    lost: 0,
    fileBytes: 0,
    looseEntries: 0,
    resume: null,
    nextNumber: (live.at(-1)?.number ?? 0) + 1,
  };
}

/** Adds a segment to what was read so far; says where to go on when it is the last one. */
async function readSegment(
  fs: FileSystem,
  folder: string,
  file: SegmentFile,
  isLast: boolean,
  opened: OpenedJournal,
): Promise<OpenedJournal['resume']> {
  const segment = await fs.readFile(join(folder, file.name));
  const { parts, end } = scanSegment(segment);
  const canBeTorn = isLast && file.kind === 'journal';
  let whole = true;
  for (const part of parts) {
    if ('entries' in part) {
      opened.index.add(file.name, part.entries);
      if (file.kind === 'journal') opened.looseEntries += part.entries.length;
    } else if (canBeTorn && part.damage.from === end) {
      opened.damaged = opened.damaged === 'middle' ? 'middle' : 'tail';
      // Cut short by a stop: nobody was told it was saved. Complete but changed since: that was an entry.
      if (part.damage.whole) opened.lost += 1;
      whole = await cutTail(fs, folder, file.name, segment, end);
    } else {
      opened.damaged = 'middle';
      opened.damagedFiles.add(file.name);
      opened.lost += framesIn(segment.subarray(part.damage.from, part.damage.to));
      opened.index.damage();
    }
  }
  opened.fileBytes += end;
  return canBeTorn && whole ? { number: file.number, size: end } : null;
}

/** Keeps the torn end aside and removes it; false when the disk refuses, and the segment must not be written behind it. */
async function cutTail(fs: FileSystem, folder: string, name: string, segment: Buffer, end: number): Promise<boolean> {
  try {
    const aside = join(folder, 'damaged');
    await fs.mkdir(aside, { recursive: true });
    await atomicWrite(join(aside, `${name}.${end}.bin`), segment.subarray(end), fs);
    const file = await fs.open(join(folder, name), 'r+');
    try {
      await file.truncate(end);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** How many frames began in a run of unreadable bytes; at least one. */
function framesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) count += 1;
  return Math.max(1, count);
}
