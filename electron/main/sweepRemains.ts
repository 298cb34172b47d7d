import type { Stats } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IpcArgs, IpcResult } from '@shared/ipc';
import { codeOf, storageWriteError } from './durableFiles';

/** Files of the engine's databases that hold no content: locks, the list of files, its own log. */
const WITHOUT_CONTENT = /^(LOCK|CURRENT|MANIFEST-.*|LOG(\.old)?)$/;

/**
 * Removes copies of the data that nothing refers to any more (databases set aside as damaged, files that a stop left half written), and tells how many
 * files of the databases are older than `since` (epoch ms) or hold `mark`, which was written beside what was deleted: once there are none, nothing
 * of that is on disk.
 */
export async function sweepRemains(
  userData: string,
  { since, mark }: IpcArgs<'sweepRemains'>[0],
  log: (what: string, detail: string) => void,
): Promise<IpcResult<'sweepRemains'>> {
  try {
    await rm(join(userData, 'damaged'), { recursive: true, force: true });
    await removeHalfWritten(userData);
    await removeHalfWritten(join(userData, 'backups'));
    for (const name of await namesIn(join(userData, 'backups')))
      await removeHalfWritten(join(userData, 'backups', name));
    const forms = [Buffer.from(mark, 'latin1'), Buffer.from(mark, 'utf16le')];
    return { ok: true, value: { oldFiles: await countOld(join(userData, 'IndexedDB'), since, forms) } };
  } catch (error) {
    log('sweep-remains', codeOf(error));
    return { ok: false, error: storageWriteError(error) };
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function removeHalfWritten(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.endsWith('.tmp')) await rm(join(folder, name), { force: true });
}

async function countOld(folder: string, since: number, forms: readonly Buffer[]): Promise<number> {
  let count = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    // The engine may have removed it meanwhile.
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) count += await countOld(path, since, forms);
    else if (found && !WITHOUT_CONTENT.test(name) && found.size > 0 && (await isOld(path, found, since, forms)))
      count += 1;
  }
  return count;
}

async function isOld(
  path: string,
  { birthtimeMs, mtimeMs }: Stats,
  since: number,
  forms: readonly Buffer[],
): Promise<boolean> {
  if ((birthtimeMs || mtimeMs) < since) return true;
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return forms.some((form) => bytes.includes(form));
}
