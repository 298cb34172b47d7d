import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { board, type HomeApp, startHome } from './homeSteps';

test.describe.configure({ mode: 'serial' });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds wrong on the screen as it is, by the rules of WCAG 2.1 A and AA. */
async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate(async (source) => {
    const scope = globalThis as unknown as {
      axe?: { run: (context: Document, options: object) => Promise<AxeResult> };
    };
    // Through the debugger, which the page's policy does not bind.
    if (!scope.axe) new Function(source)();
    return scope.axe?.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
  }, axeSource);
  return (result?.violations ?? []).flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

let home: HomeApp;
let page: Page;

test.beforeAll(async () => {
  home = await startHome();
  page = home.page;
});

test.afterAll(async () => {
  await home.close();
});

for (const theme of ['light', 'projectorDark']) {
  test(`home, its dialogs and the board pass axe in the ${theme} theme`, async () => {
    if (theme === 'projectorDark') {
      await page.keyboard.press('Control+Shift+H');
      await page.keyboard.press('l');
    } else {
      await expect(page.getByRole('heading', { name: /Par où commencer/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
      await expect(board(page)).toBeVisible();
      await page.keyboard.press('Control+Shift+H');
    }
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.getByRole('heading', { level: 1, name: 'Ateliers' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    for (const keys of ['Control+n', 'Control+k', 'F1', 'Control+/']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }

    await page.locator('[data-card]').first().click();
    await expect(board(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+i');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('complementary', { name: 'Plan du tableau' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+i');
    await page.keyboard.press('Control+l');
  });
}

test('with reduced motion nothing moves', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
