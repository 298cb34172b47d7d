import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/platform/desktop';
import {
  appEnvironment,
  freshProfile,
  launchApp,
  projectRoot,
  type RunningApp,
  removeProfile,
  testRuntime,
} from './launch';

const boot = ({ page }: RunningApp) => page.evaluate(() => window.desktop?.boot());
const menuLabels = ({ app }: RunningApp) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
const menuItem = ({ app }: RunningApp, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return item ? { label: item.label, enabled: item.enabled, accelerator: item.accelerator } : null;
  }, id);
const bounds = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

/** Starts the app without Playwright, as a second start is made; resolves with how it ended. */
function startAgain(userData: string, words: readonly string[] = [], folder = projectRoot) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(testRuntime().exec, [...sandbox, projectRoot, ...words], {
    cwd: folder,
    env: appEnvironment(userData),
    stdio: 'ignore',
  });
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.once('exit', (code) => resolve({ code }));
  });
  return { child, ended };
}

const FRENCH_MENU = ['Fichier', 'Édition', 'Insertion', 'Note', 'Affichage', 'Aide'];
const ENGLISH_MENU = ['File', 'Edit', 'Insert', 'Note', 'View', 'Help'];

test('the language follows the system, changes while it runs, and is remembered', async () => {
  const profile = await freshProfile();
  const first = await launchApp({ userData: profile, env: { LANG: 'en_GB.UTF-8' } });
  expect((await boot(first))?.lang).toBe('en');
  // The menu comes right after the window, so that it does not delay it.
  await expect.poll(() => menuLabels(first)).toEqual(ENGLISH_MENU);
  await first.page.evaluate(() => window.desktop?.setPreferences({ lang: 'fr', theme: 'projectorDark' }));
  await expect.poll(() => menuLabels(first)).toEqual(FRENCH_MENU);
  await first.close();

  const second = await launchApp({ userData: profile, env: { LANG: 'en_GB.UTF-8' } });
  expect(await boot(second)).toMatchObject({ lang: 'fr', theme: 'projectorDark' });
  await expect.poll(() => menuLabels(second)).toEqual(FRENCH_MENU);
  const background = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  );
  expect(background).toBe('#0B1020');
  await second.close();

  await writeFile(join(profile, 'preferences.json'), '{"lang": 7, "theme": "projectorDark"');
  await writeFile(join(profile, 'window.json'), '\0\0\0');
  const third = await launchApp({ userData: profile, env: { LANG: 'C' } });
  expect(await boot(third)).toMatchObject({ lang: 'fr', theme: 'light' });
  await third.close();
  await removeProfile(profile);
});

test('the menu says what can be done, and does it', async () => {
  const running = await launchApp();
  const { page, app } = running;
  await expect.poll(() => menuItem(running, 'addNote')).toMatchObject({ enabled: false });
  await page.evaluate(() =>
    window.desktop?.setMenuState({ screen: 'board', undo: 'ajout d’une note', redo: '', selection: false }),
  );
  await expect
    .poll(() => menuItem(running, 'undo'))
    .toEqual({
      label: 'Annuler\u00A0: ajout d’une note',
      enabled: true,
      accelerator: 'CmdOrCtrl+Z',
    });
  expect(await menuItem(running, 'addNote')).toMatchObject({ label: 'Ajouter une note', enabled: true });
  expect(await menuItem(running, 'duplicate')).toMatchObject({ enabled: false });

  const heard = page.evaluate(
    () => new Promise<string>((resolve) => window.desktop?.on('action', (action) => resolve(action))),
  );
  await page.evaluate(() => undefined);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('newWorkshop')?.click());
  expect(await heard).toBe('newWorkshop');

  const opened = app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openPath = async (path) => {
          resolve(path);
          return '';
        };
      }),
  );
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('openBackups')?.click());
  expect(basename(await opened)).toBe('backups');
  await running.close();
});

test('a key acts once: the page takes it, and letters stay letters', async () => {
  const running = await launchApp({ args: ['--sample'] });
  const { page, app } = running;
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
  await page.evaluate(() => {
    Reflect.set(window, 'heard', []);
    window.desktop?.on('action', (action) => Reflect.get(window, 'heard').push(action));
  });
  /** As the keyboard does it, through the native menu where that wants the key. */
  const press = (keyCode: string, modifiers: 'control'[] = []) =>
    app.evaluate(
      ({ BrowserWindow }, key) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const type of ['keyDown', ...(key.modifiers.length === 0 ? ['char'] : []), 'keyUp'] as const)
          contents?.sendInputEvent({ type: type as 'keyDown', ...key });
      },
      { keyCode, modifiers },
    );
  await press('K', ['control']);
  const field = page
    .getByRole('dialog')
    .getByRole('textbox')
    .or(page.getByRole('dialog').getByRole('combobox'))
    .or(page.getByRole('dialog').getByRole('searchbox'))
    .first();
  await expect(field).toBeFocused();
  for (const letter of ['n', 'm', 'l', 'i']) await press(letter);
  await expect(field).toHaveValue('nmli');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  await running.close();
});

test('the window comes back where it was', async () => {
  const profile = await freshProfile();
  const first = await launchApp({ userData: profile });
  // The page has no size before its window has one.
  await expect.poll(() => first.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1440, 900]);
  const wanted = { x: 60, y: 40, width: 1100, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, rect) => BrowserWindow.getAllWindows()[0]?.setBounds(rect), wanted);
  await expect.poll(() => bounds(first)).toEqual(wanted);
  await first.close();
  const second = await launchApp({ userData: profile });
  await expect.poll(() => bounds(second)).toEqual(wanted);
  await second.close();

  const away = { ...wanted, x: 90_000 };
  await writeFile(join(profile, 'window.json'), JSON.stringify({ bounds: away, maximized: false, fullScreen: false }));
  const third = await launchApp({ userData: profile });
  expect((await bounds(third))?.x).toBeLessThan(5000);
  await third.close();
  await removeProfile(profile);
});

test('a second start hands its file over and ends; of many at once, one stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personarium-files-'));
  await writeFile(join(folder, 'éteint & allumé.personarium'), 'not a workshop');
  const running = await launchApp();
  await running.page.waitForLoadState();
  const second = await startAgain(running.userData, ['éteint & allumé.personarium'], folder).ended;
  expect(second.code).toBe(0);
  await expect(running.page.getByText(/éteint & allumé\.personarium/).first()).toBeVisible();
  // What people name their files is nobody's business, the log's least of all.
  expect(await readFile(join(running.userData, 'logs', 'main.log'), 'utf8').catch(() => '')).not.toContain('allumé');

  const many = await Promise.all(Array.from({ length: 6 }, () => startAgain(running.userData).ended));
  expect(many.map(({ code }) => code)).toEqual(many.map(() => 0));
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await running.close();
  await rm(folder, { recursive: true });
});

test('files of the first start are opened; hostile words are only names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personarium-files-'));
  const file = join(folder, 'faux.personarium');
  await writeFile(file, 'PK\u0003\u0004 not a workshop');
  const running = await launchApp({
    args: [
      file,
      'personarium://open?x=1',
      '--unknown-option=x',
      'https://example.com/',
      '/proc/self/mem',
      '\u202Efdp.exe',
    ],
  });
  await expect(running.page.getByText(/faux\.personarium/).first()).toBeVisible();
  expect(await boot(running)).toMatchObject({ mode: 'app', openSample: false });
  expect(running.page.url()).toBe('app://board/');
  await running.close();
  await rm(folder, { recursive: true });
});

test('a window whose process ends comes back and says so', async () => {
  const running = await launchApp();
  await running.page.waitForLoadState();
  const { app } = running;
  const alive = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isLoading() || contents.isCrashed()) return null;
      // A question asked of a page that is just ending is never answered.
      const asked: Promise<boolean> = contents.executeJavaScript(
        'window.desktop.boot().then((info) => info.restarted)',
      );
      return Promise.race([asked, new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000))]);
    });
  await expect.poll(alive).toBe(false);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(alive).toBe(true);
  await running.close();
});

test('an error that nothing caught is told once, in words, and the app goes on', async () => {
  const { app, page, close } = await launchApp();
  // The frame of home stands before the store is open: what needs it, as the palette does, is not to be had yet.
  await expect(page.getByRole('heading', { name: 'Par où commencer' })).toBeVisible();
  await app.evaluate(({ dialog }) => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    dialog.showMessageBox = (async (options: unknown) => {
      told.push(options);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    for (const text of ['one', 'two'])
      setImmediate(() => {
        throw new Error(text);
      });
  });
  const told = () => app.evaluate(() => Reflect.get(globalThis, 'told') as { message: string; detail: string }[]);
  await expect.poll(told).toMatchObject([{ message: 'Une erreur interne est survenue' }]);
  expect(JSON.stringify(await told())).not.toMatch(/one|two|Error/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await close();
});

test('closing asks before anything is lost, and then closes', async () => {
  const profile = await freshProfile();
  const { app, page } = await launchApp({ userData: profile });
  await expect(page.getByRole('heading').first()).toBeVisible();
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'questions', 0);
    dialog.showMessageBox = (async () => {
      const questions: number = Reflect.get(globalThis, 'questions') + 1;
      Reflect.set(globalThis, 'questions', questions);
      // The first time the person stays, the second time the loss is accepted.
      return { response: questions === 1 ? 0 : 1, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  const questions = () => app.evaluate(() => Reflect.get(globalThis, 'questions') as number);
  /** Closes, and answers at once in the window's place that something could not be written. */
  const closeUnsaved = () =>
    app.evaluate(({ BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows();
      const sent = { sender: window?.webContents, senderFrame: window?.webContents.mainFrame };
      type Handler = (event: unknown, answer: string) => unknown;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      window?.close();
      handlers.get('closeAnswer')?.(sent, 'unsaved');
    });
  const ended = app.waitForEvent('close');
  await closeUnsaved();
  await expect.poll(questions).toBe(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The app ends before it can answer.
  await closeUnsaved().catch(() => undefined);
  await ended;
  expect(JSON.parse(await readFile(join(profile, 'window.json'), 'utf8'))).toMatchObject({ maximized: false });
  await removeProfile(profile);
});
