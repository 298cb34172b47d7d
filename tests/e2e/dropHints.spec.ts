import { expect, type Page, test } from '@playwright/test';
import { decodePng } from '../support/pngImage';
import { type EmpathyApp, inZone, showTab, startEmpathy } from './empathySteps';
import { type JourneySteps, notesOf, type Spot } from './journeySteps';

/** What is seen while something is dragged: where it will land. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;
let steps: JourneySteps;

type Colour = readonly [red: number, green: number, blue: number];

/** The mean colour of a part of the window, of one pixel unless said otherwise. */
async function colourAt({ x, y }: Spot, width = 1, height = 1): Promise<Colour> {
  const clip = { x: Math.round(x), y: Math.round(y), width, height };
  const { pixels, channels } = decodePng(await page.screenshot({ clip }));
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += channels)
    for (const channel of [0, 1, 2] as const) sum[channel] += pixels[at + channel] ?? 0;
  const count = pixels.length / channels;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
const redder = ([r0, , b0]: Colour, [r1, , b1]: Colour): boolean => r1 - b1 > r0 - b0 + 8;

/** Everything is painted as it stays: a picture taken before that is of a wall that is still bare. */
const painted = () => page.waitForFunction(() => document.fonts.status === 'loaded' && window.__board!.view.isExact());

/** Presses at one place and goes to another; the button stays down. */
async function hold(from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

const bluer = ([r0, , b0]: Colour, [r1, , b1]: Colour): boolean => b1 - r1 > b0 - r0 + 8;

test.beforeAll(async () => {
  home = await startEmpathy();
  ({ page, steps } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a zone that takes the note turns blue, and is itself again when the hand lets go or gives up', async () => {
  const start = await home.map();
  const key = inZone(start, 'hear')[0]!;
  const free = await steps.spot('zone:see', 0.97, 0.03);
  await painted();
  const before = await colourAt(free);
  await hold(await steps.spot(key), await steps.spot('zone:see', 0.5, 0.95));
  await expect.poll(async () => bluer(before, await colourAt(free))).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => colourAt(free)).toEqual(before);
  expect(await home.map()).toEqual(start);

  await hold(await steps.spot(key), await steps.spot('zone:see', 0.5, 0.95));
  await page.mouse.up();
  await expect.poll(async () => inZone(await home.map(), 'see')).toContain(key);
  await page.keyboard.press('Control+z');
  expect(await home.map()).toEqual(start);
});

test('on a journey the cell that takes it turns blue', async () => {
  await showTab(page, 'Parcours actuel');
  const start = await steps.doc();
  const [first] = notesOf(start, 'pain-points');
  const other = notesOf(start, 'opportunities')[2]!;
  const over = await steps.spot(other, 1.04, 0.5);
  await painted();
  const before = await colourAt(over);
  await hold(await steps.spot(first!), await steps.spot(other, 0.5, 0.9));
  await expect.poll(async () => bluer(before, await colourAt(over))).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await steps.doc()).toEqual(start);
});

test('a row that takes no notes turns red, says so above the note in the hand, and leaves it where it was', async () => {
  const start = await steps.doc();
  const [first] = notesOf(start, 'pain-points');
  const keys = Object.keys(start.touchpoints).map((id) => `touchpoint:${id}`);
  const all = await Promise.all(keys.map(async (key) => ({ key, at: await steps.spot(key) })));
  const [one, , other] = all.sort((a, b) => a.at.x - b.at.x);
  const over = one!.at;
  // Beside another touchpoint: the hint is seen past the note that covers its own place.
  const beside = await steps.spot(other!.key, 1.02, 0.5);
  // Above the note, to the right of the pointer: light letters on dark.
  const badge = { x: over.x + 22, y: over.y - 80 };
  const sum = ([red, green, blue]: Colour): number => red + green + blue;
  await painted();
  const before = await colourAt(beside);
  const bare = await colourAt(badge, 60, 50);
  await hold(await steps.spot(first!), over);
  // The engine may hear of the pointer of the display after each picture: it is brought back before the next.
  const back = async (): Promise<void> => {
    await page.mouse.move(over.x + 2, over.y);
    await page.mouse.move(over.x, over.y);
  };
  await expect.poll(async () => back().then(async () => redder(before, await colourAt(beside)))).toBe(true);
  await expect
    .poll(async () => back().then(async () => sum(await colourAt(badge, 60, 50))))
    .toBeLessThan(0.85 * sum(bare));
  await back();
  await page.mouse.up();
  expect(await steps.doc()).toEqual(start);
});
