import type { FileHandle } from 'node:fs/promises';
import * as nodeFs from 'node:fs/promises';
import type { AppError } from '@shared/base/appError';

/** The part of the file system that durable storage uses; tests put failing disks in its place. */
export type FileSystem = Pick<
  typeof nodeFs,
  'open' | 'mkdir' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat'
>;

export const nodeFileSystem: FileSystem = nodeFs;

/** Writes every byte at `position`: one call of the system may take only a part. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** Makes names in a folder (new, renamed or removed files) survive a power cut. Windows has no such call and needs none. */
export async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's code of something thrown (`ENOSPC`, `EACCES`), or the kind of error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

export const isDiskFull = (error: unknown): boolean => codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';

/** What a failed write into our own storage means to the user. */
export function storageWriteError(error: unknown): AppError {
  if (isDiskFull(error)) return { code: 'disk-full', name: '' };
  return { code: 'storage-write-failed', detail: codeOf(error) };
}
