import { expect, type Page, test } from '@playwright/test';
import type { LaneId, NoteId } from '../../shared/base/ids';
import type { JourneyMapDoc, LaneKind } from '../../shared/boards/journey-map/model';
import { idOf, type JourneyApp, type JourneySteps, laneOf, notesOf, startJourney } from './journeySteps';

/** Rows of every kind: added, written in, resized, coloured, copied to another map; what the map shows; links. By mouse, then by keys. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const editor = () => page.getByTestId('text-editor');
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const textsOn = (): Promise<string> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (item: {
      readonly type: string;
      readonly text?: string;
      readonly children?: readonly never[];
    }): void => {
      if (item.type === 'text') found.push(item.text ?? '');
      for (const child of item.children ?? []) visit(child);
    };
    for (const item of window.__board!.now().scene.items) visit(item as never);
    return found.join(' ').replace(/[\u00A0\u202F]/g, ' ');
  });

async function choose(label: string, option: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(label) })
    .last()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Adds a row of a kind from the panel of the journey, which is there while nothing is chosen. */
async function addRow(name: string, kind: LaneKind): Promise<string> {
  await press('Escape');
  await choose('Ligne à ajouter', name);
  await page.getByRole('button', { name: 'Ajouter une ligne', exact: true }).last().click();
  const lane = laneOf(await steps.doc(), kind);
  await expect.poll(() => steps.selection()).toEqual([`lane:${lane.id}`]);
  return lane.id;
}

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  steps = home.steps;
  start = await steps.doc();
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('complementary', { name: 'Inspecteur' })).toBeVisible();
});

test.afterEach(async () => {
  await press('Escape');
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
  await press('Escape');
  await page.keyboard.press('Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a row of conversion shows who leaves, and is written over a stage', async () => {
  const lane = await addRow('Conversion', 'conversion');
  const stages = Object.values(start.stages).sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(await textsOn()).toContain('−330 partent, 52 %');
  const { x, y } = await steps.spot(`figure:${lane}/${stages[2]!.id}`);
  await page.mouse.dblclick(x, y);
  await expect(editor()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('640 > 600');
  await page.keyboard.press('Enter');
  await expect(editor()).toHaveCount(0);
  expect((await steps.doc()).stages[stages[2]!.id]).toMatchObject({ entered: 640, wentOn: 600, left: null });
  expect(await textsOn()).toContain('−40 partent, 6 %');
});

test('a row is pulled taller by its bottom edge, coloured, and copied with its content to another map', async () => {
  const lane = laneOf(start, 'opportunities');
  const edge = await steps.spot(`lane:${lane.id}`, 0.5, 0.985);
  await steps.drag(edge, { x: edge.x, y: edge.y + 60 });
  expect((await steps.doc()).lanes[lane.id]!.minHeight).toBeGreaterThan(100);
  await expect.poll(() => steps.selection()).toEqual([`lane:${lane.id}`]);

  await page.getByRole('button', { name: /^Lilas/ }).click();
  expect((await steps.doc()).lanes[lane.id]!.color).toBe('lilas');

  await page.getByRole('button', { name: 'Copier la ligne et son contenu' }).click();
  await expect(page.getByText(/copiée dans/)).toBeVisible();
  await page.getByRole('tab', { name: 'Parcours cible' }).click();
  await expect.poll(async () => (await steps.doc()).info.state).toBe('target');
  const copies = Object.values((await steps.doc()).lanes).filter(({ color }) => color === 'lilas');
  expect(copies).toHaveLength(1);
  const texts = Object.values((await steps.doc()).notes).filter(({ laneId }) => laneId === copies[0]!.id);
  expect(texts.map(({ text }) => text)).toContain('Témoin d’usure gravé dans la semelle');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => Object.values((await steps.doc()).lanes).some(({ color }) => color === 'lilas'))
    .toBe(false);
  await page.getByRole('tab', { name: 'Parcours actuel' }).click();
  await expect.poll(async () => (await steps.doc()).info.state).toBe('current');
});

test('contents stand on the line of a persona, and gaps are seen', async () => {
  const lane = laneOf(start, 'contents');
  const { x, y } = await steps.spot(`lane:${lane.id}`);
  await page.mouse.click(x, y);
  await page.getByRole('switch', { name: 'Une ligne par persona' }).click();
  expect(await textsOn()).toContain('rien encore');
  const persona = start.info.personaIds[0]!;
  const stage = Object.values(start.stages).sort((a, b) => (a.order < b.order ? -1 : 1))[1]!;
  const cell = await steps.spot(`cell:${lane.id}/${stage.id}//${persona}`);
  await page.mouse.dblclick(cell.x, cell.y);
  await expect(editor()).toBeFocused();
  await page.keyboard.type('Vidéo d’essai');
  await press('Enter', 'Escape');
  const made = Object.values((await steps.doc()).notes).find(({ text }) => text === 'Vidéo d’essai');
  expect(made).toMatchObject({ personaId: persona, stageId: stage.id, laneId: lane.id });
});

test('the journey of the buyer ends with the purchase, and says so', async () => {
  await press('Escape');
  await page.getByRole('radio', { name: 'Acheteur' }).click({ force: true });
  await expect.poll(() => steps.keys('stage')).toHaveLength(5);
  expect(await textsOn()).toContain('ce qui suit l’achat est masqué');
  await page.getByRole('switch', { name: 'Ligne d’achat' }).click();
  expect((await steps.doc()).info.purchaseLine).toBe(true);
});

test('an opportunity tells what it rests on, and is linked to more', async () => {
  const idea = notesOf(start, 'opportunities')[2]!;
  const { x, y } = await steps.spot(idea);
  await page.mouse.click(x, y);
  const why = page.getByRole('region', { name: 'Vient de' });
  // The pain point of its stage, and through that the touchpoint where it hurts.
  await expect(why.getByRole('button', { name: /Irritant, étape 3.*fiches techniques illisibles/ })).toBeVisible();
  await expect(why.getByRole('button', { name: /Point de contact, étape 3.*Site du fabricant/ })).toBeVisible();

  await why.getByRole('textbox', { name: 'Relier à' }).fill('forum');
  await why.getByRole('button', { name: /Forum d’avis/ }).click();
  const linksOf = async () => (await steps.doc()).notes[idOf(idea) as NoteId]?.links.map(({ kind }) => kind);
  expect(await linksOf()).toEqual(['note', 'touchpoint']);
  await why.getByRole('button', { name: /Délier de.*Forum/ }).click();
  expect(await linksOf()).toEqual(['note']);

  // The pain point knows what took it up.
  await why.getByRole('button', { name: /Irritant, étape 3/ }).click();
  await expect.poll(() => steps.selection()).toEqual([notesOf(start, 'pain-points')[2]!]);
  await expect(page.getByRole('region', { name: 'Repris par' }).getByText(/Trouver ma paire/)).toBeVisible();
});

test('by keys: a row grows, a figure is written and taken back', async () => {
  const lane = await addRow('Temps morts', 'duration');
  await page.getByTestId('board-canvas').focus();
  await press('+', '+');
  const taller = (await steps.doc()).lanes[lane as LaneId]?.minHeight ?? 0;
  expect(taller).toBeGreaterThan(40);
  await press('-');
  expect((await steps.doc()).lanes[lane as LaneId]?.minHeight).toBe(taller - 20);

  await press('Tab');
  const [figure] = await steps.selection();
  const stages = Object.values(start.stages).sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(figure).toBe(`figure:${lane}/${stages[0]!.id}`);
  await press('Enter');
  await expect(editor()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2 semaines, dont 4 j');
  await press('Enter');
  expect((await steps.doc()).stages[stages[0]!.id]).toMatchObject({ duration: '2 semaines', deadTime: 4 * 1440 });
  expect(await textsOn()).toContain('dont 4 j d’attente');
  await press('Delete');
  expect((await steps.doc()).stages[stages[0]!.id]).toMatchObject({ duration: '2 semaines', deadTime: null });
});
