import { expect, type Page, test } from '@playwright/test';
import { showTab } from './empathySteps';
import { type JourneyApp, startJourney } from './journeySteps';

/** The menus of everything on a board: never longer than nine lines, and what cannot be done says why. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;

/** One thing of each kind that is drawn, and two notes together. */
const choices = () =>
  page.evaluate(() => {
    const { now, plug } = window.__board!;
    const { list } = now().index;
    const kinds = new Map(
      list.filter(({ target }) => plug.targets.rank(target) >= 0).map((one) => [one.target.kind, one]),
    );
    const notes = list.filter(({ target }) => target.kind === 'note').slice(0, 2);
    return [[], ...[...kinds.values()].map(({ target }) => [target]), notes.map(({ target }) => target)];
  });

async function check(): Promise<void> {
  const lists = await choices();
  expect(lists.length).toBeGreaterThan(5);
  for (const list of lists) {
    await page.evaluate((targets) => window.__board!.select(targets), list);
    await page.getByTestId('board-canvas').focus();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    await expect(menu.getByRole('menuitem').first()).toBeVisible();
    const what = list.map(({ kind }) => kind).join(' ') || 'board';
    const lines = await menu.getByRole('menuitem').evaluateAll((items) =>
      items.map((item) => ({
        text: item.textContent ?? '',
        disabled: item.getAttribute('aria-disabled') === 'true',
        end: item.lastElementChild?.textContent ?? '',
        label: item.querySelector('[class*="label"]')?.textContent ?? '',
      })),
    );
    expect(lines.length, what).toBeGreaterThan(0);
    expect(lines.length, `${what}: ${lines.map(({ text }) => text).join(', ')}`).toBeLessThanOrEqual(9);
    for (const { disabled, end, label, text } of lines)
      if (disabled) expect(end !== '' && end !== label, `${what}: ${text} says why`).toBe(true);
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  }
}

test.beforeAll(async () => {
  home = await startJourney();
  ({ page } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('on a journey', check);

test('on an empathy map', async () => {
  await showTab(page, 'Empathie');
  await check();
});
