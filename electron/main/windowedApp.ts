import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { readLaunch } from './arguments';
import { registerIpc, sendEvent } from './ipc';
import { guardSession } from './lockdown';
import { openLog } from './log';
import { pathsOf } from './openFiles';
import { createPendingFiles } from './pendingFiles';
import { serveApp } from './protocol';
import { createShell } from './shell';

/** Runs the app with its window; a second start hands its files to the first one and ends. */
export async function runWindowedApp(words: readonly string[]): Promise<void> {
  const launch = readLaunch(words);
  const paths = pathsOf(launch.words, process.cwd());
  if (!app.requestSingleInstanceLock({ paths })) {
    app.exit(0);
    return;
  }
  // Before the app is ready, or Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  const userData = app.getPath('userData');
  openLog(join(userData, 'logs', 'main.log'));

  const pending = createPendingFiles(() => sendEvent(shell?.window() ?? null, 'filesPending', null));
  let shell: ReturnType<typeof createShell> | null = null;
  pending.add(paths);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    pending.add([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    pending.add(forwardedPaths(data));
    shell?.focus();
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession);
  shell = createShell({ launch, userData, openBackups: () => undefined });
  registerIpc({ ...shell.handlers, takePendingFiles: pending.take }, shell.window);
  shell.open();
}

/** The paths a second start sent; it runs our own code, but what arrives is checked all the same. */
function forwardedPaths(data: unknown): readonly string[] {
  const paths: unknown = typeof data === 'object' && data !== null && 'paths' in data ? data.paths : [];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').slice(0, 100) : [];
}
