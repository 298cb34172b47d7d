import { expect, type Locator, type Page } from '@playwright/test';
import { resizeWindow } from './journeySteps';
import { type LaunchOptions, launchApp, type RunningApp } from './launch';

/** A started app at home, with its errors collected. */
export interface HomeApp extends RunningApp {
  /** What the page wrote to its console as errors, and what it threw. */
  readonly problems: readonly string[];
  /** The next "open file" dialog answers with these. */
  readonly answerOpen: (paths: readonly string[]) => Promise<void>;
  /** The next "save as" dialog answers with this. */
  readonly answerSave: (path: string) => Promise<void>;
}

/** Starts the app in a window of a known size. */
export async function startHome(options: LaunchOptions = {}, size = { width: 1440, height: 900 }): Promise<HomeApp> {
  const running = await launchApp(options);
  const { app, page } = running;
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await resizeWindow(running, size.width, size.height);
  // What is stored is open, and what it holds is on the screen.
  const first = page.getByRole('heading', { name: /Par où commencer|Where to start/ });
  await expect(first.or(cards(page).first()).or(board(page)).first()).toBeVisible({ timeout: 120_000 });
  // A board that was left open comes back by itself.
  if (await board(page).isVisible()) await goHome(page);
  return {
    ...running,
    problems,
    answerOpen: (paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
      }, paths),
    answerSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
      }, path),
  };
}

/** The board's surface, on screen and ready for keys. */
export const board = (page: Page): Locator => page.getByTestId('board-canvas');

export const card = (page: Page, title: string): Locator =>
  page.locator('li').filter({ has: page.locator(`[data-card]`, { hasText: title }) });

export const cards = (page: Page): Locator => page.locator('[data-card]');

/** Creates a workshop by the dialog and waits for its board. */
export async function createWorkshop(page: Page, title: string, preset?: string): Promise<void> {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Nouvel atelier' });
  await dialog.getByLabel('Titre').fill(title);
  if (preset) await dialog.getByRole('radio', { name: preset }).check();
  await dialog.getByRole('button', { name: 'Créer l’atelier' }).click();
  await expect(board(page)).toBeVisible();
}

/** Back to the workshops, by the shortcut. */
export async function goHome(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByRole('heading', { level: 1, name: /Ateliers|Workshops/ })).toBeVisible();
}

/** Opens a card's menu and chooses a line of it. */
export async function chooseOnCard(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions de ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
