import type { Result } from '@shared/base/result';
import type { OpenedFile } from '@shared/ipc';
import { readUserFile } from './openFiles';

export interface PendingFiles {
  /** Files arrived: a double-click, a second start, a word of the command that started the app. */
  readonly add: (paths: readonly string[]) => void;
  /** Reads and forgets what has arrived. */
  readonly take: () => Promise<readonly Result<OpenedFile>[]>;
}

/** Keeps files that arrive until the window asks for them; `arrived` runs when there are new ones. */
export function createPendingFiles(arrived: () => void): PendingFiles {
  let waiting: readonly string[] = [];
  return {
    add: (paths) => {
      if (paths.length === 0) return;
      waiting = [...new Set([...waiting, ...paths])];
      arrived();
    },
    take: async () => {
      const paths = waiting;
      waiting = [];
      const files: Result<OpenedFile>[] = [];
      // One after the other: several large files at once would need their sum of memory twice.
      for (const path of paths) files.push(await readUserFile(path));
      return files;
    },
  };
}
