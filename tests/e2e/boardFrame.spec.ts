import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import { board, createWorkshop, goHome, type HomeApp, startHome } from './homeSteps';

test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
const tabs = () => page.getByRole('tab');

test.beforeAll(async () => {
  home = await startHome();
  page = home.page;
  await createWorkshop(page, 'Cadre', 'Parcours complet');
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a target journey is added as a copy of the current one', async () => {
  await page.keyboard.press('Control+t');
  const dialog = page.getByRole('dialog', { name: 'Nouveau tableau' });
  await expect(dialog.getByRole('radio', { name: /Une copie de/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible']);
  await expect(tabs().nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('5 étapes, 10 moments')).toBeVisible();
});

test('a second target journey gets a name of its own', async () => {
  await tabs().nth(0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Dupliquer en parcours cible' }).click();
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible 2', 'Parcours cible']);
  await tabs().nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible']);
  await tabs().nth(1).click();
});

test('a board is added from a preset', async () => {
  await page.getByRole('button', { name: 'Ajouter un tableau', exact: true }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau tableau' });
  await dialog.getByRole('radio', { name: 'Un parcours neuf' }).check();
  await dialog.getByRole('radio', { name: 'Entonnoir AIDA' }).check();
  await dialog.getByLabel('Nom de l’onglet').fill('Essai AIDA');
  await page.keyboard.press('Enter');
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible', 'Essai AIDA']);
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
});

test('tabs are renamed, moved and deleted, and each of it is taken back', async () => {
  await tabs().nth(2).dblclick();
  await page.getByLabel('Nom de l’onglet').fill('AIDA');
  await page.keyboard.press('Enter');
  await expect(tabs().nth(2)).toHaveText('AIDA');

  await tabs().nth(2).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(tabs()).toHaveText(['Parcours actuel', 'AIDA', 'Parcours cible']);
  await page.keyboard.press('Control+z');
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible', 'AIDA']);

  await tabs().nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(tabs()).toHaveText(['Parcours actuel', 'AIDA']);
  await page.getByRole('status').filter({ hasText: 'Tableau « Parcours cible » supprimé' }).getByRole('button').click();
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible', 'AIDA']);
});

test('tabs are dragged into another order', async () => {
  const from = await tabs().nth(0).boundingBox();
  const to = await tabs().nth(2).boundingBox();
  if (!from || !to) throw new Error('no tabs');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 8, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(tabs()).toHaveText(['Parcours cible', 'AIDA', 'Parcours actuel']);
  await page.keyboard.press('Control+z');
  await expect(tabs()).toHaveText(['Parcours actuel', 'Parcours cible', 'AIDA']);
});

test('arrows go from tab to tab', async () => {
  await tabs().nth(0).click();
  await page.keyboard.press('ArrowRight');
  await expect(tabs().nth(1)).toBeFocused();
  await expect(tabs().nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('the titles of the workshop and of the board are edited in place', async () => {
  await page.getByRole('button', { name: 'Renommer Cadre' }).first().click();
  await page.getByLabel('Titre de l’atelier').fill('Cadre neuf');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Cadre neuf – Personarium');
  await page.getByRole('button', { name: 'Renommer Cadre', exact: true }).click();
  await page.getByLabel('Titre du tableau').fill('Venir aux urgences');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Renommer Venir aux urgences' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Renommer Cadre', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renommer Cadre neuf' })).toBeVisible();
});

test('a persona is added, shown, and edited', async () => {
  await page.getByRole('button', { name: 'Ajouter un persona' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau persona' });
  await dialog.getByLabel('Nom', { exact: true }).fill('Odile Perrin');
  await dialog.getByRole('radio', { name: /^Patiente/ }).check();
  await dialog.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(page.getByRole('tab', { name: 'Persona' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Renommer Odile Perrin' })).toBeVisible();
  await tabs().nth(1).click();
  const chip = page.getByRole('button', { name: 'Modifier Odile', exact: true });
  await chip.click();
  await expect(page.getByRole('tab', { name: 'Persona' })).toHaveAttribute('aria-selected', 'true');
  await tabs().nth(1).click();
});

test('the timer takes minutes, runs, turns gold in its last minute and says when it is over', async () => {
  const timer = page.getByRole('group', { name: 'Minuteur' });
  await timer.getByRole('button', { name: /^Changer la durée/ }).click();
  await page.getByLabel('Durée').fill('0:02');
  await page.keyboard.press('Enter');
  await expect(timer).toContainText('00:02');
  // Looked for before it starts: it runs for two seconds only.
  const runs = timer.getByRole('button', { name: 'Mettre en pause' }).waitFor();
  await timer.getByRole('button', { name: 'Démarrer le minuteur' }).click();
  await runs;
  await expect(timer).toContainText('Temps écoulé');
  await timer.getByRole('button', { name: 'Remettre à zéro' }).click();
  await expect(timer).toContainText('00:02');
});

test('the projector shows only the board, its title and the time, and gives everything back', async () => {
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('complementary', { name: 'Inspecteur' })).toBeVisible();
  await board(page).focus();
  await page.keyboard.press('ArrowDown');
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Control+Equal');
  const zoom = page.getByRole('group', { name: 'Zoom' }).getByRole('button').nth(1);
  // The number follows once the view has rested.
  const percent = () => page.evaluate(() => Math.round((window.__board?.camera.get().zoom ?? 0) * 100));
  await expect(async () =>
    expect(Number.parseInt((await zoom.textContent()) ?? '', 10)).toBe(await percent()),
  ).toPass();
  const left = await zoom.textContent();
  // The corner of the view: a desktop without a window manager leaves the window large.
  const corner = () =>
    page.evaluate(() => {
      const camera = window.__board?.camera.get() ?? { zoom: 1, cx: Number.NaN, cy: Number.NaN };
      const view = window.__board?.viewSize() ?? { width: 0, height: 0 };
      const at = [camera.cx - view.width / 2 / camera.zoom, camera.cy - view.height / 2 / camera.zoom];
      return at.map((value) => Math.round(value * 100) / 100);
    });
  const seen = await corner();
  for (const leave of ['F5', 'Escape']) {
    await page.keyboard.press('F5');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');
    await expect(page.getByRole('heading', { level: 1, name: 'Cadre' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Minuteur' })).toBeVisible();
    for (const gone of ['Outils', 'Inspecteur', 'Tableaux']) await expect(page.getByLabel(gone)).toHaveCount(0);
    await expect(page.getByRole('toolbar')).toHaveCount(0);
    await page.keyboard.press(leave);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByRole('complementary', { name: 'Inspecteur' })).toBeVisible();
    await expect(zoom).toHaveText(left ?? '');
    await expect.poll(corner).toEqual(seen);
  }
  await page.keyboard.press('Control+i');
  await page.keyboard.press('Shift+1');
});

test('the palette hides a row and shows it again', async () => {
  await board(page).focus();
  for (const [words, what] of [
    ['masquer irritants', 'Masquer la ligne Irritants'],
    ['montrer irritants', 'Montrer la ligne Irritants'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(words);
    await expect(page.getByRole('option').first()).toHaveText(what);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toBeHidden();
  }
});

test('single letters stay letters in a field', async () => {
  await page.getByRole('button', { name: 'Renommer Cadre', exact: true }).click();
  await page.getByLabel('Titre du tableau').fill('');
  await page.keyboard.type('nl');
  await expect(page.getByLabel('Titre du tableau')).toHaveValue('nl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  // Leaving the screen keeps what was typed.
  await page.getByLabel('Titre du tableau').fill('Cadre tapé');
  await page.keyboard.press('Control+Shift+H');
  await page.locator('[data-card]').first().click();
  await expect(page.getByRole('button', { name: 'Renommer Cadre tapé' })).toBeVisible();
});

test('help opens by its keys: glossary, shortcuts', async () => {
  await page.keyboard.press('F1');
  const glossary = page.getByRole('dialog', { name: 'Glossaire' });
  await glossary.getByRole('searchbox').fill('satisfaction');
  await expect(glossary.getByText('CSAT', { exact: true })).toBeVisible();
  await expect(glossary.getByText('Touchpoint')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(glossary).toBeHidden();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toContainText('Ctrl + K');
  await page.keyboard.press('Escape');
  await goHome(page);
});
