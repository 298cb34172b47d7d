import { expect, type Locator, type Page, test } from '@playwright/test';
import type { EmotionPoint, JourneyMapDoc, LaneKind, Note } from '../../shared/boards/journey-map/model';
import {
  idOf,
  type JourneyApp,
  type JourneySteps,
  journeySteps,
  laneNames,
  laneOf,
  notesOf,
  stageTitles,
  startJourney,
  walkTo,
} from './journeySteps';

/** Nothing here touches the mouse: the board is walked, changed and built by keys alone. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const surface = (): Locator => page.getByTestId('board-canvas');
const editor = (): Locator => page.getByTestId('text-editor');
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const note = async (key: string) => (await steps.doc()).notes[idOf(key) as never] as Note;
const point = async (key: string) => (await steps.doc()).emotionPoints[idOf(key) as never] as EmotionPoint;
const only = async (): Promise<string> => {
  const [first, second] = await steps.selection();
  expect(second).toBeUndefined();
  return first ?? '';
};

/** Tab until something has the focus. */
async function tabTo(wanted: Locator): Promise<void> {
  for (let left = 60; left > 0; left--) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never got there');
}

async function takeAllBack(): Promise<void> {
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
}

test.beforeAll(async () => {
  const started = await startJourney();
  home = started;
  page = started.page;
  steps = started.steps;
  start = await steps.doc();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('arrows walk from piece to piece, and what is selected is said', async () => {
  await tabTo(surface());
  await press('Home');
  expect(await only()).toBe('title:title');
  const pains = notesOf(start, 'pain-points');
  for (let left = 200; left > 0 && (await only()) !== pains[0]; left--) await press('Tab');
  expect(await only()).toBe(pains[0]);
  await press('ArrowRight');
  expect(await only()).toBe(pains[1]);
  await press('ArrowDown');
  expect(await only()).toBe(notesOf(start, 'opportunities')[1]);
  await press('ArrowUp', 'ArrowLeft');
  expect(await only()).toBe(pains[0]);
  await expect(page.getByTestId('board-status')).toContainText('Aucun repère d’usure sur la chaussure');
  await press('Shift+Tab', 'Tab');
  expect(await only()).toBe(pains[0]);
  await press('Control+a');
  expect((await steps.selection()).length).toBeGreaterThan(60);
  await press('Escape');
  expect(await steps.selection()).toEqual([]);
});

test('letters act on what is selected, they are not written into it', async () => {
  const [first] = notesOf(start, 'pain-points');
  const { text } = await note(first!);
  for (const [key, kind] of [
    ['n', 'note'],
    ['t', 'touchpoint'],
    ['k', 'indicator'],
    ['i', 'note'],
    ['o', 'note'],
  ] as const) {
    await walkTo(steps, first!);
    await press(key);
    await expect(editor()).toBeFocused();
    const added = await only();
    expect(added.startsWith(`${kind}:`)).toBe(true);
    expect(added).not.toBe(first);
    await press('Escape');
    expect((await note(first!)).text).toBe(text);
    await takeAllBack();
  }
  for (const [key, kind] of [
    ['e', /^emotion-point:/],
    ['m', /^step:/],
  ] as const) {
    await walkTo(steps, first!);
    await press(key);
    expect(await only()).toMatch(kind);
    await takeAllBack();
  }
  await walkTo(steps, first!);
  await press('x', 'w');
  await expect(editor()).toHaveCount(0);
  expect(await steps.doc()).toEqual(start);
});

test('a note is written, moved, reordered, copied, deleted', async () => {
  const [first, second] = notesOf(start, 'pain-points');
  await walkTo(steps, first!);

  await press('F2', 'Control+a');
  await page.keyboard.type('Semelle muette');
  await press('Shift+Enter');
  await page.keyboard.type('sans repère');
  await press('Enter');
  expect((await note(first!)).text).toBe('Semelle muette\nsans repère');

  await press('Alt+ArrowRight');
  expect((await note(first!)).stageId).toBe((await note(second!)).stageId);
  expect((await note(first!)).order < (await note(second!)).order).toBe(true);
  await press('Alt+ArrowDown');
  expect((await note(first!)).order > (await note(second!)).order).toBe(true);
  await press('Alt+ArrowUp', 'Alt+ArrowLeft');
  expect((await note(first!)).stageId).toBe((start.notes[idOf(first!) as never] as Note).stageId);

  await press('Control+d');
  const copy = await only();
  expect(copy).not.toBe(first);
  expect((await note(copy)).text).toBe('Semelle muette\nsans repère');
  await press('Delete');
  expect(await note(copy)).toBeUndefined();
  expect(await only()).toBe(first);
  await takeAllBack();
});

test('notes are captured one after the other, and into the next cell with Tab', async () => {
  const [first, second] = notesOf(start, 'opportunities');
  await walkTo(steps, first!);
  await press('Insert');
  for (const text of ['Un', 'Deux']) {
    await expect(editor()).toBeFocused();
    await page.keyboard.type(text);
    await press('Enter');
  }
  await page.keyboard.type('Trois');
  await press('Tab');
  expect(await only()).toBe(second);
  await press('Escape');
  const doc = await steps.doc();
  const stage = (start.notes[idOf(first!) as never] as Note).stageId;
  const texts = notesOf(doc, 'opportunities').flatMap((key) => {
    const one = doc.notes[idOf(key) as never] as Note;
    return one.stageId === stage ? [one.text] : [];
  });
  expect(texts.slice(1)).toEqual(['Un', 'Deux', 'Trois']);
  await takeAllBack();
});

test('what is written stays in view above the bar, note after note', async () => {
  const [first] = notesOf(start, 'opportunities');
  await press('Escape', 'Home');
  await walkTo(steps, first!);
  await press('Insert');
  const bar = page.getByTestId('edit-bar');
  for (let count = 1; count <= 10; count++) {
    await expect(editor()).toBeFocused();
    // All but its end at once, as from the clipboard: what a letter does is the same for each of them.
    await page.keyboard.insertText(`Idée ${count}, assez longue pour aller à la ligne dans son `);
    await page.keyboard.type('papier');
    await expect
      .poll(async () => {
        const field = (await editor().boundingBox())!;
        const board = (await surface().boundingBox())!;
        const foot = (await bar.boundingBox())!;
        return (
          field.y >= board.y + 8 &&
          field.x >= board.x + 8 &&
          field.x + field.width <= board.x + board.width - 8 &&
          field.y + field.height <= foot.y - 8
        );
      })
      .toBe(true);
    await press('Enter');
  }
  await press('Escape');
  await takeAllBack();
});

test('faces move in tenths, along the curve, and inside their moment', async () => {
  const points = await steps.keys('emotion-point');
  await walkTo(steps, points[1]!);
  const before = await point(points[1]!);
  await press('ArrowUp', 'ArrowUp', 'ArrowUp');
  expect((await point(points[1]!)).valence).toBeCloseTo(before.valence + 0.3);
  await press('Shift+ArrowDown');
  expect((await point(points[1]!)).valence).toBeCloseTo(before.valence - 0.2);
  await press('Shift+ArrowRight');
  expect((await point(points[1]!)).offset).toBeCloseTo(before.offset + 0.05);
  await press('ArrowRight');
  expect(await only()).toBe(points[2]);
  await press('Enter', 'Control+a');
  await page.keyboard.type('Elle court bien.');
  await press('Enter');
  expect((await point(points[2]!)).quote).toBe('Elle court bien.');

  await press('e');
  const added = await only();
  expect((await point(added)).stepId).toBe((await point(points[2]!)).stepId);
  await press('Alt+ArrowRight');
  expect((await point(added)).stepId).not.toBe((await point(points[2]!)).stepId);
  await press('Delete');
  expect(await point(added)).toBeUndefined();
  await takeAllBack();
});

test('stages, moments and rows are added, renamed, moved and deleted', async () => {
  const stages = await steps.keys('stage');
  await walkTo(steps, stages[0]!);
  await press('Shift+M');
  await page.keyboard.type('Doute');
  await press('Enter');
  expect(stageTitles(await steps.doc())[1]).toBe('Doute');
  const added = await only();
  await press('Alt+ArrowRight');
  expect(stageTitles(await steps.doc())[2]).toBe('Doute');
  await press('m');
  const step = await only();
  expect(step).toMatch(/^step:/);
  await press('Alt+ArrowLeft');
  await walkTo(steps, added);
  await press('Delete');
  expect(stageTitles(await steps.doc())).toEqual(stageTitles(start));

  const lane = `lane:${laneOf(start, 'thoughts').id}`;
  await walkTo(steps, lane);
  await press('Shift+L');
  await page.keyboard.type('Attentes');
  await press('Enter');
  expect(laneNames(await steps.doc())[3]).toBe('Attentes');
  await press('Alt+ArrowUp');
  expect(laneNames(await steps.doc())[2]).toBe('Attentes');
  await press('F2');
  await page.keyboard.type('Souhaits');
  await press('Enter');
  expect(laneNames(await steps.doc())[2]).toBe('Souhaits');
  // Hidden by the menu key, shown again from the inspector.
  await press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  // The menu has the keyboard.
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('Masquer');
  await press('Enter');
  await expect.poll(() => steps.keys('lane')).toHaveLength(9);
  await press('Control+z');
  await expect.poll(() => steps.keys('lane')).toHaveLength(10);
  await walkTo(steps, lane);
  await takeAllBack();
});

test('the view zooms and pans by keys', async () => {
  await tabTo(surface());
  await press('Escape');
  await expect(page.getByTestId('edit-bar')).toHaveCount(0);
  await press('Shift+1');
  const fit = await steps.camera();
  await press('Control+0');
  expect((await steps.camera()).zoom).toBe(1);
  await press('+');
  expect((await steps.camera()).zoom).toBeCloseTo(1.25);
  await press('-', '-');
  expect((await steps.camera()).zoom).toBeCloseTo(0.8);
  await press('Control+0');
  const before = await steps.camera();
  await press('ArrowDown');
  expect((await steps.camera()).cy).toBeGreaterThan(before.cy);
  const key = notesOf(start, 'pain-points')[4]!;
  await walkTo(steps, key);
  await press('Shift+2');
  expect((await steps.camera()).zoom).toBeCloseTo(2.5, 1);
  await press('Escape');
  await expect(page.getByTestId('edit-bar')).toHaveCount(0);
  await press('Shift+1');
  expect((await steps.camera()).zoom).toBeCloseTo(fit.zoom);
});

test('the outline opens on what is selected, Escape goes back to the board', async () => {
  await tabTo(surface());
  const key = notesOf(start, 'opportunities').at(-1)!;
  await walkTo(steps, key);
  await press('Control+l');
  const line = page.locator(`[role="treeitem"][data-key="${key}"]`);
  await expect(line).toBeFocused();
  await expect(line).toBeInViewport({ ratio: 1 });
  await press('Escape');
  await expect(surface()).toBeFocused();
  expect(await only()).toBe(key);
  const board = (await surface().boundingBox())!;
  const at = await steps.spot(key);
  expect(at.x > board.x && at.x < board.x + board.width && at.y > board.y && at.y < board.y + board.height).toBe(true);
  await press('Control+l');
  await expect(line).toHaveCount(0);
  await expect(surface()).toBeFocused();
  // Shown whole, it stays whole beside a panel.
  await press('Escape', 'Shift+1');
  const whole = await steps.camera();
  await press('Control+i');
  await expect.poll(async () => (await steps.camera()).zoom).toBeLessThan(whole.zoom);
  await press('Control+i');
  await expect.poll(steps.camera).toEqual(whole);
});

test('a whole map is built from the outline', async () => {
  await press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Nouvel atelier' });
  await dialog.getByLabel('Titre').fill('Au clavier');
  await tabTo(dialog.getByRole('radio', { checked: true }));
  const blank = dialog.getByRole('radio', { name: 'Parcours vide' });
  for (let left = 12; left > 0 && !(await blank.isChecked()); left--) await press('ArrowDown');
  await press('Enter');
  await expect(
    page
      .getByRole('heading', { name: /Au clavier/ })
      .or(page.getByText('Au clavier'))
      .first(),
  ).toBeVisible();
  await page.waitForFunction(() => {
    const doc = window.__board?.session.store.getState().doc as JourneyMapDoc | undefined;
    return Object.keys(doc?.notes ?? { x: 1 }).length === 0;
  });
  steps = journeySteps(page);
  await press('Control+l');
  const tree = page.getByRole('tree');
  await expect(tree).toBeVisible();
  const item = (name: RegExp): Locator => tree.getByRole('treeitem', { name }).first();
  await tabTo(tree.locator('[tabindex="0"]'));

  /** Down the tree to a line, as a person would by its first letters or the arrows. */
  const goTo = async (name: RegExp): Promise<void> => {
    await press('Home');
    for (let left = 120; left > 0; left--) {
      const current = tree.locator('[role="treeitem"]:focus');
      if (name.test((await current.innerText()).trim())) return;
      await press('ArrowDown');
    }
    throw new Error(`no line ${name}`);
  };
  const write = async (text: string): Promise<void> => {
    await expect(tree.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(text);
    await press('Enter');
    await expect(tree.getByRole('textbox')).toHaveCount(0);
  };

  await goTo(/^Étape 1/);
  await press('Enter');
  await write('Découverte');
  await press('Insert');
  await write('Achat');
  expect(stageTitles(await steps.doc())).toEqual(['Découverte', 'Achat']);
  await press('Alt+ArrowLeft');
  expect(stageTitles(await steps.doc())).toEqual(['Achat', 'Découverte']);
  await press('Alt+ArrowRight');

  const addIn = async (lane: RegExp, text: string): Promise<void> => {
    await goTo(lane);
    await press('n');
    await write(text);
  };
  await addIn(/^Actions, /, 'Voit une affiche');
  await addIn(/^Irritants, /, 'Aucun prix affiché');
  await addIn(/^Points de contact, /, 'Affiche du tram');
  await goTo(/^Irritant\s:/);
  await press('Insert');
  await write('Numéro illisible');
  await press('Alt+ArrowUp');
  const doc = await steps.doc();
  const texts = (kind: LaneKind) => notesOf(doc, kind).map((key) => (doc.notes[idOf(key) as never] as Note).text);
  expect(texts('pain-points')).toEqual(['Numéro illisible', 'Aucun prix affiché']);
  expect(texts('actions')).toEqual(['Voit une affiche']);
  expect(Object.values(doc.touchpoints).map(({ label }) => label)).toEqual(['Affiche du tram']);

  await goTo(/^Émotion, /);
  await press('Insert');
  const felt = await only();
  for (let i = 0; i < 7; i++) await press('-');
  expect((await point(felt)).valence).toBeCloseTo(-0.7);
  await press('Alt+ArrowRight');
  await press('F2');
  await write('C’est combien');
  expect((await point(felt)).quote).toBe('C’est combien');

  await goTo(/^Irritant\s: Aucun prix/);
  await press('Delete');
  expect(notesOf(await steps.doc(), 'pain-points')).toHaveLength(1);
  await press('Control+z');
  expect(notesOf(await steps.doc(), 'pain-points')).toHaveLength(2);

  // Both ways: what the tree chooses is chosen on the map, and the other way round.
  await goTo(/^Action\s: Voit une affiche/);
  expect(await only()).toMatch(/^note:/);
  await expect(item(/Voit une affiche/)).toHaveAttribute('aria-selected', 'true');
  await tabTo(surface());
  await press('ArrowDown');
  const now = await only();
  await expect(tree.locator('[aria-selected="true"]')).toHaveAttribute('data-key', now);
});
