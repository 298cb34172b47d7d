import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail, ok, type Result } from '@shared/base/result';
import type { IpcArgs, Target } from '@shared/ipc';
import { atomicWrite, TargetBusyError } from './atomicWrite';
import { codeOf, type FileSystem, isDiskFull, nodeFileSystem } from './durableFiles';
import { freePath, isPlainFileName } from './fileNames';

/** The oldest tokens are forgotten beyond this many. */
const MOST_TOKENS = 1_000;

/** Places a person chose for writing. The window only ever holds their tokens. */
export interface Targets {
  readonly addFile: (path: string) => Target;
  readonly addFolder: (path: string) => Target;
  /** Writes whole or not at all. In a folder nobody confirmed a name, so nothing there is replaced: a free name is taken. */
  readonly write: (...args: IpcArgs<'writeTarget'>) => Promise<Result<Target>>;
  /** The path of a token, for showing it to the person; null when it is unknown. */
  readonly pathOf: (token: string) => string | null;
}

interface Place {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

export function createTargets(): Targets {
  const places = new Map<string, Place>();

  const add = (place: Place): Target => {
    const token = randomBytes(16).toString('hex');
    places.set(token, place);
    const [oldest] = places.keys();
    if (places.size > MOST_TOKENS && oldest) places.delete(oldest);
    return { token, name: basename(place.path) };
  };

  const write: Targets['write'] = async ({ token, name, bytes }) => {
    const place = places.get(token);
    if (!place) return fail({ code: 'file-write-failed', name: name ?? '', detail: 'unknown token' });
    const path = await pathIn(place, name);
    if (!path) return fail({ code: 'file-write-failed', name: name ?? '', detail: 'not a file name' });
    const written = await writeUserFile(path, bytes);
    return written.ok
      ? ok(place.kind === 'file' ? { token, name: basename(path) } : add({ kind: 'file', path }))
      : written;
  };

  return {
    addFile: (path) => add({ kind: 'file', path }),
    addFolder: (path) => add({ kind: 'folder', path }),
    write,
    pathOf: (token) => places.get(token)?.path ?? null,
  };
}

/** Writes a file where a person asked for it: whole, or not at all. */
export async function writeUserFile(
  path: string,
  bytes: Uint8Array,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<null>> {
  try {
    await atomicWrite(path, bytes, fs);
    return ok(null);
  } catch (error) {
    return fail(refusal(error, basename(path)));
  }
}

const PROTECTED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** What a person can do about it differs: make room, go elsewhere, close the other program. */
function refusal(error: unknown, name: string): AppError {
  if (isDiskFull(error)) return { code: 'target-full', name };
  if (error instanceof TargetBusyError) return { code: 'target-busy', name, detail: error.message };
  const detail = codeOf(error);
  return { code: PROTECTED.has(detail) ? 'target-read-only' : 'file-write-failed', name, detail };
}

async function pathIn(place: Place, name: string | null): Promise<string | null> {
  if (place.kind === 'file') return name === null ? place.path : null;
  return name !== null && isPlainFileName(name) ? freePath(place.path, name) : null;
}
