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
const bar = () => page.getByTestId('comparison-bar');
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
  await expect(page.getByRole('columnheader', { name: /^2 écarts/ })).toBeVisible();
  await expect(lines('removed')).toHaveCount(1);
  await expect(lines('removed')).toContainText('Irritant');
  await expect(lines('changed')).toContainText('ressenti plus haut de');
  await expect(page.getByRole('columnheader', { name: /^Copie\.personarium/ })).toBeVisible();
  await picture('compare-file-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('keys alone: a line leads to its difference on the map, F7 to the next one, Escape away', async () => {
  await lines('changed').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  await expect.poll(() => home.steps.selection()).toEqual([expect.stringMatching(/^emotion-point:/)]);
  await expect(bar()).toContainText('Copie.personarium A');
  await expect(bar()).toContainText('1 sur 2');
  await expect(bar().getByRole('status')).toContainText('ressenti plus haut de');
  await page.keyboard.press('F7');
  await expect(bar()).toContainText('2 sur 2');
  await expect(bar().getByRole('status')).toContainText('Irritant · retiré');
  // What is gone has left its place alone on the map.
  await expect.poll(() => home.steps.selection()).toEqual([expect.stringMatching(/^cell:/)]);
  await picture('compare-on-map-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('treeitem', { name: /^Émotion .*ressenti plus haut de/ })).toHaveCount(1);
  await expect(page.getByRole('treeitem', { name: /^Irritants, .*Irritant, retiré, / })).toHaveCount(1);
  await page.keyboard.press('Control+l');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => home.steps.selection()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
});

test('by mouse: signs on the board are pressed, their legend hides and shows them, on the map and in the list', async () => {
  await page.keyboard.press('Shift+C');
  // What was compared is still compared.
  await page.getByRole('button', { name: 'Voir sur la carte', exact: true }).click();
  await expect(bar()).toContainText('2 écarts');
  const [truth] = await home.steps.keys('emotion-point');
  if (!truth) throw new Error('the sample has a curve');
  const sign = await home.steps.spot(truth, 1, 0);
  await page.mouse.click(sign.x + 3, sign.y - 2);
  await expect(bar()).toContainText('1 sur 2');
  await expect.poll(() => home.steps.selection()).toEqual([truth]);
  const gone = bar().getByRole('button', { name: 'retiré 1' });
  await gone.click();
  await expect(gone).toHaveAttribute('aria-pressed', 'false');
  await expect(bar()).toContainText('1 sur 1');
  await bar().getByRole('button', { name: 'Liste' }).click();
  await expect(page.getByText('1 montré')).toBeVisible();
  await expect(lines('removed')).toHaveCount(0);
  await page.getByRole('button', { name: 'retiré 1' }).click();
  await expect(lines('removed')).toHaveCount(1);
  const stage = page.getByRole('rowheader').getByRole('button', { expanded: true }).first();
  const closed = page.getByRole('rowheader').getByRole('button', { expanded: false });
  await stage.click();
  await expect(closed).toHaveCount(1);
  await page.getByRole('button', { name: 'Tout replier' }).click();
  await expect(page.locator('[data-difference]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Tout déplier' }).click();
  await expect(page.locator('[data-difference]')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await bar().getByRole('button', { name: 'Quitter la comparaison' }).click();
  await expect(bar()).toHaveCount(0);
  await expect(page.getByTestId('board-canvas')).toBeFocused();
});

test('persona beside persona: a second one joins the journey, and what the two feel is compared', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Ajouter au parcours' }).click();
  const points = await home.steps.keys('emotion-point');
  // Two points of the second persona make her curve.
  for (const key of points.slice(-2)) {
    const at = await home.steps.spot(key);
    await page.mouse.click(at.x, at.y);
    await page.getByRole('button', { name: / Persona$/ }).click();
    await page.getByRole('option', { name: 'Nadia Benali' }).click();
  }
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+i');
  await page.keyboard.press('Shift+C');
  await compareWith(/^Émotions : Solène Marchand et Nadia Benali/);
  await expect(page.getByRole('columnheader', { name: /^Nadia Benali/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /écarts?/ })).toBeVisible();
  await picture('compare-personas-fr-1440');
  await page.getByRole('button', { name: 'Voir sur la carte', exact: true }).click();
  await expect(bar()).toContainText(/Solène Marchand A.*Nadia Benali B/);
  await picture('compare-personas-on-map-fr-1440');
  await bar().getByRole('button', { name: 'Quitter la comparaison' }).click();
  await home.steps.undo(3);
});

test('as is beside to be, made apart, in both languages', async () => {
  await page.keyboard.press('Shift+C');
  await compareWith(/cible/i);
  await expect(page.getByText('Deux cartes faites à part', { exact: false })).toBeVisible();
  // What stands in the same place of both is one line, not two.
  await expect(lines('changed').filter({ hasText: 'Sortie du dimanche' })).toContainText('Témoin d’usure');
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
  await expect(page.getByRole('columnheader', { name: /^\d+ differences?/ })).toBeVisible();
  await resizeWindow(home, 1280, 720);
  await picture('compare-map-en-1280');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show on the map', exact: true }).click();
  await page.keyboard.press('F7');
  await expect(bar()).toContainText(/1 of \d+/);
  const tab = (name: RegExp) => page.getByRole('tab', { name, selected: true });
  for (const name of [/cible/i, /actuel/i]) {
    await bar().getByRole('button', { name: 'Other map' }).click();
    await expect(tab(name)).toBeVisible();
    // The same comparison, the same difference: A stays A.
    await expect(bar()).toContainText(/1 of \d+/);
    await expect(bar()).toContainText(/Parcours actuel A.*Parcours cible B/);
    await picture(`compare-other-map-en-1280-${name.source}`);
  }
  expect(await axeViolations(page)).toEqual([]);
  await bar().getByRole('button', { name: 'Leave the comparison' }).click();
  await expect(bar()).toHaveCount(0);
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
