import { app } from 'electron';
import type { Launch } from './arguments';
import { createFileHandlers } from './fileHandlers';
import type { FirstWindow } from './firstWindow';
import type { Answer } from './ipc';
import { answersOf, type Handlers } from './ipcAnswers';
import { errorCode, log } from './log';
import { NO_COMMAND_LINE } from './noCommandLine';
import { createPrinter } from './pdfPrint';
import type { PendingFiles } from './pendingFiles';
import { createShell } from './shell';
import { createStorage } from './storageHandlers';
import { createTargets } from './targets';

const LONGEST_END_MS = 3_000;

interface WindowedApp extends FirstWindow {
  readonly launch: Launch;
  readonly userData: string;
  readonly pending: PendingFiles;
}

/** Everything that stands behind the window: its menu, its files, its storage and its printer. Returns what answers its requests. */
export function runWindowedApp({ pending, userData, ...opened }: WindowedApp): Answer {
  const printer = createPrinter();
  const storage = createStorage(userData);
  const shell = createShell({
    ...opened,
    userData,
    openBackups: () => void storage.handlers.openBackupsFolder(),
    // The hidden print window would otherwise keep the app alive.
    closed: () => app.quit(),
  });
  endAfter(storage.close);
  const files = createFileHandlers({
    window: shell.window,
    lang: () => shell.preferences().lang,
    pending,
    targets: createTargets(),
    pdfExpected: printer.warmUp,
  });
  const handlers = {
    ...shell.handlers,
    ...files,
    ...storage.handlers,
    preparePdf: printer.prepare,
    printPdf: printer.print,
    ...NO_COMMAND_LINE,
  };
  return answersOf(handlers satisfies Handlers);
}

/** Lets `last` finish before the process ends, but does not wait for ever. */
function endAfter(last: () => Promise<void>): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    ended = true;
    const timeout = new Promise((resolve) => setTimeout(resolve, LONGEST_END_MS));
    void Promise.race([last(), timeout])
      .catch((error: unknown) => log('end-failed', errorCode(error)))
      .then(() => app.exit(0));
  });
}
