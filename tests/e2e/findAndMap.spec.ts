import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { idOf, type JourneyApp, type JourneySteps, laneOf, notesOf, startJourney } from './journeySteps';

/** Finding one's way: a text on the board, and the little map of a board that is larger than the window. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let start: JourneyMapDoc;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const bar = () => page.getByTestId('find-bar');
const field = () => bar().getByLabel('Chercher dans le tableau');
const map = () => page.getByTestId('minimap');

async function isInView(key: string): Promise<boolean> {
  const board = (await page.getByTestId('board-canvas').boundingBox())!;
  const at = await steps.spot(key);
  return at.x > board.x && at.x < board.x + board.width && at.y > board.y && at.y < board.y + board.height;
}

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
  start = await steps.doc();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a text is found without its accents, from hit to hit, and chosen at the end', async () => {
  const wanted = Object.values(start.notes).filter(({ text }) => /affich/i.test(text)) as Note[];
  expect(wanted.length).toBeGreaterThan(2);
  await page.getByTestId('board-canvas').focus();
  await press('Control+f');
  await expect(field()).toBeFocused();
  await page.keyboard.type('AFFICH');
  await expect(bar()).toContainText(/1 sur \d/);
  const hits = await page.evaluate(() => window.__board!.found().hits.map(({ key }) => key));
  await expect(bar()).toContainText(`1 sur ${hits.length}`);
  for (const { id } of wanted) expect(hits).toContain(`note:${id}`);
  await page.evaluate(() => window.__board!.camera.set({ zoom: 2, cx: 0, cy: 0 }));
  await press('Enter');
  await expect(bar()).toContainText(`2 sur ${hits.length}`);
  await expect.poll(() => isInView(hits[1]!)).toBe(true);
  await press('Shift+Enter', 'Shift+Enter');
  await expect(bar()).toContainText(`${hits.length} sur ${hits.length}`);
  await expect.poll(() => isInView(hits.at(-1)!)).toBe(true);
  await press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(page.getByTestId('board-canvas')).toBeFocused();
  expect(await steps.selection()).toEqual([hits.at(-1)]);
  await press('F3');
  await expect(field()).toBeFocused();
  await press('Escape', 'Escape', 'Shift+1');
});

test('the mouse goes from hit to hit; what is written since is found too', async () => {
  await press('Control+f');
  await field().fill('Reçu');
  await expect(bar()).toContainText('1 sur');
  await field().fill('introuvable');
  await expect(bar()).toContainText('Aucun résultat');
  await expect(bar().getByRole('button', { name: 'Résultat suivant' })).toBeDisabled();
  const [pain] = notesOf(start, 'pain-points');
  const { x, y } = await steps.spot(pain!);
  await page.mouse.dblclick(x, y);
  await page.keyboard.type(' introuvable');
  await press('Control+Enter');
  await expect(bar()).toContainText('1 sur 1');
  await steps.undo();
  await expect(bar()).toContainText('Aucun résultat');
  await field().fill('affich');
  await bar().getByRole('button', { name: 'Résultat suivant' }).click();
  await expect(bar()).toContainText('2 sur');
  await bar().getByRole('button', { name: 'Fermer' }).click();
  await expect(bar()).toHaveCount(0);
  await press('Escape');
  expect(await steps.doc()).toEqual(start);
});

test('what is folded is counted, not hidden from the count', async () => {
  const [pain] = notesOf(start, 'pain-points');
  const text = (start.notes[idOf(pain!) as never] as Note).text;
  const lane = laneOf(start, 'pain-points');
  await page.evaluate((id) => window.__board!.select([{ kind: 'lane', id }]), lane.id as string);
  await page.getByTestId('board-canvas').focus();
  await press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Replier la ligne' }).click();
  await press('Control+f');
  await field().fill(text);
  await expect(bar()).toContainText('1 de plus dans ce qui n’est pas montré');
  await press('Escape');
  await steps.undo();
  expect(await steps.doc()).toEqual(start);
});

test('the little map comes up when most of the board is out of view, and takes the view elsewhere', async () => {
  await press('Escape', 'Shift+1');
  await expect(map()).toHaveCount(0);
  await page.evaluate(() => window.__board!.camera.set({ zoom: 3, cx: 300, cy: 300 }));
  await expect(map()).toBeVisible();
  const before = await steps.camera();
  const box = (await map().boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height * 0.7);
  await expect.poll(async () => (await steps.camera()).cx).toBeGreaterThan(before.cx + 300);
  const there = await steps.camera();
  expect(there.zoom).toBe(before.zoom);
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await steps.camera()).cx).toBeLessThan(there.cx - 200);
  await page.getByTestId('board-canvas').focus();
  await press('Shift+N');
  await expect(map()).toHaveCount(0);
  await press('Shift+N');
  await expect(map()).toBeVisible();
  await press('1');
  await expect(map()).toHaveCount(0);
});

test('plus, minus, 0 and 1 zoom, arrows pan while nothing is chosen', async () => {
  await page.getByTestId('board-canvas').focus();
  await press('0');
  expect((await steps.camera()).zoom).toBe(1);
  await press('+');
  expect((await steps.camera()).zoom).toBeGreaterThan(1);
  await press('-', '-');
  expect((await steps.camera()).zoom).toBeLessThan(1);
  const before = await steps.camera();
  await press('ArrowRight', 'ArrowDown');
  const after = await steps.camera();
  expect(after.cx).toBeGreaterThan(before.cx);
  expect(after.cy).toBeGreaterThan(before.cy);
  await press('1');
});

test('one finger pans, two fingers pinch', async () => {
  const client = await page.context().newCDPSession(page);
  const board = (await page.getByTestId('board-canvas').boundingBox())!;
  // On the empty wall under the sheet, where a drag would draw a frame with a mouse.
  await page.evaluate(() => {
    const { camera, now } = window.__board!;
    camera.set({ zoom: 1, cx: 300, cy: now().scene.height - 50 });
  });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const x = board.x + board.width / 2;
  const y = board.y + board.height - 60;
  const before = await steps.camera();
  await touch('touchStart', [x, y]);
  for (const by of [20, 50, 90]) await touch('touchMove', [x - by, y - by / 3]);
  await touch('touchEnd');
  await expect.poll(async () => (await steps.camera()).cx).toBeGreaterThan(before.cx + 50);
  const { zoom } = await steps.camera();
  await touch('touchStart', [x - 40, y], [x + 40, y]);
  for (const by of [60, 90, 120]) await touch('touchMove', [x - by, y], [x + by, y]);
  await touch('touchEnd');
  await expect.poll(async () => (await steps.camera()).zoom).toBeGreaterThan(zoom * 1.5);
  await press('1');
  expect(await steps.doc()).toEqual(start);
});
