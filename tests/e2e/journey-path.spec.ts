import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc, Touchpoint } from '../../shared/boards/journey-map/model';
import { axeViolations } from './axe';
import { type JourneyApp, type JourneySteps, resizeWindow, startJourney } from './journeySteps';

/** The journey as a path: stations moved, named, added and connected, by mouse and by keys. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const station = (doc: JourneyMapDoc, label: string): Touchpoint => {
  const found = Object.values<Touchpoint>(doc.touchpoints).find((one) => one.label === label);
  if (!found) throw new Error(`there is no ${label}`);
  return found;
};
const keyOf = async (label: string): Promise<string> => `touchpoint:${station(await steps.doc(), label).id}`;
const click = async (label: string, modifiers: readonly 'Shift'[] = []): Promise<void> => {
  const { x, y } = await steps.spot(await keyOf(label));
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.click(x, y);
  for (const key of modifiers) await page.keyboard.up(key);
};
/** The ways that were added to those of the sample. */
const jumps = async () => Object.values((await steps.doc()).jumps).filter(({ id }) => !(id in start.jumps));

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  steps = home.steps;
  await page.getByTestId('board-canvas').focus();
  await press('Shift+J');
  await expect.poll(async () => (await steps.doc()).info.form).toBe('path');
  await press('Shift+1');
  start = await steps.doc();
});

test.afterEach(async () => {
  await press('Escape', 'Escape');
  for (let left = 30; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
  await press('Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('is one key away from the grid, and one step of undo', async () => {
  expect(await steps.keys('touchpoint')).toHaveLength(12);
  expect(await steps.keys('lane')).toHaveLength(0);
  await press('Shift+J');
  await expect.poll(async () => (await steps.keys('lane')).length).toBeGreaterThan(5);
  await steps.undo();
  await expect.poll(async () => (await steps.keys('lane')).length).toBe(0);
});

test('its switch in the row of the tabs goes there and back, by mouse and by keys, and leaves the tabs their room', async () => {
  const form = (name: string) => page.getByRole('group', { name: 'Forme' }).getByRole('radio', { name });
  await expect(form('Cheminement')).toBeChecked();
  const grid = page.getByRole('group', { name: 'Forme' }).locator('label').first();
  const sign = (await grid.boundingBox())!;
  await page.mouse.click(sign.x + sign.width / 2, sign.y + sign.height / 2);
  await expect.poll(async () => (await steps.doc()).info.form).toBe('grid');
  await expect(form('Grille')).toBeFocused();
  await press('ArrowRight');
  await expect.poll(async () => (await steps.doc()).info.form).toBe('path');
  await expect(form('Cheminement')).toBeChecked();
  await press('Tab', 'Shift+Tab');
  await expect(form('Cheminement')).toBeFocused();

  // Narrow windows: every tab and both words are whole; then the words go, never a tab before them.
  const words = page.getByRole('group', { name: 'Forme' }).locator('span');
  const isWhole = () =>
    words.evaluateAll((all) =>
      all.every((one) => {
        const box = one.getBoundingClientRect();
        const room = one.parentElement!.getBoundingClientRect();
        return box.top < room.bottom - 10 && box.right <= room.right + 1;
      }),
    );
  await resizeWindow(home, 1280, 720);
  await expect(page.getByRole('button', { name: 'Tous les onglets' })).toHaveCount(0);
  await expect.poll(isWhole).toBe(true);
  await resizeWindow(home, 1160, 720);
  await expect.poll(isWhole).toBe(false);
  await expect(page.getByRole('button', { name: 'Tous les onglets' })).toHaveCount(0);
  await resizeWindow(home, 960, 700);
  await expect(page.getByRole('button', { name: 'Tous les onglets' })).toBeVisible();
  await expect(grid).toBeVisible();
  await resizeWindow(home, 1440, 900);
  await page.getByTestId('board-canvas').focus();
});

test('takes a station to the other bank and along the path by mouse, each as one step of undo', async () => {
  const from = await steps.spot(await keyOf('Affiche du tram'));
  const online = await steps.spot(await keyOf('Site du fabricant'));
  await steps.drag(from, { x: from.x, y: online.y });
  await expect.poll(async () => station(await steps.doc(), 'Affiche du tram').medium).toBe('online');
  await steps.undo();
  await expect.poll(async () => station(await steps.doc(), 'Affiche du tram').medium).toBe('offline');

  const there = station(await steps.doc(), 'Forum d’avis').stepId;
  const forum = await steps.spot(await keyOf('Forum d’avis'));
  await steps.drag(await steps.spot(await keyOf('Affiche du tram')), { x: forum.x + 20, y: forum.y });
  await expect
    .poll(async () => {
      const { stepId, medium } = station(await steps.doc(), 'Affiche du tram');
      return [stepId, medium];
    })
    .toEqual([there, 'online']);
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
});

test('is edited by keys: the bank, the order, the name', async () => {
  await click('Caisse');
  await expect.poll(() => steps.selection()).toEqual([await keyOf('Caisse')]);
  await press('Alt+ArrowUp');
  await expect.poll(async () => station(await steps.doc(), 'Caisse').medium).toBe('online');
  await press('Alt+ArrowDown');
  await expect.poll(async () => station(await steps.doc(), 'Caisse').medium).toBe('offline');
  const email = station(start, 'E-mail de suivi').stepId;
  await press('Alt+ArrowRight');
  await expect.poll(async () => station(await steps.doc(), 'Caisse').stepId).toBe(email);
  await press('F2');
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.type('Caisse rapide');
  await press('Control+Enter');
  await expect
    .poll(async () => Object.values((await steps.doc()).touchpoints).map(({ label }) => label))
    .toContain('Caisse rapide');
});

test('takes a new station by keys and by a double click', async () => {
  await click('Caisse');
  await press('t');
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.type('Borne');
  await press('Control+Enter');
  await expect.poll(async () => station(await steps.doc(), 'Borne').stepId).toBe(station(start, 'Caisse').stepId);
  expect((await steps.keys('touchpoint')).length).toBe(13);

  const caisse = await steps.spot(await keyOf('Caisse'));
  const online = await steps.spot(await keyOf('Site du fabricant'));
  await page.mouse.dblclick(caisse.x, online.y);
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.type('Reçu');
  await press('Control+Enter');
  await expect.poll(async () => (await steps.keys('touchpoint')).length).toBe(14);
});

test('connects stations: two by a key, one with nowhere', async () => {
  await click('Tchat du SAV');
  await click('Caisse', ['Shift']);
  await press('j');
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.type('Retour à la caisse');
  await press('Control+Enter');
  await expect
    .poll(async () => (await jumps()).map(({ kind, label }) => [kind, label]))
    .toEqual([['loop', 'Retour à la caisse']]);
  await press('Escape', 'Escape');
  await click('Caisse');
  await press('j');
  await page.keyboard.type('Paiement refusé');
  await press('Control+Enter');
  await expect.poll(async () => (await jumps()).map(({ kind }) => kind).sort()).toEqual(['exit', 'loop']);
});

test('axe finds nothing, in both themes', async () => {
  for (const theme of ['light', 'projectorDark']) {
    if (theme === 'projectorDark') await press('l');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await click('Caisse');
    await expect.poll(() => steps.selection()).toEqual([await keyOf('Caisse')]);
    expect(await axeViolations(page), theme).toEqual([]);
    await press('Escape');
  }
  await press('l');
});
