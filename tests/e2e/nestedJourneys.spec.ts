import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type JourneyApp, settled, startJourney } from './journeySteps';

/** From a stage to the map that tells it in detail, and back, by mouse and by keys. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const isShown = async (name: string) => {
  await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
  const board = (title: string) => window.__board?.session.store.getState().editable === true && title !== '';
  await page.waitForFunction(board, name);
};
const link = async (map: string) => {
  await page.getByRole('button', { name: /Carte qui détaille l’étape/ }).click();
  await page.getByRole('option', { name: map, exact: true }).click();
};
const strip = () => page.getByRole('navigation', { name: 'Détaille' });

let stage: string;

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  stage = (await home.steps.keys('stage'))[2] ?? '';
  await page.keyboard.press('Control+i');
  await settled(page);
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a stage is linked to a map, its sign leads there, the strip and a key lead back', async () => {
  const at = await home.steps.spot(stage);
  await page.mouse.click(at.x, at.y);
  await link('Parcours cible');
  await expect.poll(() => home.steps.keys('detail')).toHaveLength(1);
  const [sign = ''] = await home.steps.keys('detail');
  expect(sign).toBe(stage.replace('stage', 'detail'));
  await settled(page);
  const on = await home.steps.spot(sign);
  await page.mouse.click(on.x, on.y);
  await isShown('Parcours cible');
  await expect(strip().getByRole('button', { name: /Parcours actuel.*Étape 3/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await strip().getByRole('button').click();
  await isShown('Parcours actuel');
  await expect.poll(() => home.steps.selection()).toEqual([stage]);
  await expect(strip()).toHaveCount(0);

  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('d');
  await isShown('Parcours cible');
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('u');
  await isShown('Parcours actuel');
  await expect.poll(() => home.steps.selection()).toEqual([stage]);
});

test('by keys: Enter on the sign goes there, Alt and Left come back, the outline has a line for it', async () => {
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => home.steps.selection()).toEqual([stage.replace('stage', 'detail')]);
  await page.keyboard.press('Enter');
  await isShown('Parcours cible');
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await isShown('Parcours actuel');
  await page.keyboard.press('Control+l');
  const line = page.getByRole('treeitem', { name: /^détail.*Parcours cible/ });
  await line.click();
  await page.keyboard.press('Enter');
  await isShown('Parcours cible');
  await page.keyboard.press('Control+l');
});

test('a link that would go round in a circle is refused in words', async () => {
  const [first = ''] = await home.steps.keys('stage');
  const at = await home.steps.spot(first);
  await page.mouse.click(at.x, at.y);
  await link('Parcours actuel');
  await expect(page.getByRole('alert').filter({ hasText: 'tournerait en rond' })).toBeVisible();
  expect(await home.steps.keys('detail')).toEqual([]);
});

test('the sign goes with its map, and comes back when the deletion is undone', async () => {
  await tab('Parcours cible').focus();
  await page.keyboard.press('Delete');
  await isShown('Parcours actuel');
  await expect.poll(() => home.steps.keys('detail')).toEqual([]);
  await page.keyboard.press('Control+z');
  // The tab that came back is shown.
  await isShown('Parcours cible');
  await tab('Parcours actuel').click();
  await isShown('Parcours actuel');
  await expect.poll(() => home.steps.keys('detail')).toHaveLength(1);
});
