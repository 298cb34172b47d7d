import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isId } from '@shared/base/ids';
import { fail, ok } from '@shared/base/result';
import type { IpcArgs, IpcResult, SnapshotInfo } from '@shared/ipc';
import { atomicWrite } from './atomicWrite';
import { codeOf, type FileSystem, nodeFileSystem, storageWriteError } from './durableFiles';
import { nameSnapshot, parseSnapshotName, type SnapshotFile, snapshotsToDrop } from './snapshotRing';

export interface SnapshotOptions {
  readonly fs?: FileSystem;
  /** Clock, epoch ms. */
  readonly now?: () => number;
  readonly log?: (what: string, detail: string) => void;
}

/** Whole workshops as `.personarium` files under `<dir>/backups/<workshop>`: the last ten and one a day for three weeks. */
export interface Snapshots {
  /** The folder to show to users who look for their backups. */
  readonly folder: string;
  /** Adds one, then drops what the ring no longer keeps. Fails with `disk-full` or `storage-write-failed`. */
  readonly write: (...args: IpcArgs<'snapshotWrite'>) => Promise<IpcResult<'snapshotWrite'>>;
  /** Newest first; those of one workshop, or all. */
  readonly list: (...args: IpcArgs<'snapshotList'>) => Promise<IpcResult<'snapshotList'>>;
  /** Fails with `file-unreadable`. */
  readonly read: (...args: IpcArgs<'snapshotRead'>) => Promise<IpcResult<'snapshotRead'>>;
  /**
   * Puts other bytes in the place of a backup, which keeps its name and date; null removes it. One that is gone already is no failure.
   * Fails with `disk-full` or `storage-write-failed`.
   */
  readonly replace: (...args: IpcArgs<'snapshotReplace'>) => Promise<IpcResult<'snapshotReplace'>>;
}

const TITLE_FILE = 'title.txt';

export function createSnapshots(dir: string, options: SnapshotOptions = {}): Snapshots {
  const { fs = nodeFileSystem, now = Date.now, log = () => undefined } = options;
  const folder = join(dir, 'backups');
  const listAll = async (workshopId: string | null): Promise<Stored[]> => {
    const ids = workshopId === null ? await fs.readdir(folder).catch(() => []) : [workshopId];
    const lists = await Promise.all(ids.filter(isId).map((id) => storedIn(fs, folder, id)));
    return lists.flat().sort((a, b) => b.file.savedAt - a.file.savedAt || b.file.number - a.file.number);
  };

  const write: Snapshots['write'] = async ({ workshopId, title, bytes }) => {
    const place = join(folder, workshopId);
    try {
      await fs.mkdir(place, { recursive: true });
      const before = await storedIn(fs, folder, workshopId);
      const number = Math.max(0, ...before.map(({ file }) => file.number)) + 1;
      const file: SnapshotFile = {
        number,
        savedAt: now(),
        size: bytes.length,
        name: nameSnapshot(number, now(), title),
      };
      // The title first: a backup is never seen without it.
      await atomicWrite(join(place, TITLE_FILE), new TextEncoder().encode(title), fs);
      await atomicWrite(join(place, file.name), bytes, fs);
      const drop = snapshotsToDrop([...before.map((stored) => stored.file), file]);
      await Promise.all(drop.map((old) => fs.rm(join(place, old.name), { force: true })));
      return ok(infoOf({ workshopId, title, file }));
    } catch (error) {
      log('snapshot-write', codeOf(error));
      return fail(storageWriteError(error));
    }
  };

  const read: Snapshots['read'] = async (token) => {
    const stored = (await listAll(null)).find((candidate) => tokenOf(candidate) === token);
    if (!stored) return fail({ code: 'file-unreadable', name: '', detail: 'no such backup' });
    try {
      return ok(new Uint8Array(await fs.readFile(join(folder, stored.workshopId, stored.file.name))));
    } catch (error) {
      return fail({ code: 'file-unreadable', name: stored.file.name, detail: codeOf(error) });
    }
  };

  const replace: Snapshots['replace'] = async ({ token, bytes }) => {
    const stored = (await listAll(null)).find((candidate) => tokenOf(candidate) === token);
    if (!stored) return ok(null);
    const path = join(folder, stored.workshopId, stored.file.name);
    try {
      if (bytes) await atomicWrite(path, bytes, fs);
      else await fs.rm(path, { force: true });
      return ok(null);
    } catch (error) {
      log('snapshot-replace', codeOf(error));
      return fail(storageWriteError(error));
    }
  };

  return { folder, write, replace, list: async (workshopId) => (await listAll(workshopId)).map(infoOf), read };
}

interface Stored {
  readonly workshopId: string;
  readonly title: string;
  readonly file: SnapshotFile;
}

async function storedIn(fs: FileSystem, folder: string, workshopId: string): Promise<Stored[]> {
  const place = join(folder, workshopId);
  const names = await fs.readdir(place).catch((): string[] => []);
  const title = await fs.readFile(join(place, TITLE_FILE), 'utf8').catch(() => '');
  const files = await Promise.all(names.map((name) => storedFile(fs, place, name)));
  return files.flatMap((file) => (file ? [{ workshopId, title, file }] : []));
}

async function storedFile(fs: FileSystem, place: string, name: string): Promise<SnapshotFile | null> {
  const parsed = parseSnapshotName(name);
  const stat = parsed && (await fs.stat(join(place, name)).catch(() => null));
  return stat ? { ...parsed, name, size: stat.size } : null;
}

/** What the window gets instead of a path. */
const tokenOf = ({ workshopId, file }: Stored): string =>
  createHash('sha256').update(`${workshopId}/${file.name}`).digest('hex').slice(0, 32);

const infoOf = (stored: Stored): SnapshotInfo => ({
  token: tokenOf(stored),
  workshopId: stored.workshopId,
  title: stored.title,
  savedAt: stored.file.savedAt,
  size: stored.file.size,
});
