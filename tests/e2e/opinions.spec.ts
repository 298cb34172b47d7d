import { expect, type Page, test } from '@playwright/test';
import type { Participant, Rating } from '../../shared/boards/journey-map/model';
import { axeViolations } from './axe';
import { type JourneyApp, resizeWindow, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const picture = async (name: string) => {
  const dir = process.env.PERSONARIUM_SCREENS;
  if (dir) await page.screenshot({ path: `${dir}/${name}.png` });
};
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const cell = (row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`);
const figures = () => page.getByRole('table', { name: 'Chiffres par moment' });
/** Names of the participants with their ratings in the order of the moments. */
const said = async () => {
  const doc = await home.steps.doc();
  const stages = Object.values(doc.stages).sort((a, b) => (a.order < b.order ? -1 : 1));
  const steps = stages.flatMap((stage) =>
    Object.values(doc.steps)
      .filter(({ stageId }) => stageId === stage.id)
      .sort((a, b) => (a.order < b.order ? -1 : 1)),
  );
  const all = Object.values<Rating>(doc.ratings);
  return Object.fromEntries(
    Object.values<Participant>(doc.participants).map(({ id, name }) => [
      name,
      steps.map((step) => all.find((one) => one.participantId === id && one.stepId === step.id)?.valence ?? null),
    ]),
  );
};

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a key opens the page on the round of the sample: six participants, divided at the checkout', async () => {
  await page.keyboard.press('Shift+D');
  await expect(page.getByRole('heading', { level: 1, name: 'Émotion comparée' })).toBeFocused();
  const rows = figures().getByRole('row');
  await expect(rows).toHaveCount(13);
  const split = rows.filter({ hasText: 'Avis partagés' });
  await expect(split).toHaveCount(1);
  await expect(split).toContainText('Caisse');
  await expect(page.getByText('4 contents, 2 gênés').first()).toBeVisible();
  await picture('opinions-sample-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('without a round curves stand side by side: who takes everybody off is told that nobody has rated', async () => {
  await page.getByRole('radio', { name: 'Saisie' }).check({ force: true });
  await expect(page.getByRole('heading', { name: '6 participants' })).toBeVisible();
  for (const name of ['Anouk', 'Karim', 'Léa', 'Malik', 'Paul', 'Sabine'])
    await page.getByRole('button', { name: `Retirer ${name} et ses notes` }).click();
  await page.getByRole('radio', { name: 'Résultats' }).check({ force: true });
  await expect(page.getByText('Personne n’a encore noté ce parcours.')).toBeVisible();
  await expect(figures()).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
});

test('keys alone: participants are named, ratings typed, cells walked through', async () => {
  await page.getByRole('radio', { name: 'Saisie' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('textbox', { name: 'Ajouter des participants' })).toBeFocused();
  await page.keyboard.type('Anouk, Paul; Jeanne');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '3 participants' })).toBeVisible();
  await cell(0, 0).focus();
  await page.keyboard.type('-1,3');
  await page.keyboard.press('Enter');
  await expect(cell(1, 0)).toBeFocused();
  await page.keyboard.type('1.5');
  await page.keyboard.press('ArrowRight');
  await expect(cell(1, 1)).toBeFocused();
  await page.keyboard.type('7');
  await expect(cell(1, 1)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(cell(1, 1)).toHaveValue('');
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowUp');
  await expect(cell(0, 1)).toBeFocused();
  const now = await said();
  expect(now.Anouk?.slice(0, 2)).toEqual([-1.3, null]);
  expect(now.Paul?.slice(0, 2)).toEqual([1.5, 2]);
  expect(now.Jeanne?.every((one) => one === null)).toBe(true);
  await expect(cell(0, 0)).toHaveValue('−1,3');
});

test('a rating is taken back by an empty cell and by undo; a participant is renamed, removed and back again', async () => {
  await cell(1, 1).fill('');
  await cell(1, 1).press('Enter');
  expect((await said()).Paul?.[1]).toBeNull();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(cell(1, 1)).toHaveValue('+2');
  const name = page.getByRole('textbox', { name: 'Nom du participant 2' });
  await name.fill('Paul L.');
  await name.press('Enter');
  await page.getByRole('button', { name: 'Retirer Paul L. et ses notes' }).click();
  expect(Object.keys(await said()).sort()).toEqual(['Anouk', 'Jeanne']);
  await page.getByRole('button', { name: /^Annuler/ }).click();
  expect((await said())['Paul L.']?.slice(0, 2)).toEqual([1.5, 2]);
});

test('in a round everybody draws alone: nothing of the others is on the page until the last one is done', async () => {
  await page.getByRole('button', { name: 'À tour de rôle' }).click();
  await expect(page.getByRole('heading', { name: 'À vous, Anouk' })).toBeFocused();
  await expect(page.getByText('1 sur 3')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Résultats' })).toHaveCount(0);
  await picture('round-cover-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Commencer' }).click();

  // Anouk draws with the mouse, across all moments.
  const board = await page.locator('[data-draw]').boundingBox();
  if (!board) throw new Error('nothing to draw on');
  await home.steps.drag(
    { x: board.x + 12, y: board.y + board.height - 30 },
    { x: board.x + board.width - 12, y: board.y + 30 },
  );
  // A quick stroke passes moments at which no event came: they are rated too.
  await expect.poll(async () => (await said()).Anouk?.every((one) => one !== null)).toBe(true);
  const anouk = (await said()).Anouk ?? [];
  expect(anouk[0]).toBeLessThan(-1.5);
  expect(anouk.at(-1)).toBeGreaterThan(1.5);
  await picture('round-draw-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Terminé : personne suivante' }).click();

  // The next one sees an own curve alone, whatever the one before said; and leaving the page shows nothing either.
  await expect(page.getByRole('heading', { name: 'À vous, Paul L.' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+D');
  await expect(page.getByRole('heading', { name: 'À vous, Paul L.' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const sliders = page.getByRole('slider');
  await expect(sliders.first()).toBeFocused();
  await expect(sliders.first()).toHaveAttribute('aria-valuetext', '+1,5');
  for (const at of [2, 3, 4]) await expect(sliders.nth(at)).toHaveAttribute('aria-valuetext', 'pas de note');
  await expect(page.getByText('2 moments notés', { exact: false })).toBeVisible();

  // Paul sets moments with the keys.
  await page.keyboard.press('ArrowDown');
  await expect(sliders.first()).toHaveAttribute('aria-valuetext', '+1');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  expect((await said())['Paul L.']?.slice(0, 4)).toEqual([1, 2, -1.9, null]);
  await page.getByRole('button', { name: 'Terminé : personne suivante' }).click();
  await page.getByRole('button', { name: 'Passer son tour' }).click();
  await expect(figures()).toBeVisible();
});

test('a group of eleven: median, quartiles, the split moment and what is remembered, in the drawing and in figures', async () => {
  await page.getByRole('radio', { name: 'Saisie' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Ajouter des participants' }).fill('D, E, F, G, H, I, J, K');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '11 participants' })).toBeVisible();
  const columns = await page.locator('[data-cell^="0 "]').count();
  const middle = [-1.2, 0.8, 1.2, 0.5, -0.8, -1.6, 0.3, 1.8, 0.7, 1, -1.7, 1.8];
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < 11; row += 1) {
      const spread = ((row % 5) - 2) * 0.2;
      const split = row < 6 ? 1.2 + spread / 2 : -1.2 + spread / 2;
      const valence = column === 8 ? split : (middle[column] ?? 0) + spread;
      await cell(row, column).fill(Math.max(-2, Math.min(2, valence)).toFixed(1));
    }
  await cell(0, 0).focus();
  await picture('entry-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Résultats' }).check({ force: true });
  const rows = figures().getByRole('row');
  await expect(rows).toHaveCount(columns + 1);
  const ninth = (await rows.nth(9).getByRole('cell').allTextContents()).map(plain);
  expect(ninth[0]).toBe('11');
  expect(ninth[5]).toBe('Avis partagés, 6 contents, 5 gênés');
  expect(await rows.filter({ hasText: 'Avis partagés' }).count()).toBe(1);
  await expect(page.getByText('6 contents, 5 gênés').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Ce dont on se souvient/ })).toBeVisible();
  await picture('opinions-fr-1440');
  expect(await axeViolations(page)).toEqual([]);
});

test('a line leads to its moment on the map', async () => {
  await figures().getByRole('row').nth(9).getByRole('button').click();
  await expect(page.getByTestId('board-canvas')).toBeVisible();
  await expect.poll(() => home.steps.selection()).toHaveLength(1);
});

test('on the map a key puts the quartiles and the split moment behind the curve, on the poster too', async () => {
  const canvas = page.getByTestId('board-canvas');
  await page.keyboard.press('Escape');
  const before = await canvas.screenshot();
  await page.keyboard.press('Shift+A');
  await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
  await picture('map-band-fr-1440');
  await page.keyboard.press('l');
  await picture('map-band-fr-dark');
  await page.keyboard.press('l');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture('poster-band-fr');
  await page.keyboard.press('Escape');
  await expect(canvas).toBeVisible();
  const shown = await canvas.screenshot();
  await page.keyboard.press('Shift+A');
  await expect.poll(async () => (await canvas.screenshot()).equals(shown)).toBe(false);
});

test('English, a small window and the dark theme', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('english');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+D');
  await expect(page.getByRole('heading', { level: 1, name: 'Emotion compared' })).toBeFocused();
  await expect(page.getByText('6 pleased, 5 displeased').first()).toBeVisible();
  await picture('opinions-en-1440');
  await resizeWindow(home, 1280, 720);
  await picture('opinions-en-1280');
  await page.keyboard.press('l');
  await picture('opinions-en-dark');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('l');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
});
