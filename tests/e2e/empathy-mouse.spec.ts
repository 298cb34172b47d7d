import { expect, type Locator, type Page, test } from '@playwright/test';
import type { EmpathyMapDoc, EmpathyNote } from '../../shared/boards/empathy-map/model';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { axeViolations } from './axe';
import { type EmpathyApp, inZone, showTab, startEmpathy } from './empathySteps';
import { idOf, type JourneySteps, settled } from './journeySteps';

/** The empathy map by the mouse: one app, each test leaves the map as it found it. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;
let steps: JourneySteps;
let start: EmpathyMapDoc;

const editor = () => page.getByTestId('text-editor');
const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspecteur' });
const note = async (key: string): Promise<EmpathyNote> => (await home.map()).notes[idOf(key) as never] as EmpathyNote;

async function click(key: string, fx = 0.5, fy = 0.5): Promise<void> {
  const { x, y } = await steps.spot(key, fx, fy);
  await page.mouse.click(x, y);
}

async function write(text: string): Promise<void> {
  await expect(editor()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(editor()).toHaveCount(0);
}

/** Right click, then a line of the menu. */
async function choose(key: string, item: string | RegExp): Promise<void> {
  const wanted = page.getByRole('menuitem', { name: item });
  await expect(async () => {
    if (await page.getByRole('menu').count()) await page.keyboard.press('Escape');
    const { x, y } = await steps.spot(key);
    await page.mouse.click(x, y, { button: 'right' });
    await expect(wanted).toBeVisible({ timeout: 5_000 });
    expect(await steps.selection()).toContain(key);
  }).toPass();
  expect(await page.getByRole('menuitem').count()).toBeLessThanOrEqual(9);
  await wanted.click();
  // The gesture itself is done in the turn after the menu is gone.
  await expect(wanted).toHaveCount(0);
  await settled(page);
}

/** The inspector, about what is chosen. */
async function openInspector(): Promise<void> {
  if ((await inspector().getByRole('heading', { level: 2 }).count()) === 0) await page.keyboard.press('Control+i');
  await expect(inspector().getByRole('heading', { level: 2 })).toBeVisible();
}

async function layout(name: 'Toile' | 'Quadrants' | 'Par étape'): Promise<void> {
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await openInspector();
  await inspector().getByRole('radio', { name }).check({ force: true });
  await expect(inspector().getByRole('radio', { name })).toBeChecked();
}

test.beforeAll(async () => {
  home = await startEmpathy();
  ({ page, steps } = home);
  start = await home.map();
});

test.afterEach(async () => {
  await page.getByTestId('board-canvas').focus();
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await home.map()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await home.map()).toEqual(start);
  await page.keyboard.press('Escape');
  if ((await inspector().getByRole('heading', { level: 2 }).count()) > 0) await page.keyboard.press('Control+i');
  await page.keyboard.press('Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a double click in a zone adds notes one after the other, with the proof of that zone', async () => {
  const { x, y } = await steps.spot('zone:hear', 0.2, 0.97);
  await page.mouse.dblclick(x, y);
  await expect(editor()).toBeFocused();
  await page.keyboard.type('« Essaie avant »');
  await page.keyboard.press('Enter');
  await expect(editor()).toBeFocused();
  await page.keyboard.type('Inès conseille une pointure de plus');
  await page.keyboard.press('Control+Enter');
  const [one, two] = inZone(await home.map(), 'hear').slice(-2);
  expect(await note(one!)).toMatchObject({ text: '« Essaie avant »', evidence: 'verbatim', zone: 'hear' });
  expect((await note(two!)).text).toBe('Inès conseille une pointure de plus');
});

test('notes are put in another order, go to another zone and into a group', async () => {
  const [a, b, c] = inZone(start, 'see');
  await steps.drag(await steps.spot(c!), await steps.spot(a!, 0.05, 0.5));
  expect(inZone(await home.map(), 'see').slice(0, 3)).toEqual([c, a, b]);
  const said = inZone(start, 'say')[0]!;
  await steps.drag(await steps.spot(a!), await steps.spot(said, 0.05, 0.5));
  expect((await note(a!)).zone).toBe('say');
  expect(inZone(await home.map(), 'say')[0]).toBe(a);

  await click(b!);
  await page.keyboard.down('Shift');
  await click(c!);
  await page.keyboard.up('Shift');
  await page.keyboard.press('Control+g');
  await write('Vu en boutique');
  const [group] = await steps.selection();
  expect(group).toMatch(/^cluster:/);
  expect((await home.map()).clusters[idOf(group!) as never]).toMatchObject({ title: 'Vu en boutique' });
  expect((await note(b!)).clusterId).toBe(idOf(group!));

  const fourth = inZone(start, 'see')[3]!;
  await steps.drag(await steps.spot(fourth), await steps.spot(group!, 0.5, 0.9));
  expect((await note(fourth)).clusterId).toBe(idOf(group!));
  // And out again, to the free floor of the zone.
  await steps.drag(await steps.spot(fourth), await steps.spot('zone:see', 0.9, 0.99));
  expect((await note(fourth)).clusterId).toBeNull();
  await choose(group!, 'Replier le groupe');
  expect((await home.map()).clusters[idOf(group!) as never]).toMatchObject({ folded: true });
});

test('with Ctrl held a note is put by hand, and back in order from the inspector', async () => {
  const key = inZone(start, 'hear')[0]!;
  // By its corner: a note that flows is as high as its row, one by hand as high as its text.
  const from = await steps.spot(key, 0.02, 0.05);
  const corner = await steps.spot(key, 0, 0);
  const to = { x: from.x + 40, y: from.y + 120 };
  await page.keyboard.down('Control');
  await steps.drag(from, to);
  await page.keyboard.up('Control');
  expect((await note(key)).place).not.toBeNull();
  const at = await steps.spot(key, 0, 0);
  expect(Math.abs(at.x - corner.x - 40)).toBeLessThan(8);
  expect(Math.abs(at.y - corner.y - 120)).toBeLessThan(8);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const { place } = await note(key);
  expect(place).not.toBeNull();
  const nudged = await steps.spot(key, 0, 0);
  expect(nudged.y).toBeGreaterThan(at.y + 5);
  expect(nudged.x).toBeGreaterThan(at.x);

  // Dragged as it stands it stays by hand, also elsewhere.
  const floor = await steps.spot('zone:see', 0.5, 0.6);
  await steps.drag(await steps.spot(key), floor);
  expect(await note(key)).toMatchObject({ zone: 'see' });
  expect((await note(key)).place).not.toBeNull();
  await openInspector();
  const byHand = inspector().getByRole('switch', { name: 'Placée à la main' });
  await expect(byHand).toBeChecked();
  await byHand.click();
  expect((await note(key)).place).toBeNull();
  await byHand.click();
  expect((await note(key)).place).not.toBeNull();
});

test('what is chosen gets a vote, a lock, a meaning; a locked note stays', async () => {
  const key = inZone(start, 'gain')[0]!;
  const before = await note(key);
  await click(key);
  const bar = page.getByTestId('edit-bar');
  await bar.getByRole('button', { name: 'Ajouter un vote' }).click();
  await bar.getByRole('button', { name: 'Hypothèse' }).click();
  await bar.getByRole('button', { name: 'Ciel : ce qui s’observe' }).click();
  expect(await note(key)).toMatchObject({ votes: before.votes + 1, evidence: 'hypothesis', color: 'ciel' });
  await choose(key, 'Verrouiller');
  await steps.drag(await steps.spot(key), await steps.spot('zone:see', 0.5, 0.95));
  expect((await note(key)).zone).toBe('gain');
  await page.keyboard.press('Delete');
  expect(await note(key)).toMatchObject({ locked: true });
});

test('a pain becomes an opportunity of the linked journey: one leads to the other and back', async () => {
  const key = inZone(start, 'pain')[0]!;
  await click(key);
  await openInspector();
  // In the sample it rests on a pain point of the journey.
  const taken = inspector().getByRole('region', { name: 'Reprise dans' });
  const from = inspector().getByRole('region', { name: 'Vient de' });
  await expect(from.getByRole('button', { name: /Parcours actuel, Irritant, étape 3/ })).toBeVisible();
  await inspector().getByRole('button', { name: 'En faire une opportunité' }).click();
  await expect(page.getByText(/Opportunité ajoutée\s: Parcours actuel/)).toBeVisible();
  const made = taken.getByRole('button', { name: /Parcours actuel, Opportunité, étape 3/ });
  await made.click();
  await expect(page.getByRole('tab', { name: 'Parcours actuel' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(async () => (await steps.selection()).length).toBe(1);
  const journey = await steps.doc();
  const [target] = await steps.selection();
  const carried = journey.notes[idOf(target!) as never] as JourneyMapDoc['notes'][never];
  expect(carried).toMatchObject({
    text: (start.notes[idOf(key) as never] as EmpathyNote).text,
    evidence: 'hypothesis',
  });
  expect(carried.links).toEqual([expect.objectContaining({ kind: 'note', id: idOf(key) })]);
  const origin = inspector().getByRole('region', { name: 'Vient de' }).getByRole('button').first();
  await expect(origin).toHaveText(/^Empathie, Douleur.*Ne sait pas lire une fiche technique/);
  await origin.click();
  await expect(page.getByRole('tab', { name: 'Empathie' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => steps.selection()).toEqual([key]);
  await showTab(page, 'Parcours actuel');
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+z');
  expect((await steps.doc()).notes[idOf(target!) as never]).toBeUndefined();
  await showTab(page, 'Empathie');
  await click(key);
  await openInspector();
  await expect(from.getByRole('button', { name: /^Parcours/ })).not.toHaveCount(0);
  await expect(taken.getByRole('button', { name: /^Parcours/ })).toHaveCount(0);
});

test('a note of no stage asks which one; Ctrl+Z takes back what was added over there', async () => {
  const key = inZone(start, 'hear')[1]!;
  await choose(key, 'En faire une opportunité');
  const menu = page.getByRole('menu', { name: 'Dans quelle étape du parcours ?' });
  await expect(menu.getByRole('menuitem')).toHaveCount(6);
  await menu.getByRole('menuitem', { name: 'Étape 2, Intérêt' }).click();
  await expect(page.getByText(/Opportunité ajoutée\s: Parcours actuel. Étape 2/)).toBeVisible();
  await openInspector();
  const taken = inspector().getByRole('region', { name: 'Reprise dans' });
  await expect(taken.getByRole('button', { name: /^Parcours/ })).toHaveCount(1);
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+z');
  await expect(taken.getByRole('button', { name: /^Parcours/ })).toHaveCount(0);
});

test('what she says and what she does is marked as a contradiction, once', async () => {
  const say = inZone(start, 'say')[2]!;
  const does = inZone(start, 'do')[4]!;
  await click(say);
  await page.keyboard.down('Shift');
  await click(does);
  await page.keyboard.up('Shift');
  await openInspector();
  await inspector().getByRole('button', { name: 'Relever une contradiction' }).click();
  await write('Veut essayer, puis abandonne.');
  const [finding] = await steps.selection();
  expect((await home.map()).findings[idOf(finding!) as never]).toMatchObject({
    sayId: idOf(say),
    doId: idOf(does),
    text: 'Veut essayer, puis abandonne.',
  });
  await expect(inspector().getByRole('heading', { name: 'Contradiction 3' })).toBeVisible();
  await click(say);
  await page.keyboard.down('Shift');
  await click(does);
  await page.keyboard.up('Shift');
  await inspector().getByRole('button', { name: 'Voir la contradiction' }).click();
  expect(await steps.selection()).toEqual([finding]);
  await inspector().getByRole('button', { name: 'Retirer la contradiction' }).click();
  expect(Object.keys((await home.map()).findings)).toHaveLength(2);
});

test('only what is proven is shown when asked for, and the share of it in each zone is written', async () => {
  const drawn = async () => (await steps.keys('note')).map(idOf).sort();
  const all = await drawn();
  const proven = Object.values<EmpathyNote>(start.notes)
    .filter(({ evidence }) => evidence !== null && evidence !== 'hypothesis')
    .map(({ id }) => id as string)
    .sort();
  expect(proven.length).toBeLessThan(all.length);
  await page.getByRole('button', { name: /^Filtrer/ }).click();
  const panel = page.getByTestId('filter-panel');
  await panel.getByRole('switch', { name: 'Seulement ce qui est établi' }).click();
  expect(await drawn()).toEqual(proven);
  await expect(panel.getByRole('status')).toHaveText(`${proven.length} notes sur ${all.length}`);
  const titles = await page.evaluate(() => {
    const { scene } = window.__board!.now();
    const texts = (items: typeof scene.items): readonly string[] =>
      items.flatMap((item) => (item.type === 'group' ? texts(item.children) : item.type === 'text' ? [item.text] : []));
    return texts(scene.items);
  });
  expect(titles.filter((text) => /^\d+\u00A0%$/.test(text)).length).toBeGreaterThan(5);
  await panel.getByRole('button', { name: 'Tout montrer' }).click();
  await page.keyboard.press('Escape');
  expect(await drawn()).toEqual(all);
});

test('layouts keep every note in its zone; what has no place waits in the reserve', async () => {
  for (const name of ['Quadrants', 'Par étape', 'Toile'] as const) {
    await layout(name);
    expect((await home.map()).notes).toEqual(start.notes);
  }
  await layout('Quadrants');
  await expect(inspector().getByText('16 notes ont leur place ici. En réserve : 15')).toBeVisible();
  await click('reserve:see');
  const waiting = inZone(start, 'see')[0]!;
  await expect.poll(async () => await steps.keys('note')).toContain(waiting);
  await steps.drag(await steps.spot(waiting), await steps.spot('zone:think', 0.5, 0.5));
  expect((await note(waiting)).zone).toBe('think');
});

test('by stage a face is dragged in tenths, given back to the journey, and two moods are told apart', async () => {
  await layout('Par étape');
  const stages = await steps.keys('emotion');
  const face = stages[1]!;
  const stage = async (key: string) => (await home.map()).stages[idOf(key) as never] as EmpathyMapDoc['stages'][never];
  const at = await steps.spot(face);
  await steps.drag(at, { x: at.x, y: at.y + 45 });
  const { hand } = await stage(face);
  expect(hand).not.toBeNull();
  expect(Math.abs(hand! * 10 - Math.round(hand! * 10))).toBeLessThan(1e-9);
  await inspector()
    .getByRole('button', { name: /^Reprendre \+0,9/ })
    .click();
  expect((await stage(face)).hand).toBeNull();
  await inspector().getByRole('button', { name: 'Curieuse' }).click();
  expect((await stage(face)).word).toBe('');
  await click(stages[5]!);
  await inspector().getByRole('button', { name: 'Scinder l’étape' }).click();
  expect((await steps.keys('stage')).length).toBe(7);
});

test('stages follow the linked journey without a step of undo of their own', async () => {
  await layout('Par étape');
  await showTab(page, 'Parcours actuel');
  const journey = await steps.doc();
  const [stage] = await steps.keys('stage');
  const { x, y } = await steps.spot(stage!);
  await page.mouse.dblclick(x, y);
  await write('Déclic');
  await showTab(page, 'Empathie');
  await expect.poll(async () => (await home.map()).stages[idOf(stage!) as never]?.['title' as never]).toBe('Déclic');
  // What was done here is what Ctrl+Z takes back.
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+z');
  expect((await home.map()).info.layout).toBe('canvas');
  expect((await home.map()).stages[idOf(stage!) as never]).toMatchObject({ title: 'Déclic' });
  await showTab(page, 'Parcours actuel');
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+z');
  expect(await steps.doc()).toEqual(journey);
  await showTab(page, 'Empathie');
  await expect.poll(() => home.map()).toEqual(start);
});

test('the guide asks one question at a time, brings its zone and adds notes there', async () => {
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await openInspector();
  await inspector().getByRole('button', { name: 'Mode guidé' }).click();
  const bar = page.getByTestId('guide-bar');
  await expect(bar).toContainText('1 sur 28');
  expect(await steps.selection()).toEqual(['zone:who']);
  await bar.getByRole('button', { name: 'Question suivante' }).click();
  await expect(bar).toContainText('2 sur 28');
  await bar.getByRole('button', { name: /^Répondre/ }).click();
  await write('Reprend après une blessure');
  expect((await note(inZone(await home.map(), 'who').at(-1)!)).text).toBe('Reprend après une blessure');
  await bar.getByRole('combobox', { name: 'Temps par question' }).selectOption('2');
  await expect(bar.getByRole('button', { name: /Mettre en pause/ })).toContainText(/0[12]:\d\d/);
  await bar.getByRole('button', { name: 'Quitter le mode guidé' }).click();
  await expect(bar).toHaveCount(0);
});

test('questions are shown in filled zones when asked for, and a new board is offered in three layouts', async () => {
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await openInspector();
  await inspector().getByRole('switch', { name: 'Questions toujours visibles' }).click();
  expect((await home.map()).info.showPrompts).toBe(true);
  await page.getByRole('button', { name: 'Ajouter un tableau' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau tableau' });
  for (const name of ['Toile', 'Quadrants', 'Avant, pendant, après']) {
    await expect(dialog.getByRole('radio', { name })).toBeVisible();
  }
  await page.keyboard.press('Escape');
});

test('axe finds nothing, in both themes, with every panel', async () => {
  await page.keyboard.press('Control+l');
  await openInspector();
  for (const key of ['', 'zone:see', inZone(start, 'pain')[0]!]) {
    if (key) await click(key, 0.5, key.startsWith('zone') ? 0.95 : 0.5);
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await inspector().getByRole('button', { name: 'Mode guidé' }).click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await layout('Par étape');
  await click((await steps.keys('emotion'))[5]!);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('l');
  await page.keyboard.press('Control+l');
});
