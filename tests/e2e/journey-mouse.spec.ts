import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import {
  idOf,
  type JourneyApp,
  type JourneySteps,
  laneNames,
  laneOf,
  notesOf,
  settled,
  stageTitles,
  startJourney,
} from './journeySteps';

test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const editor = () => page.getByTestId('text-editor');
const note = async (key: string) =>
  (await steps.doc()).notes[idOf(key) as never] as JourneyMapDoc['notes'][never] | undefined;

/** Right click, then a line of the menu. */
async function choose(key: string, item: string | RegExp, at: readonly [number, number] = [0.5, 0.5]): Promise<void> {
  const wanted = page.getByRole('menuitem', { name: item });
  // A panel that has just closed moves the board: the piece may be elsewhere by the time of the click.
  await expect(async () => {
    if (await page.getByRole('menu').count()) await page.keyboard.press('Escape');
    const { x, y } = await steps.spot(key, ...at);
    await page.mouse.click(x, y, { button: 'right' });
    await expect(wanted).toBeVisible({ timeout: 5_000 });
    // Its neighbour offers the same gestures.
    expect(await steps.selection()).toContain(key);
  }).toPass();
  await wanted.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  // The gesture itself is done in the turn after that.
  await settled(page);
}

async function doubleClick(key: string, fx = 0.5, fy = 0.5): Promise<void> {
  const { x, y } = await steps.spot(key, fx, fy);
  await page.mouse.dblclick(x, y);
}

async function write(text: string): Promise<void> {
  await expect(editor()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(editor()).toHaveCount(0);
}

test.beforeAll(async () => {
  const started = await startJourney();
  home = started;
  page = started.page;
  steps = started.steps;
  start = await steps.doc();
});

test.afterEach(async () => {
  // Every test leaves the map as it found it, by undo: each of its gestures is a step of the history.
  for (let left = 60; left > 0; left--) {
    if (JSON.stringify(await steps.doc()) === JSON.stringify(start)) break;
    await steps.undo();
  }
  expect(await steps.doc()).toEqual(start);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a note is written over, with its evidence and severity in the bar', async () => {
  const key = notesOf(start, 'pain-points')[2]!;
  await doubleClick(key);
  await write('Illisible\u00A0!');
  expect((await note(key))?.text).toBe('Illisible\u00A0!');

  const bar = page.getByTestId('edit-bar');
  await bar.getByRole('button', { name: 'Observé' }).click();
  await bar.getByRole('button', { name: '2', exact: true }).click();
  expect(await note(key)).toMatchObject({ evidence: 'observation', severity: 2 });
  await expect(bar.getByRole('button', { name: 'Observé' })).toHaveAttribute('aria-pressed', 'true');
});

test('notes are added in a cell one after the other, reordered, moved, copied, deleted', async () => {
  const lane = laneOf(start, 'opportunities');
  const first = notesOf(start, 'opportunities')[0]!;
  // The free edge of the cell, beside its note.
  await doubleClick(`cell:${lane.id}/${(await note(first))!.stageId}/`, 0.995, 0.5);
  await expect(editor()).toBeFocused();
  await page.keyboard.type('Première idée');
  await page.keyboard.press('Enter');
  await expect(editor()).toBeFocused();
  await page.keyboard.type('Deuxième idée');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editor()).toHaveCount(0);
  const inCell = async () => {
    const doc = await steps.doc();
    return notesOf(doc, 'opportunities').filter(
      (key) =>
        doc.notes[idOf(key) as never]!['stageId' as never] === start.notes[idOf(first) as never]!['stageId' as never],
    );
  };
  const [, one, two] = await inCell();
  expect((await note(one!))?.text).toBe('Première idée');
  expect((await note(two!))?.text).toBe('Deuxième idée');

  await steps.drag(await steps.spot(two!), await steps.spot(first, 0.5, 0.1));
  expect(await inCell()).toEqual([two, first, one]);

  const other = notesOf(start, 'opportunities')[3]!;
  await steps.drag(await steps.spot(two!), await steps.spot(other, 0.5, 0.9));
  expect((await note(two!))?.stageId).toBe((await note(other))?.stageId);
  expect(await steps.selection()).toEqual([two]);

  await choose(two!, 'Dupliquer');
  expect(notesOf(await steps.doc(), 'opportunities')).toHaveLength(notesOf(start, 'opportunities').length + 3);
  await choose(two!, 'Supprimer');
  expect(await note(two!)).toBeUndefined();
});

test('Escape ends a drag and a text without a trace', async () => {
  const [a, b] = notesOf(start, 'pain-points');
  const from = await steps.spot(a!);
  const to = await steps.spot(b!);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await steps.doc()).toEqual(start);

  await doubleClick(a!);
  await page.keyboard.type('Rien de tout cela');
  await page.keyboard.press('Escape');
  expect(await steps.doc()).toEqual(start);
  await expect(page.getByRole('button', { name: 'Annuler', exact: true })).toBeDisabled();
});

test('a pain point does not fall into a row that takes no notes', async () => {
  const key = notesOf(start, 'pain-points')[0]!;
  const touchpoint = (await steps.keys('touchpoint'))[4]!;
  await steps.drag(await steps.spot(key), await steps.spot(touchpoint));
  expect(await steps.doc()).toEqual(start);
});

test('a touchpoint is named, moved to another step, given a channel, added, deleted', async () => {
  const keys = await steps.keys('touchpoint');
  await doubleClick(keys[0]!, 0.5, 0.8);
  await write('Sortie du jeudi');
  const touchpoint = async (key: string) =>
    (await steps.doc()).touchpoints[idOf(key) as never] as JourneyMapDoc['touchpoints'][never];
  expect((await touchpoint(keys[0]!)).label).toBe('Sortie du jeudi');

  await steps.drag(await steps.spot(keys[0]!, 0.5, 0.8), await steps.spot(keys[3]!, 0.5, 0.9));
  expect((await touchpoint(keys[0]!)).stepId).toBe((await touchpoint(keys[3]!)).stepId);

  await page.getByRole('button', { name: 'Ajouter un point de contact' }).click();
  await write('Essayage');
  const added = (await steps.selection())[0]!;
  expect(await touchpoint(added)).toMatchObject({ label: 'Essayage', stepId: (await touchpoint(keys[3]!)).stepId });

  await page.keyboard.press('Control+i');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await inspector.getByRole('button', { name: /Canal/ }).click();
  await page.getByRole('option', { name: 'Site web' }).click();
  await inspector.getByRole('radio', { name: 'En ligne' }).check();
  expect(await touchpoint(added)).toMatchObject({ channel: 'website', medium: 'online' });
  await page.keyboard.press('Control+i');

  await choose(added, 'Supprimer');
  expect(await touchpoint(added)).toBeUndefined();
});

test('a face is dragged in tenths, a point is added on the curve and removed', async () => {
  const points = await steps.keys('emotion-point');
  const point = async (key: string) =>
    (await steps.doc()).emotionPoints[idOf(key) as never] as JourneyMapDoc['emotionPoints'][never];
  const before = await point(points[2]!);
  const at = await steps.spot(points[2]!);
  await steps.drag(at, { x: at.x, y: at.y + 60 });
  const after = await point(points[2]!);
  expect(after.valence).toBeLessThan(before.valence - 0.8);
  expect(Math.abs(after.valence * 10 - Math.round(after.valence * 10))).toBeLessThan(1e-9);
  expect(after.offset).toBe(before.offset);

  const face = await steps.spot(points[0]!);
  // Above the quote, which lies over the valley.
  await page.mouse.dblclick(face.x + 30, face.y - 143);
  const added = (await steps.selection())[0]!;
  expect(added).toMatch(/^emotion-point:/);
  expect((await point(added)).stepId).toBe((await point(points[0]!)).stepId);
  expect((await point(added)).valence).toBeGreaterThan(0);
  await choose(added, 'Moment de vérité');
  expect((await point(added)).momentOfTruth).toBe(true);
  await choose(added, 'Supprimer');
  expect(await point(added)).toBeUndefined();

  await doubleClick((await steps.keys('quote'))[0]!);
  await write('J’ai vraiment mal.');
  expect((await point(points[0]!)).quote).toBe('J’ai vraiment mal.');
});

test('stages are added, renamed, dragged and deleted', async () => {
  const stages = await steps.keys('stage');
  await choose(stages[1]!, 'Ajouter une étape');
  await write('Comparaison');
  expect(stageTitles(await steps.doc())[2]).toBe('Comparaison');

  await doubleClick(stages[0]!);
  await write('Déclic');
  expect(stageTitles(await steps.doc())[0]).toBe('Déclic');

  await page.keyboard.press('Shift+1');
  await steps.drag(await steps.spot(stages[0]!), await steps.spot(stages[3]!, 0.8));
  expect(stageTitles(await steps.doc()).slice(0, 5)).toEqual([
    stageTitles(start)[1],
    'Comparaison',
    stageTitles(start)[2],
    stageTitles(start)[3],
    'Déclic',
  ]);

  await choose(stages[0]!, 'Supprimer');
  expect(stageTitles(await steps.doc())).not.toContain('Déclic');
  expect(Object.keys((await steps.doc()).steps)).toHaveLength(12);
});

test('moments are added, named, moved and deleted', async () => {
  const touchpoint = (await steps.keys('touchpoint'))[0]!;
  const step = start.touchpoints[idOf(touchpoint) as never]!['stepId' as never] as string;
  const cell = `cell:${laneOf(start, 'touchpoints').id}/${start.steps[step as never]!['stageId' as never]}/${step}`;
  await choose(cell, 'Ajouter un moment', [0.98, 0.96]);
  const added = (await steps.selection())[0]!;
  expect(added).toMatch(/^step:/);
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await page.keyboard.press('Control+i');
  await inspector.getByLabel('Nom du moment').fill('Le dimanche');
  await expect.poll(async () => await steps.keys('step')).toContain(added);
  await page.keyboard.press('Control+i');
  const order = async () => {
    const doc = await steps.doc();
    const own = doc.steps[idOf(added) as never] as JourneyMapDoc['steps'][never];
    return Object.values(doc.steps)
      .filter(({ stageId }) => stageId === own.stageId)
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ id }) => id as string);
  };
  expect((await order())[1]).toBe(idOf(added));

  await page.keyboard.press('Shift+1');
  await steps.drag(await steps.spot(added), await steps.spot(`step:${step}`, 0.1));
  expect((await order())[0]).toBe(idOf(added));
  await doubleClick(added);
  await write('Le samedi');
  expect((await steps.doc()).steps[idOf(added) as never]).toMatchObject({ title: 'Le samedi' });
  await choose(added, 'Supprimer');
  expect((await steps.doc()).steps[idOf(added) as never]).toBeUndefined();
});

test('rows are added, renamed, dragged, folded, hidden, shown again, deleted', async () => {
  const thoughts = `lane:${laneOf(start, 'thoughts').id}`;
  await choose(thoughts, 'Ajouter une ligne dessous');
  await write('Attentes');
  expect(laneNames(await steps.doc())[3]).toBe('Attentes');
  const added = (await steps.selection())[0]!;

  await steps.drag(await steps.spot(added), await steps.spot(`lane:${laneOf(start, 'actions').id}`, 0.5, 0.1));
  expect(laneNames(await steps.doc())[0]).toBe('Attentes');
  await doubleClick(added);
  await write('Souhaits');
  expect(laneNames(await steps.doc())[0]).toBe('Souhaits');

  await choose(thoughts, 'Replier la ligne');
  expect((await steps.doc()).lanes[idOf(thoughts) as never]).toMatchObject({ folded: true });
  const folded = await steps.spot(thoughts, 3, 0.5);
  await page.mouse.click(folded.x, folded.y);
  expect((await steps.doc()).lanes[idOf(thoughts) as never]).toMatchObject({ folded: false });

  await choose(thoughts, 'Masquer la ligne');
  expect(await steps.keys('lane')).not.toContain(thoughts);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+i');
  const hidden = page.getByRole('region', { name: 'Lignes masquées' });
  await hidden.getByRole('button', { name: 'Montrer' }).click();
  expect(await steps.keys('lane')).toContain(thoughts);
  await page.keyboard.press('Control+i');

  await choose(added, 'Supprimer');
  expect(laneNames(await steps.doc())).toEqual(laneNames(start));
});

/** So many frames on: what goes on by itself has had its chance. */
const frames = (count: number) =>
  page.evaluate(async (many) => {
    for (let at = 0; at < many; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** The camera once it has not moved for some frames. */
async function atRest() {
  for (let last = await steps.camera(); ; ) {
    await frames(10);
    const now = await steps.camera();
    if (now.cx === last.cx && now.cy === last.cy) return now;
    last = now;
  }
}

test('a header scrolls the board along its own axis only, and Escape puts the board back', async () => {
  const [stage] = await steps.keys('stage');
  await page.evaluate((key) => {
    const board = window.__board!;
    const { width, height } = board.viewSize();
    const { y } = board.now().index.get(key!)!.box;
    board.camera.set({ zoom: 1.5, cx: width / 3, cy: y - 4 + height / 3 });
  }, stage);
  const before = await steps.camera();
  const from = await steps.spot(stage!);
  const right = (await page.getByTestId('board-canvas').boundingBox())!;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y, { steps: 3 });
  await frames(20);
  expect(await steps.camera()).toEqual(before);
  await page.mouse.move(right.x + right.width - 3, from.y, { steps: 3 });
  await expect.poll(async () => (await steps.camera()).cx).toBeGreaterThan(before.cx + 20);
  const far = await atRest();
  expect(far.cy).toBe(before.cy);
  const sheet = await page.evaluate(() => window.__board!.now().scene.width);
  expect(far.cx + right.width / 2 / far.zoom).toBeLessThanOrEqual(sheet + 1);
  await page.keyboard.press('Escape');
  expect(await steps.camera()).toEqual(before);
  await page.mouse.up();
  expect(await steps.doc()).toEqual(start);
  await page.keyboard.press('Shift+1');
});

test('an indicator is measured where it was missing', async () => {
  const indicators = (await steps.keys('cell')).filter((key) =>
    key.startsWith(`cell:${laneOf(start, 'indicators').id}/`),
  );
  await doubleClick(indicators[0]!);
  await expect(editor()).toBeFocused();
  const blank = (await steps.selection())[0]!;
  expect((await steps.doc()).indicators[idOf(blank) as never]).toMatchObject({ value: null });
  await page.keyboard.press('Escape');
  expect(await steps.doc()).toEqual(start);
  await doubleClick(indicators[0]!);
  await write('72,5');
  const added = (await steps.selection())[0]!;
  const indicator = async () =>
    (await steps.doc()).indicators[idOf(added) as never] as JourneyMapDoc['indicators'][never];
  expect(await indicator()).toMatchObject({ metric: 'csat', value: 72.5 });
  await page.keyboard.press('Control+i');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await inspector.getByLabel('Nombre de réponses').fill('58');
  await inspector.getByLabel('Nombre de réponses').press('Enter');
  await inspector.getByRole('radio', { name: 'CES' }).check();
  expect(await indicator()).toMatchObject({ metric: 'ces', value: 7, n: 58 });
  await page.keyboard.press('Control+i');
});

test('several pieces are chosen with a marquee and with Shift, and moved together', async () => {
  const pains = notesOf(start, 'pain-points');
  const corner = await steps.spot(pains[0]!, -0.03, -0.1);
  const end = await steps.spot(pains[2]!, 1.02, 0.9);
  await steps.drag(corner, end);
  expect(await steps.selection()).toEqual(pains.slice(0, 3));
  const third = await steps.spot(pains[3]!);
  await page.keyboard.down('Shift');
  await page.mouse.click(third.x, third.y);
  await page.keyboard.up('Shift');
  expect(await steps.selection()).toEqual(pains.slice(0, 4));

  await steps.drag(await steps.spot(pains[0]!), await steps.spot(pains[5]!, 0.5, 0.95));
  const doc = await steps.doc();
  const last = doc.notes[idOf(pains[5]!) as never] as JourneyMapDoc['notes'][never];
  const inCell = notesOf(doc, 'pain-points').filter(
    (key) => (doc.notes[idOf(key) as never] as JourneyMapDoc['notes'][never]).stageId === last.stageId,
  );
  expect(inCell).toEqual([pains[5], ...pains.slice(0, 4)]);
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
});

test('the wheel pans and zooms to the pointer; the middle button and Space pan; a piece fills the view', async () => {
  const before = await steps.camera();
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 40);
  await expect.poll(async () => (await steps.camera()).cy - before.cy).toBeCloseTo(40 / before.zoom, 0);

  const key = notesOf(start, 'pain-points')[1]!;
  const under = await steps.spot(key);
  await page.mouse.move(under.x, under.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await steps.camera()).zoom).toBeGreaterThan(before.zoom * 1.2);
  const now = await steps.spot(key);
  expect(Math.hypot(now.x - under.x, now.y - under.y)).toBeLessThan(1.5);

  const camera = await steps.camera();
  await page.mouse.move(700, 400);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(640, 400, { steps: 3 });
  await page.mouse.up({ button: 'middle' });
  expect((await steps.camera()).cx - camera.cx).toBeCloseTo(60 / camera.zoom, 0);
  await page.keyboard.down('Space');
  await page.mouse.move(640, 400);
  await page.mouse.down();
  await page.mouse.move(700, 400, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Space');
  expect((await steps.camera()).cx).toBeCloseTo(camera.cx, 0);

  const { x, y } = await steps.spot(key);
  await page.mouse.click(x, y);
  await page.keyboard.press('Shift+2');
  expect((await steps.camera()).zoom).toBeCloseTo(2.5, 1);
  await page.keyboard.press('Control+0');
  expect((await steps.camera()).zoom).toBe(1);
  await page.keyboard.press('Shift+1');
  const fit = await steps.camera();
  expect(fit.zoom).toBeLessThanOrEqual(1);
  const corner = await steps.spot('sheet:sheet', 1, 1);
  expect(corner.x).toBeLessThan(1440);
  expect(corner.y).toBeLessThan(900);
});
