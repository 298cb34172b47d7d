import type { DesktopApi } from '@shared/ipc';
import type { Documents } from './documents';
import type { Writer } from './writer';

/** Main waits five seconds for an answer. */
const ANSWER_WITHIN_MS = 4_000;
/** Backups and snapshots may take what is left of it, but never hold up the answer. */
const TIDY_WITHIN_MS = 1_500;

export interface ClosingPorts {
  readonly desktop: DesktopApi;
  readonly writer: Writer;
  readonly documents: Documents;
  readonly makeBackups: () => Promise<void>;
}

/** Writes what waits whenever the window loses attention or goes away, and tells main whether it may close. */
export function saveOnLeaving({ desktop, writer, documents, makeBackups }: ClosingPorts): void {
  const flush = () => void writer.flush();
  window.addEventListener('blur', flush);
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => document.hidden && flush());
  desktop.on('closeRequested', () => {
    void (async () => {
      const state = await soonest(ANSWER_WITHIN_MS - TIDY_WITHIN_MS, writer.flush());
      if (state?.status === 'saved')
        await soonest(TIDY_WITHIN_MS, Promise.allSettled([documents.settleAll(), makeBackups()]));
      await desktop.closeAnswer(state?.status === 'saved' ? 'flushed' : 'unsaved');
    })();
  });
}

/** The outcome, or null when it takes longer than `ms`. */
function soonest<T>(ms: number, task: Promise<T>): Promise<T | null> {
  return Promise.race([task, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
}
