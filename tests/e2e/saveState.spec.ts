import { expect, type Page, test } from '@playwright/test';
import { board, createWorkshop, type HomeApp, startHome } from './homeSteps';

test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;

test.beforeAll(async () => {
  home = await startHome();
  page = home.page;
  await createWorkshop(page, 'Disque', 'Parcours acheteur');
});

test.afterAll(async () => {
  await home.close();
});

const rename = async (title: string) => {
  await page
    .getByRole('button', { name: /^Renommer/ })
    .last()
    .click();
  await page.getByLabel('Titre du tableau').fill(title);
  await page.keyboard.press('Enter');
};

test('a write that fails stays in sight until one succeeds', async () => {
  const badge = page.getByRole('status').filter({ hasText: /^Enregistré ici/ });
  await expect(badge).toBeVisible();
  // The journal's answer is replaced in the main process: the disk is full from now on.
  await home.app.evaluate(({ ipcMain }) => {
    const scope = globalThis as unknown as { refusedJournal?: boolean };
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const write = handlers.get('journalAppend');
    if (!write) throw new Error('no journal channel');
    scope.refusedJournal = true;
    handlers.set('journalAppend', async (...args) =>
      scope.refusedJournal
        ? { ok: true, value: { ok: false, error: { code: 'disk-full', name: 'journal' } } }
        : write(...args),
    );
  });
  await rename('Titre gardé en mémoire');
  const bar = page.getByRole('alert').filter({ hasText: 'Le disque est plein' });
  await expect(bar).toBeVisible();
  await expect(bar).toContainText('Votre travail est intact');
  await expect(page.getByText('Non enregistré')).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Ailleurs…' })).toBeVisible();
  // The board moved down for it: nothing is covered.
  const room = async () => {
    const [barBox, boardBox] = [await bar.boundingBox(), await board(page).boundingBox()];
    return (boardBox?.y ?? 0) - (barBox?.y ?? 0) - (barBox?.height ?? 0);
  };
  await expect.poll(room).toBeGreaterThanOrEqual(0);
  await bar.getByRole('button', { name: 'Réessayer' }).click();
  await expect(bar).toBeVisible();

  await home.app.evaluate(() => {
    (globalThis as unknown as { refusedJournal?: boolean }).refusedJournal = false;
  });
  await bar.getByRole('button', { name: 'Réessayer' }).click();
  await expect(bar).toBeHidden();
  await expect(badge).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Enregistrement rétabli.' })).toBeVisible();
});
