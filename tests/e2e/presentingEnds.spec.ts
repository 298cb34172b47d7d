import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type JourneyApp, startJourney } from './journeySteps';
import { freshProfile, launchApp, type RunningApp, removeProfile } from './launch';

const stage = (page: Page) => page.getByTestId('present');

/** Every window by what it shows: whether it is full screen, and of a page that answers, its theme. */
const windows = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async (window) => {
        const contents = window.webContents;
        if (contents.isLoading() || contents.isCrashed()) return null;
        const asked: Promise<string> = contents.executeJavaScript(
          'document.querySelector("[data-testid=board-canvas]") ? document.documentElement.dataset.theme : "waiting"',
        );
        // A question asked of a page that is just ending is never answered.
        const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000));
        return { fullScreen: window.isFullScreen(), theme: await Promise.race([asked, late]) };
      }),
    ),
  );

/** Presents the third stage, with a window for the room. */
async function present(home: JourneyApp): Promise<Page> {
  const { app, page } = home;
  await page.keyboard.press('Shift+F5');
  await expect(stage(page)).toBeFocused();
  await page.keyboard.press('3');
  const opens = app.waitForEvent('window');
  await page.keyboard.press('r');
  const room = await opens;
  await expect(room.getByRole('heading', { level: 2, name: 'Considération' })).toBeVisible({ timeout: 60_000 });
  return room;
}

test('quitting while presenting: the next start has its window as it was before, and no room', async () => {
  const profile = await freshProfile();
  const home = await startJourney(undefined, 'fr', profile);
  await present(home);
  await expect.poll(async () => (await windows(home)).some((one) => one?.fullScreen)).toBe(true);
  await home.close();
  const stored = async (name: string) => JSON.parse(await readFile(join(profile, name), 'utf8'));
  expect(await stored('window.json')).toMatchObject({ fullScreen: false });

  const again = await launchApp({ userData: profile });
  await expect(again.page.getByTestId('board-canvas')).toBeVisible({ timeout: 120_000 });
  expect(await windows(again)).toEqual([{ fullScreen: false, theme: 'light' }]);
  await again.close();
  await removeProfile(profile);
});

test("the process of the room's window ends: the presentation goes on, and opens another", async () => {
  const home = await startJourney();
  const { app, page } = home;
  await present(home);
  const button = stage(page).getByRole('button', { name: 'Écran de la salle' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      if (webContents.getURL().endsWith('#room')) webContents.forcefullyCrashRenderer();
  });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect(stage(page).getByRole('status').first()).toHaveText(/Étape 4 sur 6/);
  const opens = app.waitForEvent('window');
  await page.keyboard.press('r');
  await expect((await opens).getByRole('heading', { level: 2, name: 'Intention d’achat' })).toBeVisible({
    timeout: 60_000,
  });
  expect(home.problems).toEqual([]);
  await home.close();
});

test('the process of the window that presents ends: the board comes back as before, the room is gone', async () => {
  const home = await startJourney();
  await present(home);
  await home.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      if (!webContents.getURL().endsWith('#room')) webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => windows(home), { timeout: 60_000 }).toEqual([{ fullScreen: false, theme: 'light' }]);
  await home.close();
});
