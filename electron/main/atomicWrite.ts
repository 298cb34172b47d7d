import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type FileSystem, nodeFileSystem, syncFolder, writeAll } from './durableFiles';

/** Virus scanners and sync tools hold fresh files for a moment on Windows. */
const BUSY: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const RENAME_TRIES = 6;

/** The file to be replaced is held by another program; its folder does take files. */
export class TargetBusyError extends Error {
  override name = 'TargetBusyError';
}

/**
 * Writes a file so that at every moment, power cut included, its path holds the old content or the new one, whole: temporary file beside
 * it, flush, rename, flush of the folder. A link is followed. Throws the system's error, or
 * `TargetBusyError`, with nothing left behind.
 */
export async function atomicWrite(path: string, bytes: Uint8Array, fs: FileSystem = nodeFileSystem): Promise<void> {
  const target = await fs.realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeNew(temporary, bytes, fs);
    await renameOver(temporary, target, fs);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, folder);
}

async function writeNew(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  const file = await fs.open(path, 'wx');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameOver(from: string, to: string, fs: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!BUSY.has(codeOf(error))) throw error;
      if (process.platform !== 'win32' || attempt === RENAME_TRIES)
        throw new TargetBusyError(codeOf(error), { cause: error });
      await wait(30 * attempt);
    }
  }
}
