import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import type { Launch } from './arguments';
import { sendEvent } from './events';
import { type FirstWindow, openFirstWindow } from './firstWindow';
import { spareGraphics } from './graphics';
import { registerIpc } from './ipc';
import { guardSession } from './lockdown';
import { openLog } from './log';
import { pathsOf } from './openFiles';
import { createPendingFiles } from './pendingFiles';
import { readAhead, serveApp } from './protocol';
import { electronIsReady } from './startTimes';

/**
 * Starts the app with its window; a second start hands its files to the first one and ends. What answers the window is read while the
 * window's process starts: nothing here may import messages or schemas, which take longer to read than a window to be made.
 */
export async function startWithWindow(launch: Launch): Promise<void> {
  const paths = pathsOf(launch.files, process.cwd());
  if (!app.requestSingleInstanceLock({ paths })) {
    app.exit(0);
    return;
  }
  // Before the app is ready, or Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  const userData = app.getPath('userData');
  openLog(join(userData, 'logs', 'main.log'));
  spareGraphics(userData);
  let first: FirstWindow | null = null;
  const pending = createPendingFiles(() => sendEvent(first?.window ?? null, 'filesPending', null));
  pending.add(paths);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    pending.add([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    pending.add(forwardedPaths(data));
    first?.focus();
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  electronIsReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession);
  const opened = openFirstWindow(launch, userData);
  first = opened;
  readAhead();
  const answer = import('./windowedApp').then(({ runWindowedApp }) =>
    runWindowedApp({ ...opened, launch, userData, pending }),
  );
  registerIpc(() => (opened.window.isDestroyed() ? null : opened.window), answer);
}

/** The paths a second start sent; it runs our own code, but what arrives is checked all the same. */
function forwardedPaths(data: unknown): readonly string[] {
  const paths: unknown = typeof data === 'object' && data !== null && 'paths' in data ? data.paths : [];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').slice(0, 100) : [];
}
