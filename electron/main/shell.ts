import type { ActionId } from '@shared/actions';
import type { Lang } from '@shared/i18n/lang';
import type { BootInfo, MenuState, Preferences } from '@shared/ipc';
import { themeOf } from '@shared/model/theme';
import { app, type BrowserWindow, dialog, nativeTheme } from 'electron';
import type { Launch } from './arguments';
import { type Closing, guardClosing } from './closing';
import { watchCrashes, watchErrors } from './crashes';
import { sendEvent } from './events';
import { type FirstWindow, preferencesFile, windowFile } from './firstWindow';
import { createFullScreen } from './fullScreen';
import { rememberGraphics } from './graphics';
import type { Handlers } from './ipcAnswers';
import { writeJsonFile } from './jsonFile';
import { mainTranslator } from './mainMessages';
import { NOTHING_OPEN, setMenu } from './menu';
import { knownPlatform } from './platform';
import { type StoredPreferences, startingPreferences } from './preferences';
import { createRoomWindow } from './roomWindow';
import { tellStartTimes } from './startTimes';

const LONGEST_PAINT_MS = 1_000;

/** The window with its menu and preferences: what the app is apart from documents. */
export interface Shell {
  readonly window: () => BrowserWindow | null;
  readonly preferences: () => StoredPreferences;
  readonly handlers: ShellHandlers;
}

type ShellHandlers = Pick<
  Handlers,
  | 'boot'
  | 'ready'
  | 'painted'
  | 'setPreferences'
  | 'setMenuState'
  | 'toggleFullScreen'
  | 'lendFullScreen'
  | 'roomWindow'
  | 'quit'
  | 'closeAnswer'
>;

export interface ShellPorts extends Pick<FirstWindow, 'window' | 'stored' | 'systemLang'> {
  readonly launch: Launch;
  readonly userData: string;
  readonly openBackups: () => void;
  /** The window is gone. */
  readonly closed: () => void;
}

/** Makes the shell around the window of a start. */
export function createShell({
  launch,
  userData,
  openBackups,
  closed,
  stored,
  systemLang,
  window: opened,
}: ShellPorts): Shell {
  let preferences: StoredPreferences = startingPreferences(stored, systemLang);
  let menuState: MenuState = NOTHING_OPEN;
  let window: BrowserWindow | null = opened;
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
    else if (action === 'fullScreen') fullScreen.toggle();
    else if (action === 'openBackups') openBackups();
    else sendEvent(window, 'action', action);
  };
  const fullScreen = createFullScreen(opened);
  // Whole once something is painted, or should have been.
  setTimeout(buildMenu, LONGEST_PAINT_MS);
  const closing: Closing = guardClosing(opened, {
    request: () => sendEvent(opened, 'closeRequested', null),
    confirmLoss: () => confirmLoss(opened, preferences.lang),
    closing: () => writeJsonFile(windowFile(userData), fullScreen.state()),
  });
  opened.on('closed', () => {
    window = null;
    closed();
  });
  watchErrors(() => preferences.lang);
  watchCrashes(opened, {
    lang: () => preferences.lang,
    crashed: () => {
      restarted = true;
      closing.deaf();
      // What was shown is gone.
      fullScreen.lend(false);
    },
  });
  const roomWindow = createRoomWindow({
    owner: opened,
    closed: () => sendEvent(window, 'roomClosed', null),
  });
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
    posters: preferences.posters,
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
      posters: changes.posters ?? before.posters,
      erasing: changes.erasing ?? before.erasing,
    };
    writeJsonFile(preferencesFile(userData), preferences);
    if (preferences.theme !== before.theme) applyTheme();
    // The last place changes with every move on a board; the menu is rebuilt for its language only.
    if (preferences.lang !== before.lang) applyMenu();
  };

  return {
    window: () => window,
    preferences: () => preferences,
    handlers: {
      boot: bootInfo,
      ready: () => closing.listening(),
      painted: (at) => {
        tellStartTimes(at);
        rememberGraphics(userData);
        buildMenu();
      },
      setPreferences,
      setMenuState: (state) => {
        menuState = state;
        applyMenu();
      },
      toggleFullScreen: fullScreen.toggle,
      lendFullScreen: fullScreen.lend,
      roomWindow,
      quit: () => app.quit(),
      closeAnswer: (answer) => closing.answer(answer),
    },
  };
}

/** Asks a person whether to close although the last changes could not be written. */
async function confirmLoss(window: BrowserWindow, lang: Lang): Promise<boolean> {
  const t = mainTranslator(lang);
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
