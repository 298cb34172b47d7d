import { expect, type Locator, type Page, test } from '@playwright/test';
import type { EmpathyMapDoc, EmpathyNote } from '../../shared/boards/empathy-map/model';
import { decodePng } from '../support/pngImage';
import { type EmpathyApp, inZone, startEmpathy } from './empathySteps';
import { idOf, type JourneySteps, type Spot, settled } from './journeySteps';

/** Notes placed by hand: snapped to their neighbours, lined up, spread out, nudged; by the mouse and by keys alone. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;
let steps: JourneySteps;
let start: EmpathyMapDoc;
let three: readonly [string, string, string];

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const note = async (key: string) => (await home.map()).notes[idOf(key) as never] as EmpathyNote;
const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspecteur' });
const arrange = (name: RegExp): Locator =>
  inspector().getByRole('group', { name: 'Aligner et répartir' }).getByRole('button', { name });

const boxOf = async (key: string) => {
  await settled(page);
  return page.evaluate((wanted) => {
    const { x, y, w, h } = window.__board!.now().index.get(wanted)!.box;
    return { x, y, w, h };
  }, key);
};
const boxes = () => Promise.all(three.map(boxOf));
const choose = (...keys: readonly string[]) =>
  page.evaluate(
    (list) => window.__board!.select(list.map((key) => ({ kind: 'note', id: key.slice(key.indexOf(':') + 1) }))),
    keys,
  );
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1);

/** Drags a note by its corner, with Ctrl to take it out of the flow. */
async function dragBy(key: string, dx: number, dy: number, modifier: 'Control' | 'Alt' | null): Promise<void> {
  await choose(key);
  const from = await steps.spot(key, 0.05, 0.1);
  if (modifier) await page.keyboard.down(modifier);
  await steps.drag(from, { x: from.x + dx, y: from.y + dy });
  if (modifier) await page.keyboard.up(modifier);
}

test.beforeAll(async () => {
  home = await startEmpathy();
  ({ page, steps } = home);
  start = await home.map();
  const [a, b, c] = inZone(start, 'hear');
  three = [a!, b!, c!];
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('what follows the flow cannot be lined up, and says so', async () => {
  await choose(...three);
  await page.getByTestId('board-canvas').focus();
  await press('Alt+a');
  expect(await home.map()).toEqual(start);
  await press('Control+i');
  await expect(arrange(/^Aligner à gauche/)).toHaveAttribute('aria-disabled', 'true');
  await expect(arrange(/^Aligner à gauche/)).toHaveAccessibleName(/notes en file/);
  await press('Control+i');
});

test('a note that is dragged near a neighbour’s edge snaps to it, and a line shows it', async () => {
  const [a, b] = three;
  // Both by hand, some way apart.
  await dragBy(a, 6, 90, 'Control');
  await dragBy(b, 30, 150, 'Control');
  expect((await note(a)).place).not.toBeNull();
  expect((await note(b)).place).not.toBeNull();
  const { zoom } = await steps.camera();
  const [left, right] = [await boxOf(a), await boxOf(b)];
  // How much of the line that shows it is on screen, along the middle they come to share.
  const edge = await steps.spot(a, 0.5, 0);
  const redAt = async (hand?: Spot): Promise<number> => {
    // Taking a picture brings the display's own pointer into play: back to where the hand is.
    if (hand) await page.mouse.move(hand.x, hand.y);
    const shot = await page.screenshot({ clip: { x: edge.x - 2, y: edge.y - 60, width: 5, height: 400 } });
    const { pixels, channels } = decodePng(shot);
    let count = 0;
    for (let at = 0; at < pixels.length; at += channels)
      if (pixels[at] === 0xc9 && pixels[at + 1] === 0x3a && pixels[at + 2] === 0x1e) count += 1;
    return count;
  };
  // So far that its left edge comes 3 units beside that of the other one.
  const from = await steps.spot(b, 0.05, 0.1);
  const dx = (left.x - right.x + 3) * zoom;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + 5, { steps: 3 });
  const hand = { x: from.x + dx, y: from.y + 10 };
  await page.mouse.move(hand.x, hand.y, { steps: 3 });
  await expect.poll(() => redAt(hand)).toBeGreaterThan(20);
  await page.mouse.move(hand.x, hand.y, { steps: 2 });
  await page.mouse.up();
  await expect.poll(() => redAt()).toBe(0);
  close((await boxOf(b)).x, left.x);
});

test('the buttons of the inspector line up and spread out, as one step of undo each', async () => {
  const [, , c] = three;
  await dragBy(c, 45, 260, 'Control');
  await choose(...three);
  await press('Control+i');
  const before = await home.map();
  await arrange(/^Aligner à droite/).click();
  const [one, two, last] = await boxes();
  close(one!.x + one!.w, two!.x + two!.w);
  close(two!.x + two!.w, last!.x + last!.w);
  await page.getByTestId('board-canvas').focus();
  await steps.undo();
  expect(await home.map()).toEqual(before);
  await choose(...three);
  await arrange(/^Répartir sur la hauteur/).click();
  const [r, s, u] = [...(await boxes())].sort((left, right) => left.y - right.y);
  close(s!.y - (r!.y + r!.h), u!.y - (s!.y + s!.h));
  await page.getByTestId('board-canvas').focus();
  await steps.undo();
  expect(await home.map()).toEqual(before);
  await press('Control+i');
});

test('keys line up, spread out and nudge', async () => {
  await choose(...three);
  await page.getByTestId('board-canvas').focus();
  await press('Alt+a');
  const [one, two, last] = await boxes();
  close(one!.x, two!.x);
  close(two!.x, last!.x);
  await press('Alt+Shift+V');
  const [r, s, u] = [...(await boxes())].sort((left, right) => left.y - right.y);
  close(s!.y - (r!.y + r!.h), u!.y - (s!.y + s!.h));
  const before = await boxes();
  await press('ArrowRight', 'Shift+ArrowRight', 'ArrowDown');
  const after = await boxes();
  after.forEach((box, at) => {
    close(box.x, before[at]!.x + 11);
    close(box.y, before[at]!.y + 1);
  });
  // A burst of arrows is one step.
  await steps.undo();
  for (const [at, box] of (await boxes()).entries()) close(box.x, before[at]!.x);
});

test('Alt leaves the note where it is and puts a copy', async () => {
  const [, , c] = three;
  await press('Escape');
  const at = await boxOf(c);
  const count = Object.keys((await home.map()).notes).length;
  await dragBy(c, 0, 40, 'Alt');
  const map = await home.map();
  expect(Object.keys(map.notes)).toHaveLength(count + 1);
  expect(await boxOf(c)).toEqual(at);
  const [copy] = await steps.selection();
  expect(await note(copy!)).toMatchObject({ text: (await note(c)).text });
  expect((await note(copy!)).place).not.toBeNull();
});
