import { expect, type Page, test } from '@playwright/test';
import type { Cluster, JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { inZone, mapOf, showTab } from './empathySteps';
import { idOf, type JourneyApp, type JourneySteps, notesOf, startJourney, walkTo } from './journeySteps';

/** Notes under a title: gathered, named, folded, moved into and out of, taken apart; by the mouse and by keys alone. */
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
const groups = async () => Object.values<Cluster>((await steps.doc()).clusters);
const membersOf = async (id: string) => {
  const doc = await steps.doc();
  return Object.values<Note>(doc.notes)
    .filter(({ clusterId }) => clusterId === id)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map((one) => `note:${one.id}`);
};

async function click(key: string, shift = false): Promise<void> {
  const { x, y } = await steps.spot(key);
  if (shift) await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  if (shift) await page.keyboard.up('Shift');
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

test('the mouse gathers notes, renames their group, folds it by its sign, takes a note out and takes it apart', async () => {
  const [first, second, third] = pains as [string, string, string];
  await click(first);
  await click(second, true);
  const { x, y } = await steps.spot(second);
  await page.mouse.click(x, y, { button: 'right' });
  await page
    .getByRole('menu')
    .getByRole('menuitem', { name: /^Regrouper/ })
    .click();
  await expect(page.getByTestId('text-editor')).toBeFocused();
  await page.keyboard.type('Ce qui use');
  await press('Control+Enter');
  const [group] = await groups();
  expect(group).toMatchObject({ title: 'Ce qui use', folded: false, stageId: (await note(first)).stageId });
  const key = `cluster:${group!.id}`;
  expect(await steps.selection()).toEqual([key]);
  expect(await membersOf(group!.id)).toEqual([first, second]);
  await expect(page.getByRole('button', { name: /^Annuler/ }).first()).toBeVisible();

  // A double click on its title writes it.
  const title = await steps.spot(key, 0.5, 0.06);
  await page.mouse.dblclick(title.x, title.y);
  await press('Control+a');
  await page.keyboard.type('Ce qui pèse');
  await press('Control+Enter');
  expect((await groups())[0]!.title).toBe('Ce qui pèse');

  // A third note is dragged in, between the two.
  await press('Shift+1');
  await steps.drag(await steps.spot(third), await steps.spot(second, 0.5, 0.02));
  expect(await membersOf(group!.id)).toEqual([first, third, second]);

  // The sign before the title folds it: its notes are not drawn any more.
  const sign = await page.evaluate((wanted) => {
    const board = window.__board!;
    board.view.measure();
    const placed = board.now().index.get(wanted)!;
    const surface = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
    const { zoom, cx, cy } = board.camera.get();
    const { width, height } = board.viewSize();
    const at = { x: placed.editBox!.x - placed.editBox!.lineHeight * 0.5, y: placed.editBox!.y + 2 };
    return { x: surface.left + (at.x - cx) * zoom + width / 2, y: surface.top + (at.y - cy) * zoom + height / 2 };
  }, key);
  await page.mouse.click(sign.x, sign.y);
  expect((await groups())[0]!.folded).toBe(true);
  expect(await steps.keys('note')).not.toContain(first);
  await expect(page.getByRole('status').filter({ hasText: 'Ce qui pèse' })).toContainText('3 irritants, replié');
  await page.mouse.click(sign.x, sign.y);
  expect((await groups())[0]!.folded).toBe(false);

  // The whole group goes to another stage with its notes.
  await press('Shift+1');
  await steps.drag(await steps.spot(key, 0.5, 0.04), await steps.spot(pains[3]!, 0.5, 0.95));
  const { stageId } = await note(pains[3]!);
  expect((await groups())[0]!.stageId).toBe(stageId);
  for (const one of [first, second, third]) expect((await note(one)).stageId).toBe(stageId);

  // Out of the group, to where it was.
  await press('Shift+1');
  await steps.drag(await steps.spot(second), await steps.spot(pains[3]!, 0.5, 0.02));
  expect((await note(second)).clusterId).toBeNull();
  const at = await steps.spot(key, 0.5, 0.04);
  await page.mouse.click(at.x, at.y, { button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  expect(await menu.getByRole('menuitem').count()).toBeLessThanOrEqual(9);
  await menu.getByRole('menuitem', { name: 'Dégrouper' }).click();
  expect(await groups()).toEqual([]);
  expect(await steps.selection()).toEqual([first, third]);
});

test('keys gather notes, rename their group, fold it, write in it, move notes out of it and take it apart', async () => {
  const [first, second] = pains as [string, string];
  await walkTo(steps, first);
  await press('Shift+ArrowRight', 'Control+g');
  await page.keyboard.type('Usure');
  await press('Control+Enter');
  const [group] = await groups();
  const key = `cluster:${group!.id}`;
  expect(await steps.selection()).toEqual([key]);
  expect(await membersOf(group!.id)).toEqual([first, second]);
  await press('F2');
  await page.keyboard.type('Fatigue');
  await press('Control+Enter');
  expect((await groups())[0]!.title).toContain('Fatigue');
  await press('f');
  expect((await groups())[0]!.folded).toBe(true);
  await press('f');
  expect((await groups())[0]!.folded).toBe(false);
  // A new note in the group.
  await walkTo(steps, second);
  await press('Insert');
  await page.keyboard.type('Encore une');
  await press('Control+Enter');
  const [fresh] = await steps.selection();
  expect((await membersOf(group!.id)).at(-1)).toBe(fresh);
  // Up in the group, then out of it at its top.
  await press('Alt+ArrowUp', 'Alt+ArrowUp');
  expect((await membersOf(group!.id))[0]).toBe(fresh);
  await press('Alt+ArrowUp');
  expect((await note(fresh!)).clusterId).toBeNull();
  await walkTo(steps, key);
  await press('Control+Shift+g');
  expect(await groups()).toEqual([]);
  expect(await steps.selection()).toEqual([first, second]);
});

test('a note that is added to a folded group opens it', async () => {
  await walkTo(steps, pains[0]!);
  await press('Shift+ArrowRight', 'Control+g', 'Control+Enter', 'f');
  expect((await groups())[0]!.folded).toBe(true);
  await press('Insert');
  await page.keyboard.type('Au grand jour');
  await press('Control+Enter');
  expect((await groups())[0]!.folded).toBe(false);
  const [fresh] = await steps.selection();
  expect(await steps.keys('note')).toContain(fresh);
  await steps.undo();
  expect((await groups())[0]!.folded).toBe(true);
});

test('a group is deleted with its notes, and comes back with them', async () => {
  await walkTo(steps, pains[0]!);
  await press('Shift+ArrowRight', 'Control+g', 'Control+Enter');
  const [group] = await groups();
  expect(group!.title).toBe('');
  await walkTo(steps, `cluster:${group!.id}`);
  await press('Delete');
  expect(await groups()).toEqual([]);
  expect(await note(pains[0]!)).toBeUndefined();
  await steps.undo();
  expect(await membersOf(group!.id)).toEqual(pains.slice(0, 2));
});

test('the same on an empathy map', async () => {
  await showTab(page, 'Empathie');
  const before = await mapOf(steps);
  const [first, second] = inZone(before, 'see') as [string, string];
  await click(first);
  await click(second, true);
  await press('Control+g');
  await page.keyboard.type('Devant les yeux');
  await press('Control+Enter');
  const [key] = await steps.selection();
  const groupOf = async (of: string) => (await mapOf(steps)).notes[idOf(of) as never] as { clusterId: string | null };
  expect((await groupOf(first)).clusterId).toBe(idOf(key!));
  await press('f');
  expect(await steps.keys('note')).not.toContain(first);
  await press('f', 'Control+Shift+g');
  expect((await groupOf(first)).clusterId).toBeNull();
  for (let left = 20; left > 0 && JSON.stringify(await mapOf(steps)) !== JSON.stringify(before); left--)
    await steps.undo();
  expect(await mapOf(steps)).toEqual(before);
  await showTab(page, 'Parcours actuel');
});
