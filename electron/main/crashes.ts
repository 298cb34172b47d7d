import type { Lang } from '@shared/i18n/lang';
import { app, type BrowserWindow, dialog } from 'electron';
import { errorCode, log } from './log';
import { mainTranslator } from './mainMessages';

const CRASHES_IN_A_ROW = 3;
const ROW_MS = 60_000;

export interface CrashPorts {
  readonly lang: () => Lang;
  /** The window's process has ended; it is loaded anew right after. */
  readonly crashed: () => void;
}

/**
 * Loads the window anew when its process ends: what was acknowledged is on disk, so nothing else is worth showing. When it
 * keeps ending, a person decides.
 */
export function watchCrashes(window: BrowserWindow, { lang, crashed }: CrashPorts): void {
  let recent: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    log('window-process-gone', details.reason);
    crashed();
    const now = Date.now();
    recent = [...recent.filter((time) => now - time < ROW_MS), now];
    if (recent.length < CRASHES_IN_A_ROW) reload(window);
    else void askToGoOn(window, lang());
  });
}

/** An error that nothing caught is noted, and told once, in the user's language: the engine would show its code in English. */
export function watchErrors(lang: () => Lang): void {
  let isTold = false;
  process.on('uncaughtException', (error) => {
    log('main-error', errorCode(error));
    if (isTold) return;
    isTold = true;
    void tellError(lang());
  });
}

async function tellError(lang: Lang): Promise<void> {
  const t = mainTranslator(lang);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: t('menu.innerError'),
    detail: t('menu.innerErrorDetail'),
    buttons: [t('menu.goOn'), t('actions.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) app.quit();
}

async function askToGoOn(window: BrowserWindow, lang: Lang): Promise<void> {
  const t = mainTranslator(lang);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: t('menu.keepsStopping'),
    detail: t('menu.keepsStoppingDetail'),
    buttons: [t('menu.tryAgain'), t('actions.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) reload(window);
  else app.exit(1);
}

function reload(window: BrowserWindow): void {
  // Not from inside the event: the old process is still being taken down.
  setImmediate(() => {
    if (!window.isDestroyed()) window.webContents.reload();
  });
}
