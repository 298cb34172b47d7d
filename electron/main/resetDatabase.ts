import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IpcResult } from '@shared/ipc';
import { session } from 'electron';
import { codeOf } from './durableFiles';
import { log } from './log';
import { APP_ORIGIN } from './origin';

/** Copies of damaged databases that are kept. */
const COPIES = 3;

/**
 * Removes a database that the window can neither open nor delete, copied to `<userData>/damaged` first; the window then makes a new one
 * and fills it from the journal.
 */
export async function resetDatabase(userData: string): Promise<IpcResult<'resetDatabase'>> {
  const keptCopy = await keepCopy(userData);
  try {
    await session.defaultSession.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
    log('database-reset', keptCopy ? 'copied' : 'not copied');
    return { ok: true, value: { keptCopy } };
  } catch (error) {
    log('database-reset', codeOf(error));
    return { ok: false, error: { code: 'storage-unopenable', detail: codeOf(error) } };
  }
}

async function keepCopy(userData: string): Promise<boolean> {
  const folder = join(userData, 'damaged');
  try {
    await mkdir(folder, { recursive: true });
    const old = (await readdir(folder)).sort().slice(0, 1 - COPIES);
    await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
    const name = `IndexedDB-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    // The engine holds its lock file open, and a copy needs none.
    const filter = (path: string) => !/[\\/]LOCK$/.test(path);
    await cp(join(userData, 'IndexedDB'), join(folder, name), { recursive: true, filter });
    return true;
  } catch (error) {
    log('database-copy', codeOf(error));
    return false;
  }
}
