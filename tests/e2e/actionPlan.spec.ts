import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type JourneyApp, resizeWindow, startJourney } from './journeySteps';

/** The action plan is written in where it stands: who does what by when. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let folder: string;

const rows = (): Locator => page.locator('[data-plan]');
const row = (words: string): Locator => rows().filter({ hasText: words });
const titles = async () => (await rows().locator('th button').allTextContents()).map((text) => text.slice(0, 12));
const saved = async (words: string) => {
  const found = Object.values((await home.steps.doc()).notes).find(({ text }) => text.includes(words));
  return [found?.owner, found?.due, found?.decision];
};
const field = (name: RegExp) => page.getByRole('textbox', { name });
const header = (name: RegExp) => page.getByRole('columnheader', { name });
const WEAR = 'Témoin d’usure';
const CHAT = 'Réponse humaine';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-plan-'));
  home = await startJourney();
  page = home.page;
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('heading', { level: 2, name: 'Plan d’action' })).toBeVisible();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('a hand writes who, by when and what was decided; each is one step of undo', async () => {
  await field(/^Qui, Témoin d’usure/).click();
  await page.keyboard.type('Léa, Marque');
  await page.getByLabel(/^Quand, Témoin d’usure/).fill('2020-01-15');
  await page.getByRole('button', { name: /Décision, Témoin d’usure/ }).click();
  await page.getByRole('option', { name: 'oui' }).click();
  await expect.poll(() => saved(WEAR)).toEqual(['Léa, Marque', '2020-01-15', 'yes']);
  await expect(row(WEAR)).toContainText(/\d+\sjours de retard/);
  await expect(page.getByRole('heading', { level: 2, name: /Plan d’action/ })).toContainText('1 en retard');
  await page.getByRole('heading', { level: 2, name: /Plan d’action/ }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => saved(WEAR)).toEqual(['Léa, Marque', '2020-01-15', null]);
  await page.keyboard.press('Control+z');
  await expect(row(WEAR)).not.toContainText('de retard');
  await page.keyboard.press('Control+z');
  await expect.poll(() => saved(WEAR)).toEqual(['', '', null]);
});

test('keys alone: Enter goes down a column, Escape takes back, lines keep their places while one writes', async () => {
  const before = await titles();
  await header(/^Qui/).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(header(/^Qui/)).toHaveAttribute('aria-sort', 'ascending');
  await header(/^Quand/)
    .getByRole('button')
    .focus();
  await page.keyboard.press('Enter');
  await expect(header(/^Quand/)).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(/^Qui/)).toHaveAttribute('aria-sort', 'none');
  // No line has a day: they stand by priority.
  expect(await titles()).toEqual(before);

  const last = rows().last();
  await last.locator('[data-cell="owner"] textarea').focus();
  await page.keyboard.type('Zoé');
  await page.keyboard.press('Escape');
  await expect(last.locator('th button')).toBeFocused();
  await expect(last.locator('textarea')).toHaveValue('');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Zoé');
  await page.keyboard.press('Tab');
  await page.keyboard.type('15122027');
  expect(await titles()).toEqual(before);
  const named = await last.locator('th button').textContent();
  await page.keyboard.press('Enter');
  await expect.poll(() => saved(named!)).toEqual(['Zoé', '2027-12-15', null]);
  await expect(last.locator('input')).toBeFocused();

  // From the first line's owner Enter leads to the second line's.
  await rows().first().locator('textarea').focus();
  await page.keyboard.press('Enter');
  await expect(rows().nth(1).locator('textarea')).toBeFocused();

  // Decided by keys; then the table is left, and the line with a day stands first.
  await rows()
    .last()
    .getByRole('button', { name: /Décision/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await saved(named!))[2]).toBe('no');
  await header(/^Quand/)
    .getByRole('button')
    .focus();
  await expect.poll(async () => (await titles())[0]).toBe(named!.slice(0, 12));
  await page.keyboard.press('Enter');
  await expect(header(/^Quand/)).toHaveAttribute('aria-sort', 'descending');
  expect(await axeViolations(page)).toEqual([]);
});

test('an opportunity that is taken off the matrix stays in the plan for as long as somebody looks after it', async () => {
  await field(/^Qui, Réponse humaine/).fill('SAV');
  await page.locator('[data-opportunity]').filter({ hasText: CHAT }).focus();
  await page.keyboard.press('Delete');
  await expect(row(CHAT)).toContainText('À placer');
  await page.keyboard.press('Control+z');
  await expect(row(CHAT)).toContainText('à préparer');
});

test('leaves as a workbook, a CSV and a Markdown table, in the order on screen', async () => {
  const answer = (path: string) =>
    home.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
  const first = (await titles())[0];
  for (const [format, name] of [
    ['Classeur Excel', 'plan.xlsx'],
    ['Tableau CSV', 'plan.csv'],
    ['Texte Markdown', 'plan.md'],
  ] as const) {
    await answer(join(folder, name));
    await page.getByRole('button', { name: 'Enregistrer le plan' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
  }
  const csv = (await readFile(join(folder, 'plan.csv'), 'utf8')).split('\r\n');
  expect(csv[0]).toBe('\uFEFFQuoi;Étape;Priorité;Impact;Effort;Votes;Qui;Quand;Délai;Décision');
  expect(csv[1]?.startsWith(first!)).toBe(true);
  expect(csv[1]).toContain(';Zoé;2027-12-15;');
  expect(await readFile(join(folder, 'plan.md'), 'utf8')).toContain('| Quoi | Étape | Priorité |');
  expect((await readFile(join(folder, 'plan.xlsx'))).subarray(0, 2).toString()).toBe('PK');
});

test('nothing is cut in a small window', async () => {
  await resizeWindow(home, 1280, 720);
  const cut = await page
    .locator('[data-plan]')
    .evaluateAll((lines) =>
      lines
        .flatMap((line) =>
          [...line.querySelectorAll('textarea, input, button, span')].filter(
            (one) => !one.matches('.visually-hidden *') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1,
          ),
        )
        .map((one) => one.outerHTML.slice(0, 90)),
    );
  expect(cut).toEqual([]);
  const table = (await page
    .locator('table')
    .filter({ has: page.locator('[data-plan]') })
    .boundingBox())!;
  expect(table.x + table.width).toBeLessThanOrEqual(1280 - 14);
});
