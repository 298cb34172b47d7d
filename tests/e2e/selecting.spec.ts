import { expect, type Page, test } from '@playwright/test';
import { showTab } from './empathySteps';
import { type JourneyApp, type JourneySteps, startJourney } from './journeySteps';

/** Choosing one thing, several, all, none: by the mouse and by keys alone, on every kind of sheet. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const only = async (): Promise<string> => {
  const [first, second] = await steps.selection();
  return first && !second ? first : '';
};
const said = () => page.getByTestId('board-status');

async function click(key: string, modifier?: 'Shift'): Promise<void> {
  const { x, y } = await steps.spot(key);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.click(x, y);
  if (modifier) await page.keyboard.up(modifier);
}

async function walkTo(key: string, by = 'Tab'): Promise<void> {
  await page.getByTestId('board-canvas').focus();
  await press('Escape', 'Home');
  for (let left = 300; left > 0 && (await only()) !== key; left--) await press(by);
  expect(await only()).toBe(key);
}

test.beforeAll(async () => {
  home = await startJourney();
  ({ page, steps } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

const SHEETS = [
  { tab: 'Parcours actuel', kind: 'note' },
  { tab: 'Empathie', kind: 'note' },
  { tab: 'Solène', kind: 'entry' },
] as const;

for (const { tab, kind } of SHEETS) {
  test.describe(tab, () => {
    let keys: readonly string[];
    let before: unknown;

    test.beforeAll(async () => {
      await showTab(page, tab);
      await page.getByTestId('board-canvas').focus();
      await press('Escape', 'Shift+1');
      keys = await steps.keys(kind);
      before = await steps.doc();
    });
    test.afterAll(async () => {
      // Choosing changes nothing.
      expect(await steps.doc()).toEqual(before);
      await press('Escape');
    });

    test('a click, Shift and a click, a frame, the empty wall', async () => {
      const [a, b, c] = keys as [string, string, string];
      await click(a);
      expect(await steps.selection()).toEqual([a]);
      await click(b, 'Shift');
      await click(c, 'Shift');
      expect(await steps.selection()).toEqual([a, b, c]);
      await click(b, 'Shift');
      expect(await steps.selection()).toEqual([a, c]);
      await click(c);
      expect(await steps.selection()).toEqual([c]);

      // A frame around everything, drawn from the empty wall beside the sheet, takes what lies in it.
      const wall = (await page.getByTestId('board-canvas').boundingBox())!;
      await press('Escape', 'Control+-', 'Control+-');
      await steps.drag({ x: wall.x + 6, y: wall.y + 6 }, { x: wall.x + wall.width - 8, y: wall.y + wall.height - 8 });
      const framed = await steps.selection();
      for (const key of keys) expect(framed).toContain(key);
      await page.mouse.click(wall.x + 6, wall.y + wall.height - 8);
      expect(await steps.selection()).toEqual([]);
      await press('Shift+1');
    });

    test('Tab in reading order, arrows, the ends, everything, nothing', async () => {
      await page.getByTestId('board-canvas').focus();
      await press('Escape', 'Home');
      const first = await only();
      expect(first).not.toBe('');
      await press('Tab');
      const second = await only();
      expect(second).not.toBe(first);
      await press('Shift+Tab');
      expect(await only()).toBe(first);
      await press('End');
      const last = await only();
      await press('Home', 'End');
      expect(await only()).toBe(last);

      const [one] = keys as [string];
      await walkTo(one);
      await expect(said()).not.toBeEmpty();
      await press('Control+a');
      expect((await steps.selection()).length).toBeGreaterThanOrEqual(keys.length);
      await press('Escape');
      expect(await steps.selection()).toEqual([]);
    });

    test('neighbours with Shift and an arrow, things far apart with Shift and Space', async () => {
      const [one] = keys as [string];
      await walkTo(one);
      await press('Shift+ArrowDown');
      const [first, neighbour] = await steps.selection();
      expect(first).toBe(one);
      expect(neighbour).toBeDefined();

      await walkTo(one);
      await press('Shift+Space');
      await expect(said()).toContainText('gardé');
      await press('Tab', 'Tab', 'Tab');
      const far = (await steps.selection()).at(-1)!;
      expect(await steps.selection()).toEqual([one, far]);
      await expect(said()).toContainText('2 éléments choisis');
      await press('Shift+Space', 'Tab', 'Tab');
      const farther = (await steps.selection()).at(-1)!;
      expect(await steps.selection()).toEqual([one, far, farther]);
      // On what is kept already it lets that go.
      await press('Shift+Tab', 'Shift+Tab', 'Shift+Space', 'Tab');
      expect(await steps.selection()).not.toContain(far);
      expect(await steps.selection()).toContain(one);
      await click(far);
      await press('Tab');
      expect(await steps.selection()).toHaveLength(1);
    });
  });
}
