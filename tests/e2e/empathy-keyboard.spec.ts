import { expect, type Locator, type Page, test } from '@playwright/test';
import type { EmpathyMapDoc, EmpathyNote } from '../../shared/boards/empathy-map/model';
import { axeViolations } from './axe';
import { type EmpathyApp, inZone, mapOf, showTab, startEmpathy } from './empathySteps';
import { idOf, type JourneySteps, settled } from './journeySteps';

/** An empathy map built by keys alone, in one app; each test goes on where the one before stopped. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;
let steps: JourneySteps;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const editor = (): Locator => page.getByTestId('text-editor');
const guide = (): Locator => page.getByTestId('guide-bar');
const map = (): Promise<EmpathyMapDoc> => mapOf(steps);
const note = async (key: string): Promise<EmpathyNote> => (await map()).notes[idOf(key) as never] as EmpathyNote;

/** Chooses something with the keyboard alone: from the top by Tab. */
async function walkTo(key: string): Promise<void> {
  await page.getByTestId('board-canvas').focus();
  await press('Escape', 'Home');
  for (let left = 200; left > 0; left--) {
    const [only] = await steps.selection();
    if (only === key) return;
    await press('Tab');
  }
  throw new Error(`Tab never reached ${key}`);
}

/** Runs a command of the palette. */
async function command(words: string): Promise<void> {
  await press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toContainText(words);
  await press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The command itself is done in the next turn.
  await settled(page);
}

test.beforeAll(async () => {
  home = await startEmpathy();
  ({ page, steps } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a new map is started from the dialog, by keys', async () => {
  const tabs = await page.getByRole('tab').count();
  await press('Control+t');
  const dialog = page.getByRole('dialog', { name: 'Nouveau tableau' });
  await expect(dialog.getByLabel('Nom de l’onglet')).toBeFocused();
  await page.keyboard.type('Essai au clavier');
  await dialog.getByRole('radio', { name: 'Parcours complet' }).focus();
  for (let left = 12; left > 0 && !(await dialog.getByRole('radio', { name: 'Toile' }).isChecked()); left--) {
    await press('ArrowDown');
  }
  await expect(dialog.getByRole('radio', { name: 'Toile' })).toBeChecked();
  await press('Enter');
  await expect(page.getByRole('tab')).toHaveCount(tabs + 1);
  await showTab(page, 'Essai au clavier');
  const doc = await map();
  expect(doc).toMatchObject({ kind: 'empathy-map', notes: {} });
  expect(doc.info).toMatchObject({ layout: 'canvas' });
  expect(doc.info.personaId).not.toBeNull();
});

test('notes are captured zone after zone: Enter for the next one, Tab for the next zone', async () => {
  await walkTo('zone:say');
  await press('Enter');
  await page.keyboard.type('« Je compare tout. »');
  await press('Enter');
  await page.keyboard.type('« Je verrai samedi. »');
  await press('Tab');
  await page.keyboard.type('Lit douze avis');
  await press('Tab');
  await page.keyboard.type('« Prends les mêmes »');
  await press('Control+Enter');
  await expect(editor()).toHaveCount(0);
  const doc = await map();
  const texts = (zone: 'say' | 'do' | 'hear') => inZone(doc, zone).map((key) => doc.notes[idOf(key) as never]!.text);
  expect(texts('say')).toEqual(['« Je compare tout. »', '« Je verrai samedi. »']);
  expect(texts('do')).toEqual(['Lit douze avis']);
  expect(texts('hear')).toEqual(['« Prends les mêmes »']);
  expect(await note(inZone(doc, 'do')[0]!)).toMatchObject({ evidence: 'observation', place: null });
  await walkTo(inZone(doc, 'say')[0]!);
  await expect(page.getByTestId('board-status')).toContainText('Je compare tout');
});

test('a note moves in its zone and to the next one, and is copied and deleted', async () => {
  const [first, second] = inZone(await map(), 'say');
  await walkTo(first!);
  await press('Alt+ArrowRight');
  expect(inZone(await map(), 'say')).toEqual([second, first]);
  await press('Alt+ArrowDown');
  expect((await note(first!)).zone).toBe('do');
  expect(inZone(await map(), 'do')[0]).toBe(first);
  await press('Control+z');
  expect((await note(first!)).zone).toBe('say');
  await press('Control+d');
  const [copy] = await steps.selection();
  expect((await note(copy!)).text).toBe((await note(first!)).text);
  await press('Delete');
  expect(await note(copy!)).toBeUndefined();
});

test('evidence, votes, a lock, a place by hand, arrows for it', async () => {
  const key = inZone(await map(), 'say')[0]!;
  await walkTo(key);
  await press('p', 'v', 'v', 'Shift+K');
  expect(await note(key)).toMatchObject({ evidence: 'observation', votes: 2, locked: true });
  await press('Shift+K');
  await command('Placer à la main');
  expect((await note(key)).place).not.toBeNull();
  const before = (await note(key)).place!;
  await walkTo(key);
  await press('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  expect((await note(key)).place!.y).toBe(before.y + 21);
  await command('Remettre dans l’ordre');
  expect((await note(key)).place).toBeNull();
});

test('tags, initials, a source and a paper are given by keys', async () => {
  const key = inZone(await map(), 'say')[0]!;
  await walkTo(key);
  await press('Shift+T');
  await page.keyboard.type('prix, samedi');
  await press('Enter', 'Escape');
  expect((await note(key)).tags).toEqual(['prix', 'samedi']);
  await page.getByTestId('board-canvas').focus();
  const paper = (await note(key)).color;
  await press('c');
  expect((await note(key)).color).not.toBe(paper);
  await press('Control+i');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await inspector.getByLabel('Source').focus();
  await page.keyboard.type('Entretien 3');
  await inspector.getByLabel('Initiales de l’auteur').focus();
  await press('Control+a');
  await page.keyboard.type('SM');
  await press('Tab');
  expect(await note(key)).toMatchObject({ source: 'Entretien 3', author: 'SM' });
  // Initials are remembered: they sign another note by one key.
  const other = inZone(await map(), 'do')[0]!;
  await walkTo(other);
  await press('s');
  expect(await note(other)).toMatchObject({ author: 'SM' });
  await press('Control+i');
});

test('notes are gathered under a title, folded and set free', async () => {
  const [first] = inZone(await map(), 'say');
  await walkTo(first!);
  await press('Shift+ArrowRight', 'Control+g');
  await page.keyboard.type('Hésite');
  await press('Control+Enter');
  const [group] = await steps.selection();
  expect((await map()).clusters[idOf(group!) as never]).toMatchObject({ title: 'Hésite' });
  await press('f');
  expect((await map()).clusters[idOf(group!) as never]).toMatchObject({ folded: true });
  await press('f', 'Control+Shift+g');
  expect((await map()).clusters).toEqual({});
});

test('a contradiction is marked from the palette, and told by the outline', async () => {
  const doc = await map();
  const say = inZone(doc, 'say')[0]!;
  const does = inZone(doc, 'do')[0]!;
  await walkTo(say);
  await press('Shift+Space');
  for (let left = 60; left > 0 && (await steps.selection()).at(-1) !== does; left--) await press('Tab');
  expect(await steps.selection()).toEqual([say, does]);
  await command('Relever une contradiction');
  await expect(editor()).toBeFocused();
  await page.keyboard.type('Compare sans décider');
  await press('Control+Enter');
  expect(Object.values((await map()).findings)).toEqual([
    expect.objectContaining({ sayId: idOf(say), doId: idOf(does), text: 'Compare sans décider' }),
  ]);
  await press('Control+l');
  const tree = page.getByRole('tree', { name: 'Plan de la carte d’empathie' });
  await expect(tree.getByRole('treeitem', { name: /Contradiction 1.*Compare sans décider/ })).toBeVisible();
  await press('Control+l');
});

test('the guide is started, followed and left by keys; its questions are told', async () => {
  await page.getByTestId('board-canvas').focus();
  await command('Mode guidé');
  await expect(guide()).toBeVisible();
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  await expect(guide().getByRole('status').first()).toContainText('Qui. Qui cherchons-nous à comprendre');
  // Two minutes for each question, and a break, from the row of the guide.
  await guide().getByRole('combobox', { name: 'Temps par question' }).focus();
  await press('ArrowDown', 'ArrowDown');
  const clock = guide().getByRole('button', { name: /Mettre en pause/ });
  await expect(clock).toContainText(/0[12]:\d\d/);
  await clock.focus();
  await press('Enter');
  await expect(guide().getByRole('button', { name: /Reprendre|Démarrer/ })).toBeFocused();
  await page.getByTestId('board-canvas').focus();
  await press('Enter');
  await page.keyboard.type('Solène');
  await press('Enter');
  await page.keyboard.type('36 ans');
  await press('Control+Enter');
  expect(inZone(await map(), 'who')).toHaveLength(2);
  // To the question about what is felt: notes there are feelings, in the area they share with thoughts.
  for (let left = 40; left > 0 && !(await guide().textContent())?.includes('dans le corps'); left--) {
    await press('PageDown');
  }
  await expect(guide()).toContainText('Pense et ressent');
  expect(await steps.selection()).toEqual(['zone:think-feel']);
  await press('Enter');
  await page.keyboard.type('Mal au ventre');
  await press('Control+Enter');
  expect(inZone(await map(), 'feel')).toHaveLength(1);
  await press('PageUp');
  await expect(guide()).toContainText('à tort ou à raison');
  await press('Escape');
  await expect(guide()).toHaveCount(0);
});

test('the goal is written on the sheet, questions are shown everywhere', async () => {
  await walkTo('goal:goal');
  await press('Enter');
  await page.keyboard.type('Courir sans mal');
  await press('Control+Enter');
  expect((await map()).info.goal).toBe('Courir sans mal');
  await command('Montrer toutes les questions');
  expect((await map()).info.showPrompts).toBe(true);
  await command('Masquer les questions');
  expect((await map()).info.showPrompts).toBe(false);
});

test('layouts keep every note; by stage stages are added and a face is set by arrows', async () => {
  const { notes } = await map();
  await command('Disposition : Quadrants');
  await command('Disposition : Par étape');
  expect((await map()).notes).toEqual(notes);
  await page.getByTestId('board-canvas').focus();
  await press('Shift+M');
  await page.keyboard.type('Avant');
  await press('Control+Enter');
  await press('Shift+M');
  await page.keyboard.type('Après');
  await press('Control+Enter');
  const stages = Object.values((await map()).stages).sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(stages.map(({ title }) => title)).toEqual(['Avant', 'Après']);
  await walkTo(`emotion:${stages[0]!.id}`);
  await press('ArrowUp', 'Shift+ArrowUp', 'ArrowUp');
  expect((await map()).stages[stages[0]!.id]).toMatchObject({ hand: 0.7 });
  await press('Enter');
  await page.keyboard.type('Curieuse');
  await press('Control+Enter');
  expect((await map()).stages[stages[0]!.id]).toMatchObject({ word: 'Curieuse' });
  await walkTo(`stage:${stages[1]!.id}`);
  await press('Alt+ArrowLeft');
  const order = Object.values((await map()).stages).sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(order.map(({ title }) => title)).toEqual(['Après', 'Avant']);
  await walkTo(`zone:say/${stages[1]!.id}`);
  await press('Enter');
  await page.keyboard.type('« Enfin. »');
  await press('Control+Enter');
  const [added] = await steps.selection();
  expect(await note(added!)).toMatchObject({ zone: 'say', stageId: stages[1]!.id, evidence: 'verbatim' });
  await press('Alt+ArrowRight');
  expect((await note(added!)).stageId).toBe(stages[0]!.id);
});

test('only what is proven is shown, by keys', async () => {
  const drawn = async () => (await steps.keys('note')).map(idOf).sort();
  await command('Disposition : Toile');
  await page.getByTestId('board-canvas').focus();
  await press('Escape');
  const all = await drawn();
  const proven = Object.values<EmpathyNote>((await map()).notes)
    .filter(({ evidence }) => evidence !== null && evidence !== 'hypothesis')
    .map(({ id }) => id as string)
    .sort();
  await press('Control+Shift+f');
  const only = page.getByTestId('filter-panel').getByRole('switch', { name: 'Seulement ce qui est établi' });
  for (let left = 20; left > 0 && !(await only.evaluate((it) => it === document.activeElement)); left--)
    await press('Tab');
  await press('Space');
  expect(await drawn()).toEqual(proven);
  await press('Escape', 'Control+Shift+f');
  for (let left = 20; left > 0 && !(await only.evaluate((it) => it === document.activeElement)); left--)
    await press('Tab');
  await press('Space', 'Escape');
  expect(await drawn()).toEqual(all);
  await command('Disposition : Par étape');
});

test('O makes an opportunity: which journey and which stage are asked where nobody said', async () => {
  const [added] = inZone(await map(), 'say').slice(-1);
  const key = (await steps.selection())[0] ?? added!;
  await walkTo(key);
  await press('o');
  await expect(page.getByRole('menu', { name: 'Dans quel parcours ?' })).toBeVisible();
  await press('Enter');
  const stages = page.getByRole('menu', { name: 'Dans quelle étape du parcours ?' });
  await expect(stages).toBeVisible();
  await expect(stages.getByRole('menuitem').first()).toBeFocused();
  await press('ArrowDown', 'Enter');
  await expect(page.getByText(/Opportunité ajoutée\s: Parcours actuel/)).toBeVisible();
  await page.getByTestId('board-canvas').focus();
  await press('Control+i');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  const made = inspector.getByRole('region', { name: 'Reprise dans' }).getByRole('button', { name: /^Parcours/ });
  await expect(made).toHaveCount(1);
  // From the note to what was made of it, and back.
  await made.focus();
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Parcours actuel' })).toHaveAttribute('aria-selected', 'true');
  const origin = inspector.getByRole('region', { name: 'Vient de' }).getByRole('button').first();
  await origin.focus();
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Essai au clavier' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => steps.selection()).toEqual([key]);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByTestId('board-canvas').focus();
  await press('Control+i');
});
