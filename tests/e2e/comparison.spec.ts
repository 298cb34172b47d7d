import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type JourneyApp, notesOf, resizeWindow, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let folder: string;
const file = () => join(folder, 'Copie.personarium');
const picture = async (name: string) => {
  const dir = process.env.PERSONARIUM_SCREENS;
  if (dir) await page.screenshot({ path: `${dir}/${name}.png` });
};
const lines = (kind: string) => page.locator(`[data-difference="${kind}"]`);
const compareWith = async (name: string | RegExp) => {
  await page.getByRole('banner').getByRole('button', { expanded: false }).and(page.locator('[aria-haspopup]')).click();
  await page.getByRole('option', { name }).click();
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-compare-'));
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('a copy of the workshop is kept, then the journey changes', async () => {
  await home.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file());
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('status').filter({ hasText: 'Copie enregistrée' })).toBeVisible();
  expect((await stat(file())).size).toBeGreaterThan(1000);
  const doc = await home.steps.doc();
  const [gone, changed] = notesOf(doc, 'pain-points');
  if (!gone || !changed) throw new Error('the sample has pain points');
  const at = await home.steps.spot(gone);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.press('Delete');
  const [truth] = await home.steps.keys('emotion-point');
  if (!truth) throw new Error('the sample has a curve');
  const point = await home.steps.spot(truth);
  await home.steps.drag(point, { x: point.x, y: point.y - 40 });
});

test('keys alone: the copy in a file is chosen, and what differs is told by stage', async () => {
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('heading', { level: 1, name: 'Comparer le parcours' })).toBeFocused();
  await expect(page.getByText('Choisissez à quoi comparer ce parcours', { exact: false })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await compareWith('Une copie dans un fichier…');
  await expect(page.getByText('2 écarts')).toBeVisible();
  await expect(lines('removed')).toHaveCount(1);
  await expect(lines('removed')).toContainText('Irritant');
  await expect(lines('changed')).toContainText('ressenti plus haut de');
  await expect(page.getByRole('columnheader', { name: /^Copie\.personarium/ })).toBeVisible();
  await picture('compare-file-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('a line leads to what it is about on the map', async () => {
  await lines('changed').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await expect.poll(() => home.steps.selection()).toEqual([expect.stringMatching(/^emotion-point:/)]);
});

test('as is beside to be, in both languages', async () => {
  await page.keyboard.press('Shift+C');
  await compareWith(/cible/i);
  await expect(lines('changed').first()).toBeVisible();
  await picture('compare-map-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('l');
  await picture('compare-map-fr-dark');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('l');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('english');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Compare the journey' })).toBeVisible();
  await expect(page.getByText(/^\d+ differences?$/)).toBeVisible();
  await resizeWindow(home, 1280, 720);
  await picture('compare-map-en-1280');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
});

test('the palette and the native menu lead there; Ctrl+Shift+H leads home', async () => {
  // Nobody has rated this journey: the key says so instead of doing nothing.
  await page.getByRole('tab', { name: 'Parcours B2B' }).click();
  await expect(page.getByRole('tab', { name: 'Parcours B2B' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+A');
  await expect(page.getByText('Nobody has rated this journey yet', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compare the journey');
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { level: 1, name: 'Compare the journey' });
  await expect(title).toBeFocused();
  const enabled = (id: string) =>
    home.app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.enabled, id);
  await expect.poll(() => enabled('compareJourney')).toBe(false);
  expect(await enabled('goHome')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => enabled('compareJourney')).toBe(true);
  await home.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('compareJourney')?.click());
  await expect(title).toBeFocused();
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByTestId('board-canvas')).toHaveCount(0);
  await expect(title).toHaveCount(0);
});
