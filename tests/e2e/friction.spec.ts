import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const rows = () => page.getByRole('row').filter({ has: page.locator('[data-line]') });
const titles = async () => (await rows().getByRole('rowheader').getByRole('button').allTextContents()).map(plain);
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const ideas = () => page.locator('[data-opportunity]');
const idea = (text: string) => ideas().filter({ hasText: text });
const ratingOf = async (text: string) => {
  const { notes } = await home.steps.doc();
  const note = Object.values(notes).find((one) => one.text.includes(text));
  return [note?.impact ?? null, note?.effort ?? null];
};
const picture = async (name: string) => {
  const dir = process.env.PERSONARIUM_SCREENS;
  if (dir) await page.screenshot({ path: `${dir}/${name}.png` });
};

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a key opens the report of the journey on screen: ranked, worst first, with the calculation of the first line', async () => {
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('heading', { level: 1, name: 'Frictions et opportunités' })).toBeFocused();
  await expect(page.getByRole('heading', { name: /^7 points de friction/ })).toBeVisible();
  const shown = await titles();
  expect(shown.slice(0, 3)).toEqual(['Tchat du SAV', 'Site du fabricant', 'Sortie du dimanche']);
  expect(shown.slice(3).sort()).toEqual(['Affiche du tram', 'Caisse', 'Forum d’avis', 'Réservation d’essai']);
  const scores = (await rows().locator('td:last-child').allTextContents()).map(Number);
  expect(scores).toHaveLength(7);
  expect([...scores].sort((one, other) => other - one)).toEqual(scores);
  const facts = page.getByRole('list', { name: 'Les faits de cette ligne' }).getByRole('button');
  for (const fact of [
    /^creux −1,7, Trois jours/,
    /^chute −2,7/,
    /^mesure CES 2,4\/7, n = 57 \*/,
    /^gravité 5\/5, Trois jours d’attente au SAV, dit de toute l’étape/,
  ])
    await expect(facts.filter({ hasText: fact })).toHaveCount(1);
  await picture('friction-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('keys alone: lines are walked through, and a fact leads to the journey', async () => {
  await page.getByRole('button', { name: 'Tchat du SAV', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Site du fabricant', exact: true })).toBeFocused();
  await expect(page.getByRole('heading', { name: /Opportunités liées Site du fabricant/ })).toBeVisible();
  await page.getByRole('button', { name: /^Voir sur le parcours : mesure CES 2,9/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await expect.poll(() => home.steps.selection()).toEqual([expect.stringMatching(/^indicator:/)]);
});

test('all facts of a line are selected together on the journey; the page comes back as it was left', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('frictions');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Site du fabricant', exact: true }).click();
  await page.getByRole('button', { name: 'Montrer sur le parcours' }).click();
  await expect
    .poll(async () => (await home.steps.selection()).map((key) => key.split(':')[0]).sort())
    .toEqual(expect.arrayContaining(['emotion-point', 'emotion-point', 'indicator', 'note']));
});

test('weights change the ranking at once, and a factor without weight is forgotten', async () => {
  await page.keyboard.press('Shift+F');
  await page.getByRole('button', { name: 'Pondération' }).click();
  for (const name of ['creux', 'chute', 'mesure', 'abandon', 'temps mort']) {
    const field = page.getByRole('spinbutton', { name });
    await field.fill('0');
    await field.press('Enter');
  }
  // Severity alone is left: two lines of 5, then 4, then 3.
  expect((await titles()).slice(0, 4)).toEqual([
    'Site du fabricant',
    'Tchat du SAV',
    'Réservation d’essai',
    'Sortie du dimanche',
  ]);
  await expect(page.getByRole('list', { name: 'Les faits de cette ligne' })).not.toContainText('creux');
  await page.getByRole('button', { name: 'Poids d’origine' }).click();
  expect((await titles())[0]).toBe('Tchat du SAV');
  await page.getByRole('button', { name: 'Pondération' }).click();
});

test('stages are ranked as well as moments, and mild places are shown when asked for', async () => {
  await page.getByRole('checkbox', { name: 'Montrer aussi les points faibles' }).check({ force: true });
  await expect(page.getByRole('heading', { name: /^11 points de friction/ })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Montrer aussi les points faibles' }).uncheck({ force: true });
  await page.getByRole('button', { name: /^par moment/ }).click();
  await page.getByRole('option', { name: 'par étape' }).click();
  await expect
    .poll(async () => (await titles()).slice(0, 2).sort())
    .toEqual(['Après-vente & fidélisation', 'Considération']);
  await page.getByRole('button', { name: /^par étape/ }).click();
  await page.getByRole('option', { name: 'par moment' }).click();
});

test('the mouse drags an opportunity to another cell; Ctrl+Z takes it back; Escape ends a drag', async () => {
  const before = await ratingOf('quatre questions');
  const cell = page.locator('[data-cell="2 1"]');
  // Before they are measured: it may move them.
  await idea('quatre questions').scrollIntoViewIfNeeded();
  const from = await idea('quatre questions').boundingBox();
  const to = await cell.boundingBox();
  if (!from || !to) throw new Error('the matrix is not drawn');
  const middle = (box: NonNullable<typeof from>) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await home.steps.drag(middle(from), middle(to));
  expect(await ratingOf('quatre questions')).toEqual([2, 1]);
  await expect(cell.locator('[data-opportunity]')).toContainText('quatre questions');
  await page.keyboard.press('Control+z');
  expect(await ratingOf('quatre questions')).toEqual(before);
  await page.mouse.move(middle(from).x, middle(from).y);
  await page.mouse.down();
  await page.mouse.move(middle(to).x, middle(to).y, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await ratingOf('quatre questions')).toEqual(before);
  await expect(page.getByRole('heading', { level: 1, name: 'Frictions et opportunités' })).toBeVisible();
});

test('keys alone: an opportunity is taken off the matrix, put in the middle and moved, and the plan follows', async () => {
  await idea('Témoin d’usure').focus();
  await page.keyboard.press('Delete');
  expect(await ratingOf('Témoin d’usure')).toEqual([null, null]);
  await expect(idea('Témoin d’usure')).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await ratingOf('Témoin d’usure')).toEqual([3, 3]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  expect(await ratingOf('Témoin d’usure')).toEqual([5, 2]);
  await expect(idea('Témoin d’usure')).toBeFocused();
  await expect(page.getByRole('row', { name: /Témoin d’usure/ })).toContainText('à faire d’abord');
  for (let left = 5; left > 0; left -= 1) await page.keyboard.press('Control+z');
  expect(await ratingOf('Témoin d’usure')).not.toEqual([5, 2]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
});

test('an empathy map has no such report', async () => {
  await page.getByRole('tab', { name: 'Empathie' }).click();
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('heading', { level: 1, name: 'Frictions et opportunités' })).toBeHidden();
});
