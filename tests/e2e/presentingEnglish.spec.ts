import { expect, type Page, test } from '@playwright/test';
import { type JourneyApp, startJourney } from './journeySteps';

test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;

test.beforeAll(async () => {
  home = await startJourney({ width: 1280, height: 720 }, 'en');
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a presentation is English in English, and found in the palette', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('present to');
  await page.keyboard.press('Enter');
  const stage = page.getByTestId('present');
  await expect(stage).toBeFocused();
  await page.keyboard.press('3');
  await expect(stage.getByRole('status').first()).toHaveText('Stage 3 of 6: Consideration');
  await expect(stage).toContainText('52%');
  await expect(stage).toContainText(/“.+”/);
  const dir = process.env.PERSONARIUM_SCREENS;
  const picture = async (name: string) => {
    if (dir) await page.screenshot({ path: `${dir}/${name}.png`, animations: 'disabled' });
  };
  await page.setViewportSize({ width: 1280, height: 720 });
  await picture('present-en-1280');
  await page.keyboard.press('n');
  await expect(stage.getByRole('textbox', { name: 'Notes of the stage, for you alone' })).toBeVisible();
  await picture('present-notes-en-1280');
});

test('a tool of the rail starts it, too', async () => {
  const stage = page.getByTestId('present');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await page.getByRole('button', { name: 'Present to the room' }).click();
  await expect(stage).toBeFocused();
  await page.keyboard.press('n');
});

test('no stage of the sample has more words than its slide has room for, on either kind of screen', async () => {
  await page.keyboard.press('n');
  const stage = page.getByTestId('present');
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press('Home');
    for (let number = 1; number <= 6; number += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(stage.getByRole('status').first()).toContainText(`Stage ${number} of 6`);
      await expect
        .poll(() => stage.locator('[data-tight]').evaluate((node) => node.scrollHeight - node.clientHeight))
        .toBeLessThanOrEqual(1);
    }
  }
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
});
