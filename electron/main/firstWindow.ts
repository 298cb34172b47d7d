import { join } from 'node:path';
import type { Lang } from '@shared/i18n/lang';
import { START_HASH } from '@shared/startHash';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { Launch } from './arguments';
import { firstLook } from './firstLook';
import { readJsonFile } from './jsonFile';
import { createMainWindow } from './mainWindow';
import { setMenuNames } from './menuNames';
import { systemLang } from './systemLang';

export interface FirstWindow {
  readonly window: BrowserWindow;
  /** The preferences as they are on disk; may be anything. */
  readonly stored: unknown;
  /** The language where the preferences name none. */
  readonly systemLang: Lang;
  readonly focus: () => void;
}

export const preferencesFile = (userData: string): string => join(userData, 'preferences.json');
export const windowFile = (userData: string): string => join(userData, 'window.json');

/** Makes the window with as much of the preferences as its first look needs. */
export function openFirstWindow(launch: Launch, userData: string): FirstWindow {
  const fallback = systemLang(process.platform, process.env, app.getPreferredSystemLanguages());
  const stored = readJsonFile(preferencesFile(userData));
  const look = firstLook(stored, fallback);
  nativeTheme.themeSource = look.theme === 'light' ? 'light' : 'dark';
  // Files to open come before the board that was left.
  const boardComes = launch.openSample || launch.benchNotes > 0 || (look.boardWasShown && launch.files.length === 0);
  const window = createMainWindow({
    hash: boardComes ? START_HASH.board : START_HASH.home,
    theme: look.theme,
    storedState: readJsonFile(windowFile(userData)),
    visible: true,
  });
  setMenuNames(look.lang);
  const focus = () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  return { window, stored, systemLang: fallback, focus };
}
