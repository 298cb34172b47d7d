import { join } from 'node:path';
import type { ActionId } from '@shared/actions';
import { type Lang, translator } from '@shared/i18n/translate';
import type { BootInfo, MenuState, Preferences } from '@shared/ipc';
import { themeOf } from '@shared/model/theme';
import { START_HASH } from '@shared/startHash';
import { app, type BrowserWindow, dialog, nativeTheme } from 'electron';
import type { Launch } from './arguments';
import { type Closing, guardClosing } from './closing';
import { watchCrashes } from './crashes';
import { type Handlers, sendEvent } from './ipc';
import { readJsonFile, writeJsonFile } from './jsonFile';
import { createMainWindow, stateOf } from './mainWindow';
import { NOTHING_OPEN, setMenu, setMenuNames } from './menu';
import { knownPlatform } from './platform';
import { type StoredPreferences, startingPreferences, systemLang } from './preferences';
import { tellStartTimes } from './startTimes';

const LONGEST_PAINT_MS = 1_000;

/** The window with its menu and preferences: what the app is apart from documents. */
export interface Shell {
  readonly window: () => BrowserWindow | null;
  readonly preferences: () => StoredPreferences;
  readonly open: () => void;
  /** Brings the window to the front. */
  readonly focus: () => void;
  readonly handlers: ShellHandlers;
}

type ShellHandlers = Pick<
  Handlers,
  'boot' | 'ready' | 'painted' | 'setPreferences' | 'setMenuState' | 'toggleFullScreen' | 'quit' | 'closeAnswer'
>;

export interface ShellPorts {
  readonly launch: Launch;
  readonly userData: string;
  readonly openBackups: () => void;
  /** The window is gone. */
  readonly closed: () => void;
}

/** Makes the shell of a start; nothing is shown before `open`. */
export function createShell({ launch, userData, openBackups, closed }: ShellPorts): Shell {
  const preferencesFile = join(userData, 'preferences.json');
  const windowFile = join(userData, 'window.json');
  let preferences: StoredPreferences = startingPreferences(undefined, 'fr');
  let menuState: MenuState = NOTHING_OPEN;
  let window: BrowserWindow | null = null;
  let closing: Closing | null = null;
  let restarted = false;

  const applyTheme = () => {
    nativeTheme.themeSource = preferences.theme === 'light' ? 'light' : 'dark';
    window?.setBackgroundColor(themeOf(preferences.theme).color.wall);
  };
  let menuIsDue = false;
  const applyMenu = () => {
    if (menuIsDue) setMenu({ lang: preferences.lang, state: menuState, platform: process.platform }, perform);
  };
  const buildMenu = () => {
    if (menuIsDue) return;
    menuIsDue = true;
    applyMenu();
  };
  const perform = (action: ActionId) => {
    if (action === 'quit') app.quit();
    else if (action === 'fullScreen') toggleFullScreen();
    else if (action === 'openBackups') openBackups();
    else sendEvent(window, 'action', action);
  };
  const toggleFullScreen = () => {
    const next = !window?.isFullScreen();
    window?.setFullScreen(next);
    return next;
  };
  const open = () => {
    const preferred = app.getPreferredSystemLanguages();
    preferences = startingPreferences(
      readJsonFile(preferencesFile),
      systemLang(process.platform, process.env, preferred),
    );
    applyTheme();
    const opened = createMainWindow({
      hash: launch.openSample || launch.benchNotes > 0 || place()?.shown ? START_HASH.board : START_HASH.home,
      theme: preferences.theme,
      storedState: readJsonFile(windowFile),
      visible: true,
    });
    window = opened;
    setMenuNames(preferences.lang);
    // Whole once something is painted, or should have been.
    opened.webContents.once('dom-ready', () => setTimeout(buildMenu, LONGEST_PAINT_MS));
    closing = guardClosing(opened, {
      request: () => sendEvent(opened, 'closeRequested', null),
      confirmLoss: () => confirmLoss(opened, preferences.lang),
      closing: () => writeJsonFile(windowFile, stateOf(opened)),
    });
    opened.on('closed', () => {
      window = null;
      closed();
    });
    watchCrashes(opened, {
      lang: () => preferences.lang,
      crashed: () => {
        restarted = true;
        closing?.deaf();
      },
    });
  };
  /** Files to open come before the board that was left. */
  const place = () =>
    preferences.last && { ...preferences.last, shown: preferences.last.shown && launch.files.length === 0 };
  const bootInfo = (): BootInfo => ({
    lang: preferences.lang,
    theme: preferences.theme,
    appVersion: app.getVersion(),
    chromiumVersion: process.versions.chrome,
    platform: knownPlatform(),
    mode: 'app',
    openSample: launch.openSample,
    benchNotes: app.isPackaged ? 0 : launch.benchNotes,
    benchPersonas: app.isPackaged ? 0 : launch.benchPersonas,
    restarted,
    last: place(),
    database: preferences.database,
    author: preferences.author,
    library: preferences.library,
    erasing: preferences.erasing,
  });
  const setPreferences = (changes: Preferences) => {
    const before = preferences;
    preferences = {
      lang: changes.lang ?? before.lang,
      theme: changes.theme ?? before.theme,
      last: changes.last === undefined ? before.last : changes.last,
      database: changes.database ?? before.database,
      author: changes.author ?? before.author,
      library: changes.library ?? before.library,
      erasing: changes.erasing ?? before.erasing,
    };
    writeJsonFile(preferencesFile, preferences);
    if (preferences.theme !== before.theme) applyTheme();
    // The last place changes with every move on a board; the menu is rebuilt for its language only.
    if (preferences.lang !== before.lang) applyMenu();
  };

  return {
    window: () => window,
    preferences: () => preferences,
    open,
    focus: () => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
    handlers: {
      boot: bootInfo,
      ready: () => closing?.listening(),
      painted: (at) => {
        tellStartTimes(at);
        buildMenu();
      },
      setPreferences,
      setMenuState: (state) => {
        menuState = state;
        applyMenu();
      },
      toggleFullScreen,
      quit: () => app.quit(),
      closeAnswer: (answer) => closing?.answer(answer),
    },
  };
}

/** Asks a person whether to close although the last changes could not be written. */
async function confirmLoss(window: BrowserWindow, lang: Lang): Promise<boolean> {
  const t = translator(lang);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('menu.unsaved'),
    detail: t('menu.unsavedDetail'),
    buttons: [t('menu.stay'), t('menu.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
