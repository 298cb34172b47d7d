import { expect, type Page, test } from '@playwright/test';
import { board, card, cards, chooseOnCard, createWorkshop, goHome, type HomeApp, startHome } from './homeSteps';

/** One app for the tests of a group, each in the state the one before left: what a person would do in a morning. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;

test.beforeAll(async () => {
  home = await startHome();
  page = home.page;
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a first start offers the sample, a journey, a workshop, a file and the library of personas', async () => {
  await expect(page.getByRole('heading', { name: /Par où commencer/ })).toBeVisible();
  for (const name of ['Ouvrir l’essai', 'Un parcours', 'Un atelier', 'Un fichier']) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Des personas' }).click();
  await expect(page.getByRole('heading', { name: 'Votre premier persona' })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Ateliers' }).click();
  await expect(page.getByText('2 personas, 1 empathie, 3 parcours.')).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Modifier Solène, 36 ans' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Enregistré ici/ })).toBeVisible();
  await goHome(page);
  await expect(cards(page)).toHaveCount(1);
  await expect(card(page, 'Boutique Commerce').getByText('Exemple', { exact: true })).toBeVisible();
});

const PRESETS = [
  ['Relation client', '5 étapes, 10 moments'],
  ['Parcours acheteur', '5 étapes, 10 moments'],
  ['Parcours complet', '5 étapes, 10 moments'],
  ['Entonnoir AIDA', '6 étapes, 12 moments'],
  ['Découverte, réflexion, décision', '3 étapes, 6 moments'],
  ['Entrant', '5 étapes, 10 moments'],
  ['Parcours vide', '1 étape, 2 moments'],
] as const;

test('a workshop starts from each of the seven presets', async () => {
  for (const [preset, size] of PRESETS) {
    await createWorkshop(page, `Essai ${preset}`, preset);
    await expect(page.getByText(size)).toBeVisible();
    await goHome(page);
    await expect(card(page, `Essai ${preset}`)).toBeVisible();
  }
  await expect(cards(page)).toHaveCount(8);
});

test('a preset of the right column opens the dialog on it, with its stages', async () => {
  await page.getByRole('button', { name: 'Nouvel atelier depuis le modèle Parcours acheteur' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvel atelier' });
  await expect(dialog.getByRole('radio', { name: 'Parcours acheteur' })).toBeChecked();
  await expect(dialog.getByText('Prise de décision')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a workshop is renamed in place', async () => {
  await chooseOnCard(page, 'Essai Parcours vide', 'Renommer');
  const field = page.getByLabel('Titre de l’atelier');
  await expect(field).toBeFocused();
  await field.fill('Accueil des urgences');
  await field.press('Enter');
  await expect(card(page, 'Accueil des urgences')).toBeVisible();
  await page.getByRole('button', { name: 'Accueil des urgences', exact: true }).focus();
  await page.keyboard.press('F2');
  await field.fill('Autre chose');
  await field.press('Escape');
  await expect(card(page, 'Accueil des urgences')).toBeVisible();
  await expect(card(page, 'Autre chose')).toBeHidden();
});

test('a workshop is duplicated with its boards', async () => {
  await chooseOnCard(page, 'Boutique Commerce', 'Dupliquer');
  const copy = card(page, 'Boutique Commerce (copie)');
  await expect(copy).toBeVisible();
  await expect(copy.getByText('4 tableaux')).toBeVisible();
  await page.getByRole('button', { name: 'Boutique Commerce (copie)', exact: true }).click();
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
  await goHome(page);
});

test('a deleted workshop comes back by the banner and by Ctrl+Z', async () => {
  const title = 'Boutique Commerce (copie)';
  await chooseOnCard(page, title, 'Supprimer');
  await expect(card(page, title)).toBeHidden();
  const banner = page.getByRole('status').filter({ hasText: `Atelier « ${title} » supprimé` });
  await banner.getByRole('button', { name: /Annuler/ }).click();
  await expect(card(page, title)).toBeVisible();

  await page.getByRole('button', { name: title, exact: true }).focus();
  await page.keyboard.press('Delete');
  await expect(card(page, title)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(card(page, title)).toBeVisible();
});

test('the sample is made new again, and that too is taken back', async () => {
  const sample = page.getByRole('button', { name: 'Boutique Commerce', exact: true });
  await chooseOnCard(page, 'Boutique Commerce', 'Renommer');
  await page.getByLabel('Titre de l’atelier').fill('Boutique cassée');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Boutique cassée')).toBeVisible();
  await chooseOnCard(page, 'Boutique cassée', 'Remettre à neuf');
  await expect(card(page, 'Boutique cassée')).toBeHidden();
  await expect(sample).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Boutique cassée')).toBeVisible();
  await expect(sample).toHaveCount(0);
  await chooseOnCard(page, 'Boutique cassée', 'Remettre à neuf');
  await expect(card(page, 'Boutique cassée')).toBeHidden();
});

test('the search ignores accents and says when nothing is found', async () => {
  const search = page.getByRole('searchbox', { name: 'Chercher un atelier' });
  await search.fill('urgencés ACCUEIL');
  await expect(cards(page)).toHaveCount(1);
  await search.fill('zzz');
  await expect(page.getByRole('heading', { name: /Aucun atelier pour/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(cards(page)).toHaveCount(9);
});

test('the palette finds an action and a note by a few letters', async () => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.fill('gloss');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Glossaire/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Glossaire' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Boutique Commerce', exact: true }).click();
  await expect(board(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('fiches illisibles');
  const found = page.getByRole('option', { name: /Des fiches techniques illisibles/ });
  await expect(found).toContainText('étape 3');
  await expect(found.locator('mark')).toHaveText(['fiches', 'illisibles']);
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeFocused();
  await goHome(page);
});

test('language and theme switch at once and are kept for the next start', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Workshops' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');

  const { userData } = home;
  await home.app.close();
  const again = await startHome({ userData });
  await expect(again.page.getByRole('heading', { level: 1, name: 'Workshops' })).toBeVisible();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');
  await expect(cards(again.page)).toHaveCount(9);
  await again.page.keyboard.press('l');
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'light');
  await again.page.getByRole('button', { name: 'Français' }).click();
  await expect(again.page.getByRole('heading', { level: 1, name: 'Ateliers' })).toBeVisible();
  home = again;
  page = again.page;
});

test('everything is done without a mouse', async () => {
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Titre')).toBeFocused();
  await page.keyboard.type('Au clavier');
  for (let field = 0; field < 3; field += 1) await page.keyboard.press('Tab');
  await expect(page.getByLabel('Date')).toBeFocused();
  await page.getByRole('radio', { name: 'Parcours complet' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Entonnoir AIDA' })).toBeChecked();
  await page.getByLabel('Titre').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
  await goHome(page);

  await page.getByRole('button', { name: 'Au clavier', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cards(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cards(page).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Actions de Au clavier' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeVisible();
  await goHome(page);
});
