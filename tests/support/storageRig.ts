import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootInfo, DesktopApi, IpcEvents } from '@shared/ipc';
import Dexie from 'dexie';
import { createJournal, type Journal } from '../../electron/main/journal';
import { createSnapshots, type Snapshots } from '../../electron/main/snapshots';
import { sweepRemains } from '../../electron/main/sweepRemains';

/** The main process's side of storage, in this process and on a real folder. */
export interface StorageRig {
  readonly dir: string;
  readonly desktop: DesktopApi;
  readonly snapshots: Snapshots;
  /** What the journal answers to appends while it is set; the disk is not touched then. */
  refuseAppends: Awaited<ReturnType<Journal['append']>> | null;
  /** Appends wait for this. */
  holdAppends: Promise<unknown>;
  readonly closeAnswers: string[];
  /** What is noted as being erased. */
  erasing: readonly string[];
  readonly emit: <E extends keyof IpcEvents>(event: E, payload: IpcEvents[E]) => void;
  /** A new start of the main process on the same folder. */
  readonly restart: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function createStorageRig(now: () => number = Date.now): Promise<StorageRig> {
  const dir = await mkdtemp(join(tmpdir(), 'storage-rig-'));
  const openJournal = () => createJournal(dir, { versions: { app: '0.1.0', chromium: '130' }, reserveBytes: 100, now });
  let journal = openJournal();
  const snapshots = createSnapshots(dir, { now });
  let database = '';
  const listeners = new Map<string, (payload: never) => void>();
  const rig: StorageRig = {
    dir,
    snapshots,
    refuseAppends: null,
    holdAppends: Promise.resolve(),
    closeAnswers: [],
    erasing: [],
    emit: (event, payload) => listeners.get(event)?.(payload as never),
    restart: async () => {
      await journal.close();
      journal = openJournal();
    },
    remove: async () => {
      await journal.close();
      // A backup may still be on its way.
      await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
    // Only what storage uses; anything else is a mistake of the test.
    desktop: {
      boot: async () => ({ appVersion: '0.1.0', database }) as BootInfo,
      setPreferences: async (changes) => {
        database = changes.database ?? database;
        rig.erasing = changes.erasing ?? rig.erasing;
      },
      journalStatus: () => journal.status(),
      journalAppend: async (entries) => {
        await rig.holdAppends;
        return rig.refuseAppends ?? journal.append(entries);
      },
      journalRead: (query) => journal.read(query),
      journalRecords: () => journal.records(),
      resetDatabase: async () => {
        await Dexie.delete('personarium');
        return { ok: true, value: { keptCopy: false } };
      },
      snapshotWrite: snapshots.write,
      snapshotList: snapshots.list,
      snapshotRead: snapshots.read,
      snapshotReplace: snapshots.replace,
      journalRewrite: () => journal.rewrite(),
      sweepRemains: async (request) => sweepRemains(dir, request, () => undefined),
      closeAnswer: async (answer) => {
        rig.closeAnswers.push(answer);
      },
      on: (event, listener) => {
        listeners.set(event, listener);
        return () => listeners.delete(event);
      },
    } as Partial<DesktopApi> as DesktopApi,
  };
  return rig;
}
