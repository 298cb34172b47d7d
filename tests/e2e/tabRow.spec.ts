import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type EmpathyApp, startEmpathy } from './empathySteps';

/** The row of tabs in windows that are too narrow for it. */
test.describe.configure({ mode: 'serial' });

let home: EmpathyApp;
let page: Page;

const tabs = () => page.getByRole('tab');
const all = () => page.getByRole('button', { name: 'Tous les onglets' });
const arrow = (to: 'before' | 'after') => page.getByTestId(`tabs-${to}`);

async function resize(width: number, height: number): Promise<void> {
  await home.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

/** Names of the tabs that are to be seen from their first letter to their last. */
const whole = (): Promise<readonly string[]> =>
  page.evaluate(() => {
    const list = document.querySelector('[role="tablist"]')!;
    const room = list.getBoundingClientRect();
    const covered = (side: 'before' | 'after') =>
      document.querySelector(`[data-testid="tabs-${side}"]`)?.getBoundingClientRect();
    const left = covered('before')?.right ?? room.left;
    const right = covered('after')?.left ?? room.right;
    return [...list.querySelectorAll('[role="tab"]')]
      .filter((tab) => {
        const box = tab.getBoundingClientRect();
        return box.left >= left - 1 && box.right <= right + 1;
      })
      .map((tab) => tab.textContent ?? '');
  });

/** The row moves smoothly: it has come to its end when a frame finds it where the one before left it. */
const atRest = () =>
  page.evaluate(async () => {
    const list = document.querySelector('[role="tablist"]')!;
    for (let last = Number.NaN; last !== list.scrollLeft; ) {
      last = list.scrollLeft;
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

test.beforeAll(async () => {
  home = await startEmpathy();
  page = home.page;
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('tabs have their room before words about the board have theirs', async () => {
  const names = await tabs().allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(6);
  await expect.poll(whole).toEqual(names);
  await expect(all()).toHaveCount(0);
  await resize(1280, 720);
  await expect.poll(whole).toEqual(names);
});

test('what does not fit is behind arrows and in a menu of all tabs; the tab on show is always whole', async () => {
  await resize(960, 700);
  await expect(all()).toBeVisible();
  await expect(arrow('after')).toBeVisible();
  const names = await tabs().allTextContents();
  expect((await whole()).length).toBeLessThan(names.length);
  await expect.poll(whole).toContain('Empathie');

  // The mouse: on to the last tab, arrow by arrow.
  const last = names.at(-1)!;
  await expect(async () => {
    // It may go while it is being looked at: the row is still on its way to its end.
    if (await arrow('after').isVisible()) await arrow('after').click({ timeout: 1_000 });
    expect(await whole()).toContain(last);
  }).toPass();
  await expect(arrow('after')).toHaveCount(0);
  await expect(arrow('before')).toBeVisible();

  await all().click();
  const menu = page.getByRole('menu', { name: 'Tous les onglets' });
  await expect(menu.getByRole('menuitemradio').or(menu.getByRole('menuitem'))).toHaveText(names);
  expect(await axeViolations(page)).toEqual([]);
  await menu.getByText(names[0]!, { exact: true }).click();
  await expect(tabs().nth(0)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(whole).toContain(names[0]!);
});

test('keys walk through tabs that are out of view, and bring each into it', async () => {
  const names = await tabs().allTextContents();
  await tabs().nth(0).focus();
  for (const name of [...names.slice(1), names[0]!]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name, exact: true })).toBeFocused();
    await expect.poll(whole).toContain(name);
  }
  // The menu of all tabs, by keys.
  await all().focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Tous les onglets' });
  await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(tabs().last()).toHaveAttribute('aria-selected', 'true');
  await expect.poll(whole).toContain(names.at(-1)!);
});

test('a tab is dragged to a place that was out of view', async () => {
  const before = await tabs().allTextContents();
  await page.getByRole('tab', { name: before.at(-1)!, exact: true }).click();
  await atRest();
  const from = (await tabs().last().boundingBox())!;
  const list = (await page.getByRole('tablist').boundingBox())!;
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(list.x + 60, y, { steps: 4 });
  // At the end of the list it moves on under the hand.
  await expect(async () => {
    await page.mouse.move(list.x + 20, y);
    await page.mouse.move(list.x + 22, y);
    expect(await page.getByRole('tablist').evaluate((element) => element.scrollLeft)).toBeLessThan(1);
  }).toPass();
  await page.mouse.up();
  const personas = before.length - (await page.locator('[data-board-tab]').count());
  await expect(tabs().nth(personas)).toHaveText(before.at(-1)!);
  await page.keyboard.press('Control+z');
  await expect(tabs()).toHaveText(before);
});
