import { expect, type Locator, type Page, test } from '@playwright/test';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { idOf, type JourneyApp, type JourneySteps, notesOf, startJourney, walkTo } from './journeySteps';

/** What notes are given, by the mouse and by keys alone, one at a time and several at once. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;
let pains: readonly string[];

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const note = async (key: string) => (await steps.doc()).notes[idOf(key) as never] as Note;
const bar = (): Locator => page.getByTestId('edit-bar');
const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspecteur' });

async function click(key: string, modifiers: readonly 'Shift'[] = []): Promise<void> {
  const { x, y } = await steps.spot(key);
  for (const one of modifiers) await page.keyboard.down(one);
  await page.mouse.click(x, y);
  for (const one of modifiers) await page.keyboard.up(one);
}

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  start = await steps.doc();
  pains = notesOf(start, 'pain-points');
});

test.afterEach(async () => {
  await page.getByTestId('board-canvas').focus();
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
  await press('Escape', 'Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('the bar gives a note its meaning, a vote, a lock and tags', async () => {
  const key = pains[0]!;
  const before = await note(key);
  await click(key);
  await bar().getByRole('button', { name: 'Lilas : ce qui se devine' }).click();
  await bar().getByRole('button', { name: 'Ajouter un vote' }).click();
  expect(await note(key)).toMatchObject({ color: 'lilas', votes: before.votes + 1 });
  await bar().getByRole('button', { name: 'Étiqueter' }).click();
  const field = bar().getByLabel('Ajouter une étiquette');
  await expect(field).toBeFocused();
  await page.keyboard.type('usure, à vérifier');
  await press('Enter');
  expect((await note(key)).tags).toEqual(['usure', 'à vérifier']);
  await bar().getByRole('button', { name: 'Retirer l’étiquette usure' }).click();
  expect((await note(key)).tags).toEqual(['à vérifier']);
  await field.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  await bar().getByRole('button', { name: 'Verrouiller' }).click();
  expect((await note(key)).locked).toBe(true);
  await press('Delete');
  expect(await note(key)).toBeDefined();
  await bar().getByRole('button', { name: 'Déverrouiller' }).click();
  expect((await note(key)).locked).toBe(false);
});

test('several notes are given the same at once, taken back in one step that says so', async () => {
  await click(pains[0]!);
  await click(pains[1]!, ['Shift']);
  await click(pains[2]!, ['Shift']);
  await expect(bar()).toContainText('3 éléments');
  await bar().getByRole('button', { name: 'Hypothèse' }).click();
  for (const key of pains.slice(0, 3)) expect((await note(key)).evidence).toBe('hypothesis');
  await expect(page.getByRole('button', { name: 'Annuler : réglage de notes' })).toBeVisible();
  await steps.undo();
  expect(await steps.doc()).toEqual(start);

  await page.keyboard.press('Control+i');
  await inspector().getByRole('button', { name: 'Ciel : ce qui s’observe' }).click();
  await inspector().getByLabel('Source').fill('Visite du 14 octobre');
  await inspector().getByRole('switch', { name: 'Verrouiller les notes' }).click();
  for (const key of pains.slice(0, 3))
    expect(await note(key)).toMatchObject({ color: 'ciel', source: 'Visite du 14 octobre', locked: true });
  expect((await note(pains[3]!)).color).toBeNull();
  await page.keyboard.press('Control+i');
});

test('keys give evidence, meaning, votes, a lock, tags', async () => {
  const [first, second] = pains;
  const before = await note(first!);
  await walkTo(steps, first!);
  await press('Shift+ArrowRight');
  expect(await steps.selection()).toEqual([first, second]);
  await press('p');
  for (const key of [first!, second!]) expect((await note(key)).evidence).toBe('verbatim');
  await press('p', 'p');
  expect((await note(second!)).evidence).toBe('data');
  await press('c', 'c');
  for (const key of [first!, second!]) expect((await note(key)).color).toBe('ciel');
  await press('v', 'v', 'Shift+V');
  expect((await note(first!)).votes).toBe(before.votes + 1);
  await press('Shift+T');
  await page.keyboard.type('usure');
  await press('Enter', 'Enter');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  for (const key of [first!, second!]) expect((await note(key)).tags).toEqual(['usure']);
  await press('Shift+K');
  for (const key of [first!, second!]) expect((await note(key)).locked).toBe(true);
  await press('Shift+K');
  expect((await note(first!)).locked).toBe(false);
});

test('initials are remembered: they sign the notes that follow, and the chosen ones by a key', async () => {
  await click(pains[0]!);
  await page.keyboard.press('Control+i');
  await inspector().getByLabel('Initiales de l’auteur').fill('AB');
  await page.keyboard.press('Control+i');
  expect((await note(pains[0]!)).author).toBe('AB');
  await walkTo(steps, pains[1]!);
  await press('s');
  expect((await note(pains[1]!)).author).toBe('AB');
  await press('Insert');
  await page.keyboard.type('Nouvelle');
  await press('Control+Enter');
  const [added] = await steps.selection();
  expect(await note(added!)).toMatchObject({ text: 'Nouvelle', author: 'AB' });
  await expect.poll(async () => (await page.evaluate(() => window.desktop?.boot()))?.author).toBe('AB');
});

test('a note is carried on into the opportunities, from the menu and by a key', async () => {
  const count = async () => notesOf(await steps.doc(), 'opportunities').length;
  const { length } = notesOf(start, 'opportunities');
  const { x, y } = await steps.spot(pains[0]!);
  await page.mouse.click(x, y, { button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  expect(await menu.getByRole('menuitem').count()).toBeLessThanOrEqual(9);
  await menu.getByRole('menuitem', { name: 'En faire une opportunité' }).click();
  await expect.poll(count).toBe(length + 1);
  await walkTo(steps, pains[1]!);
  await press('Shift+O');
  expect(await count()).toBe(length + 2);
  const [made] = await steps.selection();
  expect((await note(made!)).text).toBe((await note(pains[1]!)).text);
});

test('several notes move together by keys and keep their order', async () => {
  const cell = (key: string) => note(key).then(({ stageId, stepId }) => `${stageId}/${stepId}`);
  await walkTo(steps, pains[0]!);
  await press('Control+d');
  const [copy] = await steps.selection();
  await walkTo(steps, pains[0]!);
  await press('Shift+ArrowDown');
  expect(await steps.selection()).toEqual([pains[0], copy]);
  await press('Alt+ArrowRight');
  expect(await cell(pains[0]!)).toBe(await cell(pains[1]!));
  expect(await cell(copy!)).toBe(await cell(pains[1]!));
  const [a, b, c] = await Promise.all([pains[0]!, copy!, pains[1]!].map(note));
  expect(a!.order < b!.order && b!.order < c!.order).toBe(true);
  await steps.undo();
  expect(await cell(pains[0]!)).toBe(`${(start.notes[idOf(pains[0]!) as never] as Note).stageId}/null`);
});

test('Alt drags a copy, and several notes that are dragged keep their order', async () => {
  const inCell = async (key: string) => {
    const { stageId } = await note(key);
    const doc = await steps.doc();
    return notesOf(doc, 'pain-points').filter((one) => (doc.notes[idOf(one) as never] as Note).stageId === stageId);
  };
  await page.keyboard.down('Alt');
  await steps.drag(await steps.spot(pains[0]!), await steps.spot(pains[2]!, 0.5, 0.9));
  await page.keyboard.up('Alt');
  const [copy] = await steps.selection();
  expect(copy).not.toBe(pains[0]);
  expect(await inCell(pains[2]!)).toEqual([pains[2], copy]);
  expect(await inCell(pains[0]!)).toEqual([pains[0]]);
  expect((await note(copy!)).text).toBe((await note(pains[0]!)).text);
  await steps.undo();
  expect(await steps.doc()).toEqual(start);

  // Three notes in one cell: the first two go behind the third.
  await walkTo(steps, pains[0]!);
  await press('Control+d', 'Control+d');
  const [a, b, c] = await inCell(pains[0]!);
  await click(a!);
  await click(b!, ['Shift']);
  await press('Shift+1');
  await steps.drag(await steps.spot(a!), await steps.spot(c!, 0.5, 0.95));
  expect(await inCell(pains[0]!)).toEqual([c, a, b]);
  // Across to another cell, in the order they stand in.
  await steps.drag(await steps.spot(a!), await steps.spot(pains[2]!, 0.5, 0.05));
  expect(await inCell(pains[2]!)).toEqual([a, b, pains[2]]);
});

test('the palette says why something cannot be done', async () => {
  await click(pains[0]!);
  await press('Control+k');
  await page.getByRole('combobox').fill('dégrouper');
  const option = page.getByRole('option', { name: 'Dégrouper' });
  await expect(option).toContainText('aucun groupe');
  await expect(option).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('combobox').fill('aligner à gauche');
  await expect(page.getByRole('option').first()).toContainText('notes en file');
  await press('Escape');
});
