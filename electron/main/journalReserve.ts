import { randomFill } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type FileSystem, writeAll } from './durableFiles';

/** Room for the last minutes of a workshop on a disk that is full. */
export const RESERVE_BYTES = 4 * 1024 * 1024;
const RETRY_MS = 30_000;

/** Disk space kept aside in a file, given up when the disk is full so that the last edits still land. */
export interface Reserve {
  /** Frees the space; false when there was none left to free. */
  readonly release: () => Promise<boolean>;
  /** Sets the space aside again where the disk allows it; at most every half minute. */
  readonly restore: () => Promise<void>;
  /** True while the space is not set aside: the disk is nearly full. */
  readonly isSpent: () => boolean;
}

/** `now` is the clock, epoch ms. */
export function createReserve(fs: FileSystem, folder: string, now: () => number, bytes = RESERVE_BYTES): Reserve {
  const path = join(folder, 'reserve.bin');
  let present = false;
  let spent = false;
  let triedAt = Number.NEGATIVE_INFINITY;

  const release = async (): Promise<boolean> => {
    if (!present) return false;
    await fs.rm(path, { force: true });
    [present, spent] = [false, true];
    triedAt = now();
    return true;
  };

  const restore = async (): Promise<void> => {
    if (present || Math.abs(now() - triedAt) < RETRY_MS) return;
    triedAt = now();
    present = await setAside(fs, path, bytes);
    spent = !present;
  };

  return { release, restore, isSpent: () => spent };
}

const noise = promisify<Uint8Array, Uint8Array>(randomFill);

async function setAside(fs: FileSystem, path: string, bytes: number): Promise<boolean> {
  try {
    const known = await fs.stat(path).catch(() => null);
    if (known?.size === bytes) return true;
    const file = await fs.open(path, 'w');
    try {
      // Noise, because a file of zeros may take no space on a compressing file system.
      await writeAll(file, await noise(new Uint8Array(bytes)), 0);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    await fs.rm(path, { force: true }).catch(() => undefined);
    return false;
  }
}
