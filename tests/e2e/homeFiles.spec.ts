import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { board, card, cards, chooseOnCard, createWorkshop, goHome, type HomeApp, startHome } from './homeSteps';

test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;
const file = () => join(folder, 'Accueil.personarium');

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-files-'));
  home = await startHome();
  page = home.page;
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('a copy is saved where the user says', async () => {
  await createWorkshop(page, 'Accueil', 'Parcours acheteur');
  await home.answerSave(file());
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('status').filter({ hasText: 'Copie enregistrée : Accueil.personarium' })).toBeVisible();
  expect((await stat(file())).size).toBeGreaterThan(1000);
  await goHome(page);
});

test('a file of a workshop that was deleted simply comes in', async () => {
  await chooseOnCard(page, 'Accueil', 'Supprimer');
  await expect(card(page, 'Accueil')).toBeHidden();
  await home.answerOpen([file()]);
  await page.keyboard.press('Control+o');
  await expect(board(page)).toBeVisible();
  await expect(page.getByText('5 étapes, 10 moments')).toBeVisible();
  await goHome(page);
  await expect(cards(page)).toHaveCount(1);
});

test('a known workshop asks: leaving it changes nothing', async () => {
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: '« Accueil » est déjà ici' });
  for (const choice of ['Fusionner', 'Garder les deux', 'Remplacer'])
    await expect(dialog.getByRole('button', { name: choice })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
});

test('keeping both makes a second workshop', async () => {
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Garder les deux' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  await expect(cards(page)).toHaveCount(2);
});

test('merging keeps the changes of both, replacing takes those of the file', async () => {
  // Here: another title than in the file.
  const own = page.getByRole('button', { name: 'Accueil', exact: true });
  await own.last().focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Titre de l’atelier').fill('Accueil du matin');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Accueil du matin')).toBeVisible();

  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Fusionner' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, 'Accueil du matin')).toBeVisible();

  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Remplacer' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, 'Accueil du matin')).toBeHidden();
});

test('a file that is not ours says so in one bar and changes nothing', async () => {
  const wrong = join(folder, 'liste.personarium');
  await writeFile(wrong, 'Ceci n’est pas un atelier.');
  await home.answerOpen([wrong]);
  await page.keyboard.press('Control+o');
  const bar = page.getByRole('alert');
  await expect(bar).toContainText('liste.personarium');
  await expect(cards(page)).toHaveCount(2);
  await bar.getByRole('button', { name: 'Compris' }).click();
  await expect(bar).toBeHidden();
});

test('a version is listed and restored', async () => {
  await page.getByRole('button', { name: 'Accueil', exact: true }).first().click();
  await expect(board(page)).toBeVisible();
  await page.getByRole('button', { name: 'Renommer Accueil', exact: true }).first().click();
  await page.getByLabel('Titre de l’atelier').fill('Accueil du soir');
  await page.keyboard.press('Enter');
  await goHome(page);
  await chooseOnCard(page, 'Accueil du soir', 'Revenir à une version…');
  const dialog = page.getByRole('dialog', { name: 'Revenir à une version' });
  const versions = dialog.getByRole('button', { name: /^Revenir à cette version/ });
  await expect(versions.first()).toBeVisible();
  await versions.last().click();
  await expect(board(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /rétablie/ })).toBeVisible();
  await goHome(page);
});

test('a file dropped on the window is opened', async () => {
  const bytes = await page.evaluateHandle(async () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['pas un atelier'], 'dépôt.personarium'));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: bytes });
  await expect(page.getByText('Déposez ici pour ouvrir')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: bytes });
  await expect(page.getByText('Déposez ici pour ouvrir')).toBeHidden();
  await expect(page.getByRole('alert')).toContainText('dépôt.personarium');
});
