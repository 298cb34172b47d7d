import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const names = () => page.locator('[data-name]');
const picture = async (name: string) => {
  const dir = process.env.PERSONARIUM_SCREENS;
  if (dir) await page.screenshot({ path: `${dir}/${name}.png` });
};
const labels = async () => Object.values((await home.steps.doc()).touchpoints).map(({ label }) => label);

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a key opens the touchpoints of every journey of the workshop, and says which are not measured', async () => {
  await page.keyboard.press('Shift+R');
  await expect(page.getByRole('heading', { level: 1, name: 'Registre des points de contact' })).toBeFocused();
  await expect(names().filter({ hasText: 'Caisse' }).first()).toBeVisible();
  // From the second and the third journey too.
  await expect(names().filter({ hasText: 'Page du témoin' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Sortie du dimanche/ })).toContainText('non mesuré');
  const all = await names().count();
  await page.getByRole('checkbox', { name: 'Non mesurés seulement' }).check({ force: true });
  await expect.poll(() => names().count()).toBeLessThan(all);
  await expect(names().filter({ hasText: 'Site du fabricant' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Non mesurés seulement' }).uncheck({ force: true });
  await names().filter({ hasText: 'Caisse' }).first().click();
  await picture('register-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('a name is changed once and everywhere, and Ctrl+Z takes it back everywhere', async () => {
  const field = page.getByRole('complementary', { name: 'Le point de contact choisi' }).getByLabel('Nom');
  await field.fill('Caisse rapide');
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /Caisse rapide.* modifié à 2 endroits/ })).toBeVisible();
  await expect(names().filter({ hasText: 'Caisse rapide' })).toHaveAttribute('aria-pressed', 'true');
  await names().first().focus();
  await page.keyboard.press('Control+z');
  await expect(names().filter({ hasText: 'Caisse rapide' })).toHaveCount(0);
  await expect(names().filter({ hasText: 'Caisse' }).first()).toBeVisible();
});

test('keys alone: arrows choose a line; the matrix shows the stages; a use leads to its journey', async () => {
  await names().first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(names().nth(1)).toBeFocused();
  await expect(names().nth(1)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radio', { name: 'Par étape' }).check({ force: true });
  await expect(page.getByRole('columnheader', { name: 'Considération' })).toBeVisible();
  await picture('register-matrix-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Parcours actuel, Prise de conscience/ })
    .first()
    .click();
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await expect.poll(() => home.steps.selection()).toEqual([expect.stringMatching(/^touchpoint:/)]);
  expect(await labels()).toContain('Caisse');
});
