import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail, ok, type Result } from '@shared/base/result';
import type { OpenedFile } from '@shared/ipc';
import { errorCode } from './log';

const LIMIT_MB = 256;
const LIMIT_BYTES = LIMIT_MB * 1024 * 1024;
/** More files than this at once are a mistake (a whole folder dropped on the icon). */
const MOST_FILES = 100;

/** Reads a file the user named. Only regular files, at most 256 MB, counted while reading and not as declared. */
export async function readUserFile(path: string): Promise<Result<OpenedFile>> {
  const name = basename(path);
  try {
    const bytes = await readCapped(path);
    return bytes ? ok({ name, bytes }) : fail({ code: 'file-too-large', name, limitMb: LIMIT_MB });
  } catch (error) {
    return fail(unreadable(name, error));
  }
}

/** Absolute paths of the files among the words of a start. */
export function pathsOf(words: readonly string[], workingDirectory: string): readonly string[] {
  return words.slice(0, MOST_FILES).map((word) => (isAbsolute(word) ? word : resolve(workingDirectory, word)));
}

async function readCapped(path: string): Promise<Uint8Array | null> {
  // Without waiting, or a named pipe would hold the app for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile())
      throw Object.assign(new Error('not a file'), { code: stats.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
    if (stats.size > LIMIT_BYTES) return null;
    return await readAtMost(file, stats.size);
  } finally {
    await file.close();
  }
}

async function readAtMost(file: Awaited<ReturnType<typeof open>>, expected: number): Promise<Uint8Array | null> {
  // One byte more than the file had, to notice one that grows meanwhile.
  const bytes = new Uint8Array(expected + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
  }
  throw Object.assign(new Error('changed while being read'), { code: 'EBUSY' });
}

function unreadable(name: string, error: unknown): AppError {
  return { code: 'file-unreadable', name, detail: errorCode(error) };
}
