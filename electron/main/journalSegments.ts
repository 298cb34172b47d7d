import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSystem, syncFolder, writeAll } from './durableFiles';

/*
 * Files of the journal folder: `base-N.log` holds everything up to segment N in compacted form, `journal-N.log` are the segments after it,
 * the last one open for appending. A base replaces every file with a number up to its own, whether or not they are already removed.
 */
const NAME = /^(base|journal)-(\d{8})\.log$/;
const nameOf = (kind: 'base' | 'journal', number: number): string => `${kind}-${String(number).padStart(8, '0')}.log`;

export const baseName = (number: number): string => nameOf('base', number);

export interface SegmentFile {
  readonly name: string;
  readonly kind: 'base' | 'journal';
  readonly number: number;
}

export interface SegmentList {
  /** To be read, in this order. */
  readonly live: readonly SegmentFile[];
  /** Replaced by a base, or left half-made by a stop: to be removed. */
  readonly stale: readonly string[];
}

/** What the folder holds; an empty folder (or none) is an empty journal. */
export async function listSegments(fs: FileSystem, folder: string): Promise<SegmentList> {
  const names = await fs.readdir(folder);
  const files = names.flatMap((name) => {
    const match = NAME.exec(name);
    return match
      ? [{ name, kind: match[1] === 'base' ? ('base' as const) : ('journal' as const), number: Number(match[2]) }]
      : [];
  });
  const base = Math.max(0, ...files.filter((file) => file.kind === 'base').map((file) => file.number));
  const isLive = (file: SegmentFile) => file.number > base || (file.kind === 'base' && file.number === base);
  return {
    live: files.filter(isLive).sort((a, b) => a.number - b.number),
    stale: [
      ...files.filter((file) => !isLive(file)).map((file) => file.name),
      ...names.filter((name) => name.endsWith('.tmp')),
    ],
  };
}

/** The segment that appends go to. */
export interface OpenSegment {
  readonly name: string;
  readonly number: number;
  readonly size: () => number;
  /** Durable when it resolves; on failure the file is cut back to what it held before. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens segment `number`, made if it is not there; `size` is the end of its valid frames. */
export async function openSegment(fs: FileSystem, folder: string, number: number, size: number): Promise<OpenSegment> {
  const name = nameOf('journal', number);
  const path = join(folder, name);
  const file = await fs.open(path, size > 0 ? 'r+' : 'w+');
  try {
    if (size === 0) await syncFolder(fs, folder);
  } catch (error) {
    await file.close();
    throw error;
  }
  return segmentOn(file, name, number, size);
}

function segmentOn(file: FileHandle, name: string, number: number, start: number): OpenSegment {
  let size = start;
  /** A failed append could not be cut off: nothing may be written behind it. */
  let broken = false;

  const append = async (bytes: Uint8Array): Promise<void> => {
    if (broken) await file.truncate(size);
    broken = true;
    try {
      await writeAll(file, bytes, size);
      await file.datasync();
    } catch (error) {
      await file.truncate(size).then(
        () => {
          broken = false;
        },
        () => undefined,
      );
      throw error;
    }
    broken = false;
    size += bytes.length;
  };

  return { name, number, size: () => size, append, close: () => file.close() };
}
