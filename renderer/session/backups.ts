import type { AppError } from '@shared/base/appError';
import type { DocId, WorkshopId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { DesktopApi } from '@shared/ipc';
import type { WorkshopCard } from './library';
import type { BackupStates } from './loadDocument';
import { packWorkshop } from './packWorkshop';

/** Edits older than this without a backup get one. */
export const BACKUP_AFTER_MS = 10 * 60_000;

/** Backups of whole workshops, made as edits come and when a workshop is left. */
export interface Backups {
  readonly make: (id: WorkshopId) => Promise<Result<null>>;
  /** A workshop was edited: it gets a backup in ten minutes at the latest. */
  readonly edited: (id: WorkshopId) => void;
  /** A workshop was closed: it gets a backup now when it was edited since the last one. */
  readonly closed: (id: WorkshopId) => Promise<void>;
  /** Backs up everything edited since its last backup. */
  readonly makeAll: () => Promise<void>;
  /** Waits for backups that are being made: they hold what was there when they were begun. */
  readonly idle: () => Promise<void>;
  /** Backs up, one after the other, what an earlier run left without one (it was killed, or had no time). */
  readonly catchUp: (workshops: () => readonly Pick<WorkshopCard, 'id' | 'updatedAt'>[]) => Promise<void>;
}

export interface BackupsPorts {
  readonly desktop: DesktopApi;
  readonly take: (id: WorkshopId) => Promise<Result<WorkshopBundle>>;
  readonly titleOf: (id: WorkshopId) => string;
  readonly now: () => number;
}

export function createBackups({ desktop, take, titleOf, now }: BackupsPorts): Backups {
  const edited = new Map<WorkshopId, ReturnType<typeof setTimeout>>();
  let version: Promise<string> | null = null;

  const running = new Set<Promise<unknown>>();
  const make = (id: WorkshopId): Promise<Result<null>> => {
    const making = makeNow(id);
    running.add(making);
    return making.finally(() => running.delete(making));
  };

  const makeNow = async (id: WorkshopId): Promise<Result<null>> => {
    clearTimeout(edited.get(id));
    edited.delete(id);
    const bundle = await take(id);
    if (!bundle.ok) return bundle;
    version ??= desktop.boot().then((boot) => boot.appVersion);
    const savedAt = new Date(now()).toISOString();
    const bytes = await packWorkshop(bundle.value, { appVersion: await version, savedAt });
    const written = await desktop.snapshotWrite({ workshopId: id, title: titleOf(id), bytes: new Uint8Array(bytes) });
    return written.ok ? ok(null) : written;
  };

  const attempt = async (id: WorkshopId): Promise<void> => {
    const made = await make(id).catch((error: unknown) => ({ ok: false as const, error: String(error) }));
    if (!made.ok) console.error('backup failed', made.error);
  };

  return {
    make,
    edited: (id) => {
      if (!edited.has(id))
        edited.set(
          id,
          setTimeout(() => void attempt(id), BACKUP_AFTER_MS),
        );
    },
    closed: async (id) => {
      if (edited.has(id)) await attempt(id);
    },
    makeAll: async () => {
      await Promise.all([...edited.keys()].map(attempt));
    },
    idle: async () => {
      await Promise.allSettled(running);
    },
    catchUp: async (workshops) => {
      const newest = new Map<string, number>();
      for (const info of await desktop.snapshotList(null).catch(() => [])) {
        newest.set(info.workshopId, Math.max(info.savedAt, newest.get(info.workshopId) ?? 0));
      }
      for (const { id, updatedAt } of workshops()) {
        if (edited.has(id) || updatedAt <= (newest.get(id) ?? 0)) continue;
        await idle();
        await attempt(id);
      }
    },
  };
}

/** A moment when nobody is typing or dragging, at the latest after half a minute. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 30_000 });
  });

/** What the backups folder holds, for rebuilding. Unreadable files are passed over. */
export interface BackupReader {
  /** The newest readable backup of each workshop. */
  readonly newest: () => Promise<readonly WorkshopBundle[]>;
  readonly statesOf: BackupStates;
  readonly count: () => Promise<number>;
}

export function createBackupReader(desktop: DesktopApi): BackupReader {
  let newest: Promise<readonly WorkshopBundle[]> | null = null;
  const list = () => desktop.snapshotList(null).catch(() => []);

  const readNewest = async (): Promise<readonly WorkshopBundle[]> => {
    const bundles = new Map<string, WorkshopBundle>();
    for (const info of await list()) {
      if (bundles.has(info.workshopId)) continue;
      const bundle = await readBackup(desktop, info.token);
      if (bundle.ok) bundles.set(info.workshopId, bundle.value);
    }
    return [...bundles.values()];
  };
  const newestOnce = () => {
    newest ??= readNewest();
    return newest;
  };

  return {
    newest: newestOnce,
    statesOf: async (id: DocId) => (await newestOnce()).flatMap((bundle) => bundle.docs[id]?.state ?? []),
    count: async () => (await list()).length,
  };
}

async function readBackup(desktop: DesktopApi, token: string): Promise<Result<WorkshopBundle, AppError>> {
  const bytes = await desktop.snapshotRead(token);
  if (!bytes.ok) return bytes;
  const { readWorkshopFile } = await import('@shared/file/workshopFile');
  return readWorkshopFile(bytes.value, 'backup.personarium');
}
