import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the screen by its shortcut, from anywhere. */
export async function openTableScreen(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('heading', { level: 1, name: /Explorer un fichier|Explore a table/ })).toBeVisible();
}

export interface GivenFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Chooses a file as the system's dialog would give it. */
export async function giveFile(page: Page, { name, content }: GivenFile): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** The three numbers over the sheet. */
export async function expectCounts(page: Page, read: string, ready: string, refused: string): Promise<void> {
  const counts = page.locator('header dl');
  await expect(counts.locator('dd')).toHaveText([read, ready, refused]);
}

export const typeOf = (page: Page, column: string): Locator => page.getByLabel(`Type de ${column}`, { exact: true });
export const segmentCount = (page: Page): Locator =>
  page
    .getByRole('status')
    .filter({ hasText: /personnes? sur/ })
    .locator('b');

/** Adds a filter by values. */
export async function filterByValues(page: Page, column: string, values: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un filtre' }).click();
  await chooseOption(page, 'Colonne du filtre', column);
  const options = page.getByRole('group', { name: column, exact: true });
  for (const value of values) await options.getByRole('checkbox', { name: value, exact: true }).check();
  await page.getByRole('button', { name: 'Appliquer' }).click();
}

export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
