import { join } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail, ok, type Result } from '@shared/base/result';
import { atomicWrite } from './atomicWrite';
import type { FileSystem } from './durableFiles';

/** Raised with every change of what is stored that an older app must not touch: 2 has records in the journal. */
export const STORAGE_FORMAT = 2;

export interface Versions {
  readonly app: string;
  readonly chromium: string;
}

interface StoredState extends Versions {
  readonly format: number;
}

/**
 * Who wrote this storage last, null when nobody said. Fails with `storage-newer` when that was an app this one must not follow; nothing
 * is touched then.
 */
export async function readState(fs: FileSystem, folder: string): Promise<Result<Versions | null, AppError>> {
  const state = await parse(fs, join(folder, 'state.json'));
  if (!state) return ok(null);
  if (state.format > STORAGE_FORMAT) return fail({ code: 'storage-newer', appVersion: state.app });
  return ok({ app: state.app, chromium: state.chromium });
}

/** Notes that this app writes here now. */
export async function writeState(fs: FileSystem, folder: string, versions: Versions): Promise<void> {
  const state: StoredState = { format: STORAGE_FORMAT, app: versions.app, chromium: versions.chromium };
  await atomicWrite(join(folder, 'state.json'), new TextEncoder().encode(`${JSON.stringify(state)}\n`), fs);
}

async function parse(fs: FileSystem, path: string): Promise<StoredState | null> {
  try {
    const state: unknown = JSON.parse(await fs.readFile(path, 'utf8'));
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

function isState(value: unknown): value is StoredState {
  if (typeof value !== 'object' || value === null) return false;
  const { format, app, chromium } = value as Partial<Record<keyof StoredState, unknown>>;
  return typeof format === 'number' && typeof app === 'string' && typeof chromium === 'string';
}
