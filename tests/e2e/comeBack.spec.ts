import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import { board, createWorkshop, goHome } from './homeSteps';
import { resizeWindow } from './journeySteps';
import { freshProfile, launchApp, type RunningApp, removeProfile } from './launch';

const SIZE = { width: 1440, height: 900 };

/** Starts in a profile that stays, without going anywhere. */
async function start(userData: string): Promise<RunningApp> {
  const running = await launchApp({ userData });
  await resizeWindow(running, SIZE.width, SIZE.height);
  return running;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const zoom = (page: Page) => page.getByRole('group', { name: 'Zoom' }).getByRole('button').nth(1);
const camera = (page: Page) => page.evaluate(() => window.__board?.camera.get());

/** The place is told once the view has rested: until it is what is on screen. */
async function placeIsStored(page: Page, profile: string): Promise<void> {
  const stored = async () => JSON.parse(await readFile(join(profile, 'preferences.json'), 'utf8')).last;
  await expect(async () => expect(await stored()).toMatchObject({ ...(await camera(page)) })).toPass();
}

test('a start comes back to the board that was left, with its tab and its view, also after a crash', async () => {
  const profile = await freshProfile();
  const first = await start(profile);
  await expect(first.page.getByRole('heading', { name: 'Par où commencer' })).toBeVisible();
  await createWorkshop(first.page, 'Reprise', 'Parcours complet');
  await expect(board(first.page)).toBeFocused();
  await first.page.keyboard.press('Control+t');
  await first.page.getByRole('dialog', { name: 'Nouveau tableau' }).getByRole('button', { name: 'Ajouter' }).click();
  await expect(tab(first.page, 'Parcours cible')).toHaveAttribute('aria-selected', 'true');
  await board(first.page).focus();
  for (let press = 0; press < 2; press += 1) await first.page.keyboard.press('Control+Equal');
  await first.page.mouse.move(700, 500);
  await first.page.mouse.wheel(0, 140);
  await placeIsStored(first.page, profile);
  const left = await zoom(first.page).textContent();
  const seen = await camera(first.page);
  await first.kill();

  const second = await start(profile);
  await expect(tab(second.page, 'Parcours cible')).toHaveAttribute('aria-selected', 'true', { timeout: 120_000 });
  await expect(board(second.page)).toBeFocused();
  await expect(zoom(second.page)).toHaveText(left ?? '');
  expect(await camera(second.page)).toEqual(seen);
  await goHome(second.page);
  await second.close();

  const third = await start(profile);
  await expect(third.page.getByRole('heading', { level: 1, name: 'Ateliers' })).toBeVisible({ timeout: 120_000 });
  await third.page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(tab(third.page, 'Parcours cible')).toHaveAttribute('aria-selected', 'true');
  // The window may come back some pixels higher or lower; the corner of the view is what stays.
  const again = await camera(third.page);
  expect(again).toMatchObject({ zoom: seen?.zoom, cx: seen?.cx });
  expect(Math.abs((again?.cy ?? 0) - (seen?.cy ?? 0))).toBeLessThan(20);
  await third.close();
  await removeProfile(profile);
});

test('a board that was fitted is fitted again after a restart, in a window of another size too', async () => {
  const profile = await freshProfile();
  const first = await start(profile);
  await expect(first.page.getByRole('heading', { name: 'Par où commencer' })).toBeVisible();
  await createWorkshop(first.page, 'Ajusté', 'Parcours complet');
  await expect(board(first.page)).toBeFocused();
  await first.page.keyboard.press('Control+Equal');
  await first.page.keyboard.press('Shift+Digit1');
  await placeIsStored(first.page, profile);
  const fitted = await camera(first.page);
  await first.close();

  const second = await launchApp({ userData: profile });
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 640));
  await expect(board(second.page)).toBeFocused({ timeout: 30_000 });
  // The same middle of the sheet, smaller: as it fits the smaller window.
  await expect.poll(async () => (await camera(second.page))?.zoom).toBeLessThan((fitted?.zoom ?? 0) * 0.99);
  const again = await camera(second.page);
  await second.page.keyboard.press('Shift+Digit1');
  expect(await camera(second.page)).toEqual(again);
  await second.close();
  await removeProfile(profile);
});
