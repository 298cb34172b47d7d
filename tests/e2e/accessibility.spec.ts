import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { showTab } from './empathySteps';
import { board, goHome, type HomeApp, startHome } from './homeSteps';
import { journeySteps } from './journeySteps';
import { giveFile, openTableScreen } from './tableSteps';

/** Every screen, every kind of sheet with its panels, every dialog and menu, in the light theme and in the one for projectors. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const dialog = (): Locator => page.getByRole('dialog');
const workshops = (): Locator => page.getByRole('heading', { level: 1, name: 'Ateliers' });

/** Nothing wrong here; all places are looked at before the test ends. */
async function sound(where: string): Promise<void> {
  expect.soft(await axeViolations(page), where).toEqual([]);
}

async function closed(): Promise<void> {
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
}

/** Runs a command of the palette. */
async function command(words: string): Promise<void> {
  await press('Control+k');
  await expect(dialog().getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toContainText(words);
  await press('Enter');
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-axe-'));
  home = await startHome();
  page = home.page;
});

test.afterAll(async () => {
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('the first start', async () => {
  await expect(page.getByRole('heading', { name: /Par où commencer/ })).toBeVisible();
  await sound('first start');
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
});

for (const theme of ['light', 'projectorDark']) {
  test.describe(`in the ${theme} theme`, () => {
    test('home, its menu and the dialogs of every screen', async () => {
      if (theme === 'projectorDark') await press('l');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await sound('home');
      await page
        .getByRole('button', { name: /^Actions de/ })
        .first()
        .click();
      await expect(page.getByRole('menu')).toBeVisible();
      await sound('menu of a card');
      await press('Escape');
      for (const keys of ['Control+n', 'Control+k', 'F1', 'Control+/']) {
        await press(keys);
        await expect(dialog()).toBeVisible();
        await sound(`dialog of ${keys}`);
        await closed();
      }
      await command('À propos');
      await expect(dialog().getByRole('heading').first()).toBeVisible();
      await sound('about');
      await closed();
    });

    test('the library, its menu, its tags, where a persona is used', async () => {
      await page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' }).click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await sound('library');
      await page.getByRole('gridcell').first().focus();
      await press('Space');
      await sound('library with a persona chosen');
      await page.getByRole('toolbar').getByRole('button', { name: 'Étiquettes…' }).click();
      await expect(dialog()).toBeVisible();
      await sound('tags');
      await closed();
      await page.getByRole('gridcell').first().focus();
      await press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
      await sound('menu of a persona');
      await page.getByRole('menuitem', { name: 'Utilisé dans…' }).click();
      await expect(dialog().getByRole('heading').first()).toBeVisible();
      await sound('where a persona is used');
      await closed();
      await page.getByRole('gridcell').first().focus();
      await press('Escape');
      await page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Ateliers' }).click();
      await expect(workshops()).toBeVisible();
    });

    test('the table explorer, empty and with a file', async () => {
      await openTableScreen(page);
      await sound('tables, empty');
      const rows = Array.from({ length: 80 }, (_, at) => `${20 + (at % 50)};${at % 2 ? 'oui' : 'non'};${at % 11}`);
      await giveFile(page, { name: 'réponses.csv', content: ['age;revient;note', ...rows, 'dix;oui;3'].join('\n') });
      await expect(page.getByRole('heading', { name: 'réponses.csv' })).toBeVisible();
      await sound('tables, with a file');
      await page.getByRole('navigation').getByRole('button').first().click();
      await expect(workshops()).toBeVisible();
    });

    test('the journey, the poster workshop, and the dialogs of a board', async () => {
      await page.locator('[data-card]').first().click();
      await expect(board(page)).toBeVisible();
      await showTab(page, 'Parcours actuel');
      await sound('journey');
      await board(page).focus();
      await press('Control+i', 'Control+l');
      await expect(page.getByRole('complementary', { name: 'Plan du tableau' })).toBeVisible();
      await sound('journey with its panels');
      await board(page).focus();
      await press('Escape', 'Home', 'Tab', 'Tab', 'Tab');
      await sound('journey with something chosen');
      // The outline says the same whatever is chosen.
      await board(page).focus();
      await press('Control+l');
      await expect(page.getByRole('complementary', { name: 'Plan du tableau' })).toHaveCount(0);
      for (const kind of ['note', 'emotion', 'touchpoint', 'indicator', 'stage', 'lane']) {
        const [key] = await journeySteps(page).keys(kind);
        if (!key) continue;
        await page.evaluate(
          ([one, id]) => window.__board!.select([{ kind: one!, id: id! }]),
          [kind, key.slice(key.indexOf(':') + 1)],
        );
        await sound(`journey: ${kind}`);
      }
      await board(page).focus();
      await press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
      await sound('menu of a board');
      await press('Escape');
      await board(page).focus();
      await press('Control+i', 'Escape');
      await press('Control+f');
      await page.keyboard.type('affich');
      await sound('find');
      await press('Escape', 'Escape', 'Control+Shift+f');
      await expect(page.getByTestId('filter-panel')).toBeVisible();
      await sound('filter');
      await press('Escape');
      for (const keys of ['Control+t', 'Control+Shift+N']) {
        await press(keys);
        await expect(dialog()).toBeVisible();
        await sound(`dialog of ${keys}`);
        await closed();
      }
      for (const words of ['Comparer des personas', 'Revenir à une version']) {
        await command(words);
        await expect(dialog().getByRole('heading').first()).toBeVisible();
        await sound(words);
        await closed();
      }
      await board(page).focus();
      await press('Control+e');
      await expect(page.getByRole('heading', { level: 1, name: 'Atelier d’affiches' })).toBeVisible();
      await expect(page.getByText('Tout tient sur la feuille')).toBeVisible();
      await sound('posters');
      await press('Escape');
    });

    test('the empathy map in its layouts, guided, and on the projector', async () => {
      await showTab(page, 'Empathie');
      await board(page).focus();
      await press('Escape', 'Control+i');
      for (const name of ['Quadrants', 'Par étape', 'Toile']) {
        await command(`Disposition : ${name}`);
        await expect(dialog()).toHaveCount(0);
        await sound(`empathy: ${name}`);
        for (const kind of ['note', 'zone', 'emotion', 'stage', 'finding', 'reserve']) {
          const [key] = await journeySteps(page).keys(kind);
          if (!key) continue;
          await page.evaluate(
            ([one, id]) => window.__board!.select([{ kind: one!, id: id! }]),
            [kind, key.slice(key.indexOf(':') + 1)],
          );
          await sound(`empathy: ${name}, ${kind}`);
        }
      }
      await board(page).focus();
      await press('Escape');
      await command('Mode guidé');
      await expect(page.getByTestId('guide-bar')).toBeVisible();
      await sound('guided');
      await press('Enter');
      await expect(page.getByTestId('text-editor')).toBeFocused();
      await sound('writing');
      await press('Escape', 'Escape', 'Escape', 'F5');
      await expect(page.getByRole('tab')).toHaveCount(0);
      await sound('projector');
      await press('Escape');
      await expect(page.getByRole('tab').first()).toBeVisible();
      await board(page).focus();
      await press('Control+i');
    });

    test('the persona and its portrait', async () => {
      await showTab(page, 'Solène');
      await sound('persona');
      await board(page).focus();
      await press('Control+i');
      for (const kind of ['entry', 'block', 'fact', 'portrait', 'source']) {
        const [key] = await journeySteps(page).keys(kind);
        if (!key) continue;
        await page.evaluate(
          ([one, id]) => window.__board!.select([{ kind: one!, id: id! }]),
          [kind, key.slice(key.indexOf(':') + 1)],
        );
        await sound(`persona: ${kind}`);
      }
      await board(page).focus();
      await press('Control+i');
      await goHome(page);
    });

    test('a file of a known workshop asks', async () => {
      const file = join(folder, `${theme}.personarium`);
      await page.locator('[data-card]').first().click();
      await expect(board(page)).toBeVisible();
      await home.answerSave(file);
      await press('Control+Shift+S');
      await expect(page.getByRole('status').filter({ hasText: `${theme}.personarium` })).toBeVisible();
      await home.answerOpen([file]);
      await press('Control+o');
      await expect(dialog().getByRole('button', { name: 'Fusionner' })).toBeVisible();
      await sound('a known workshop');
      await closed();
      await goHome(page);
    });
  });
}

test('with reduced motion nothing moves', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
});
