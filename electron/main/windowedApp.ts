import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { readLaunch } from './arguments';
import { createFileHandlers } from './fileHandlers';
import { type Handlers, registerIpc, sendEvent } from './ipc';
import { guardSession } from './lockdown';
import { errorCode, log, openLog } from './log';
import { NO_COMMAND_LINE } from './noCommandLine';
import { pathsOf } from './openFiles';
import { createPrinter } from './pdfPrint';
import { createPendingFiles } from './pendingFiles';
import { readAhead, serveApp } from './protocol';
import { createShell } from './shell';
import { electronIsReady } from './startTimes';
import { createStorage } from './storageHandlers';
import { createTargets } from './targets';

const LONGEST_END_MS = 3_000;

/** Runs the app with its window; a second start hands its files to the first one and ends. */
export async function runWindowedApp(words: readonly string[]): Promise<void> {
  const launch = readLaunch(words);
  const paths = pathsOf(launch.files, process.cwd());
  if (!app.requestSingleInstanceLock({ paths })) {
    app.exit(0);
    return;
  }
  // Before the app is ready, or Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  const userData = app.getPath('userData');
  openLog(join(userData, 'logs', 'main.log'));

  const printer = createPrinter();
  const storage = createStorage(userData);
  const targets = createTargets();
  const shell = createShell({
    launch,
    userData,
    openBackups: () => void storage.handlers.openBackupsFolder(),
    // The hidden print window would otherwise keep the app alive.
    closed: () => app.quit(),
  });
  const pending = createPendingFiles(() => sendEvent(shell.window(), 'filesPending', null));
  pending.add(paths);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    pending.add([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    pending.add(forwardedPaths(data));
    shell.focus();
  });
  app.on('window-all-closed', () => app.quit());
  endAfter(storage.close);

  await app.whenReady();
  electronIsReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession);
  void readAhead();
  // Its process is made while this one goes on here; what it asks is answered after this turn, when somebody listens.
  shell.open();
  const files = createFileHandlers({
    window: shell.window,
    lang: () => shell.preferences().lang,
    pending,
    targets,
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
  registerIpc(handlers satisfies Handlers, shell.window);
  // The window asks for it first thing: it is read while the window's process starts.
  void storage.handlers.journalStatus();
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

/** The paths a second start sent; it runs our own code, but what arrives is checked all the same. */
function forwardedPaths(data: unknown): readonly string[] {
  const paths: unknown = typeof data === 'object' && data !== null && 'paths' in data ? data.paths : [];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').slice(0, 100) : [];
}
