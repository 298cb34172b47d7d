import type { DesktopApi } from '@shared/ipc';
import type { Documents } from './documents';
import type { Versions } from './versions';
import type { Writer } from './writer';

/** Main waits five seconds for an answer. Backups and snapshots may take what writing leaves of it. */
const ANSWER_WITHIN_MS = 4_500;

export interface ClosingPorts {
  readonly desktop: DesktopApi;
  readonly writer: Writer;
  readonly documents: Documents;
  readonly makeBackups: () => Promise<void>;
  readonly versions: Pick<Versions, 'settle'>;
}

/** Writes what waits whenever the window loses attention or goes away, and tells main whether it may close. */
export function saveOnLeaving({ desktop, writer, documents, makeBackups, versions }: ClosingPorts): void {
  const flush = () => void writer.flush();
  window.addEventListener('blur', flush);
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => document.hidden && flush());
  desktop.on('closeRequested', () => {
    void (async () => {
      const saving = writer.flush();
      const tidying = saving.then(() => Promise.allSettled([documents.settleAll(), versions.settle(), makeBackups()]));
      await soonest(ANSWER_WITHIN_MS, tidying);
      const state = await soonest(0, saving);
      await desktop.closeAnswer(state?.status === 'saved' ? 'flushed' : 'unsaved');
    })();
  });
}

/** The outcome, or null when it takes longer than `ms`. */
function soonest<T>(ms: number, task: Promise<T>): Promise<T | null> {
  return Promise.race([task, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
}
