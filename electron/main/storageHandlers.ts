import { mkdir } from 'node:fs/promises';
import { app, shell } from 'electron';
import type { Handlers } from './ipcAnswers';
import { createJournal, type Journal } from './journal';
import { log } from './log';
import { resetDatabase } from './resetDatabase';
import { createSnapshots } from './snapshots';
import { sweepRemains } from './sweepRemains';

type StorageHandlers = Pick<
  Handlers,
  | 'journalStatus'
  | 'journalAppend'
  | 'journalRead'
  | 'journalRecords'
  | 'journalRewrite'
  | 'resetDatabase'
  | 'sweepRemains'
  | 'snapshotWrite'
  | 'snapshotList'
  | 'snapshotRead'
  | 'snapshotReplace'
  | 'openBackupsFolder'
>;

export interface Storage {
  readonly handlers: StorageHandlers;
  /** Waits for what is being written and closes the files. */
  readonly close: () => Promise<void>;
}

/** The journal and the backups of a profile, behind their channels. */
export function createStorage(userData: string): Storage {
  const versions = { app: app.getVersion(), chromium: process.versions.chrome };
  const journal: Journal = createJournal(userData, { versions, log });
  // The window asks for it first thing: it is read while the window is being made.
  void journal.status();
  const snapshots = createSnapshots(userData, { log });
  return {
    handlers: {
      journalStatus: journal.status,
      journalAppend: journal.append,
      journalRead: journal.read,
      journalRecords: journal.records,
      journalRewrite: journal.rewrite,
      resetDatabase: () => resetDatabase(userData),
      sweepRemains: (request) => sweepRemains(userData, request, log),
      snapshotWrite: snapshots.write,
      snapshotList: snapshots.list,
      snapshotRead: snapshots.read,
      snapshotReplace: snapshots.replace,
      openBackupsFolder: () => openFolder(snapshots.folder),
    },
    close: journal.close,
  };
}

async function openFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch {
    // It cannot be made; opening it says so in the log.
  }
  const problem = await shell.openPath(path);
  if (problem) log('folder-not-opened');
}
