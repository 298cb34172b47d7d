import { join } from 'node:path';
import type { ThemeName } from '@shared/model/theme';
import { themeOf } from '@shared/model/theme';
import type { START_HASH } from '@shared/startHash';
import { app, BrowserWindow, screen } from 'electron';
import { SAFE_PREFERENCES } from './lockdown';
import { APP_ORIGIN, isAppUrl } from './origin';
import { MINIMUM_SIZE, openingState, type WindowState } from './windowState';

export interface MainWindowOptions {
  readonly theme: ThemeName;
  /** What was stored of the last window; may be anything. */
  readonly storedState: unknown;
  /** False for the command line, which works without showing a window. */
  readonly visible: boolean;
  readonly hash: (typeof START_HASH)[keyof typeof START_HASH];
}

/**
 * Creates the window and starts loading the interface into it. It appears once the page's script has run, in the colour of the wall, and a
 * moment later with its first picture. Until then it counts as hidden: a page that is to be painted waits for the graphics process
 * before it reads its first line, and that process is only just being started.
 */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const state = openingState(options.storedState, workAreas());
  const window = new BrowserWindow({
    ...state.bounds,
    useContentSize: state.isPageSize,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    paintWhenInitiallyHidden: !options.visible,
    title: 'Personarium',
    backgroundColor: themeOf(options.theme).color.wall,
    // A window that is never shown would be slowed down like one in the background.
    webPreferences: {
      backgroundThrottling: options.visible,
      ...SAFE_PREFERENCES,
      preload: join(app.getAppPath(), 'dist', 'preload', 'preload.cjs'),
    },
  });
  // Its page may still come to life in a window that was closed meanwhile.
  const alive = () => !window.isDestroyed();
  if (options.visible) window.webContents.once('dom-ready', () => alive() && show(window, state));
  // A navigation to about:blank cannot be refused beforehand: the window comes back from it.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isAppUrl(url) && alive()) void window.loadURL(`${APP_ORIGIN}/${options.hash}`);
  });
  void window.loadURL(`${APP_ORIGIN}/${options.hash}`);
  return window;
}

function show(window: BrowserWindow, state: WindowState): void {
  if (state.maximized) window.maximize();
  window.show();
  if (state.fullScreen) window.setFullScreen(true);
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
