import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import type { Entry, PersonaDoc } from '../../shared/boards/persona/model';
import { axeViolations } from './axe';
import { idOf, type JourneyApp, notesOf, startJourney } from './journeySteps';

/** From what a persona says to notes of every board and back, by mouse and by keys. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;

const region = (name: string) => page.getByRole('region', { name });
const showTab = async (name: string, kind: string) => {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.waitForFunction((wanted) => {
    const board = window.__board?.session.store.getState();
    return board?.editable && (board.doc.kind as string) === wanted;
  }, kind);
};
const entryOf = async (): Promise<Entry> => {
  const { entries } = (await home.steps.doc()) as unknown as PersonaDoc;
  const cited = Object.values<Entry>(entries).filter(({ block, cites }) => block === 'barriers' && cites.length > 0);
  const [first] = cited.sort((a, b) => (a.order < b.order ? -1 : 1));
  if (!first) throw new Error('the sample has a barrier with a source');
  return first;
};

let entry: Entry;
let journey: JourneyMapDoc;

/** Presses the entry, wherever it stands in a window with or without panels. */
const choose = async () => {
  const at = await home.steps.spot(`entry:${entry.id}`);
  await page.mouse.click(at.x, at.y);
};

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  journey = await home.steps.doc();
  await showTab('Solène', 'persona');
  entry = await entryOf();
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('an entry of a persona is linked to a pain point and to a note of the empathy map, and taken back', async () => {
  await choose();
  await page.keyboard.press('Control+i');
  const takenUp = region('Repris par');
  const add = takenUp.getByRole('textbox', { name: 'Relier à' });
  await add.fill('fiches techniques');
  await takenUp.getByRole('button', { name: /Parcours actuel.*Irritant, étape 3/ }).click();
  await expect(takenUp.getByRole('button', { name: /^Délier/ })).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'est relié' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(takenUp.getByRole('button', { name: /^Délier/ })).toHaveCount(0);
  await choose();
  await add.fill('fiches techniques');
  await takenUp.getByRole('button', { name: /Parcours actuel.*Irritant, étape 3/ }).click();
  await expect(takenUp.getByRole('button', { name: /^Délier/ })).toHaveCount(1);

  // By keys alone: an empathy note.
  await add.focus();
  await page.keyboard.type('gen');
  const found = takenUp.getByRole('button', { name: /^Empathie/ }).first();
  await found.focus();
  await page.keyboard.press('Enter');
  await expect(takenUp.getByRole('button', { name: /^Délier/ })).toHaveCount(2);
  expect(await axeViolations(page)).toEqual([]);
});

test('a press follows a link to its board, “comes from” leads back to the evidence, and to the persona', async () => {
  await region('Repris par')
    .getByRole('button', { name: /^Parcours actuel/ })
    .click();
  const pain = notesOf(journey, 'pain-points')[2]!;
  await expect.poll(() => home.steps.selection()).toEqual([pain]);
  const why = region('Vient de');
  const own = why.getByRole('button', { name: new RegExp(`^Solène.*${entry.text.slice(0, 12)}`) });
  await expect(own).toBeVisible();
  // The opportunity of the stage comes from the pain point, and through it from what Solène said and where she said it.
  const idea = notesOf(journey, 'opportunities')[2]!;
  await region('Repris par')
    .getByRole('button', { name: /Opportunité, étape 3/ })
    .click();
  await expect.poll(() => home.steps.selection()).toEqual([idea]);
  await expect(own).toBeVisible();
  await expect.poll(() => why.getByRole('button', { name: /^Solène/ }).count()).toBeGreaterThan(1);

  await own.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Solène' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => home.steps.selection()).toEqual([`entry:${entry.id}`]);
});

test('an end that is deleted leaves nothing behind, and comes back with its links', async () => {
  const takenUp = region('Repris par');
  await takenUp.getByRole('button', { name: /^Parcours actuel/ }).click();
  const pain = notesOf(journey, 'pain-points')[2]!;
  await expect.poll(() => home.steps.selection()).toEqual([pain]);
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Delete');
  await expect.poll(async () => idOf(pain) in (await home.steps.doc()).notes).toBe(false);
  await showTab('Solène', 'persona');
  await choose();
  await expect(takenUp.getByRole('button', { name: /^Empathie/ })).toHaveCount(1);
  await expect(takenUp.getByRole('button', { name: /^Parcours actuel/ })).toHaveCount(0);
  await showTab('Parcours actuel', 'journey-map');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => idOf(pain) in (await home.steps.doc()).notes).toBe(true);
  await showTab('Solène', 'persona');
  await choose();
  await expect(takenUp.getByRole('button', { name: /^Parcours actuel/ })).toHaveCount(1);
});

test('what takes a pain point up is linked and unlinked from its own side, on the same board and on another', async () => {
  await showTab('Parcours actuel', 'journey-map');
  const pain = notesOf(journey, 'pain-points')[0]!;
  const at = await home.steps.spot(pain);
  await page.mouse.click(at.x, at.y);
  const takenUp = region('Repris par');
  const links = takenUp.getByRole('button', { name: /^Délier/ });
  await expect(takenUp.getByRole('textbox', { name: 'Relier à' })).toBeVisible();
  const before = await links.count();
  const linkTo = async (words: string, name: RegExp) => {
    await takenUp.getByRole('textbox', { name: 'Relier à' }).fill(words);
    await takenUp.getByRole('button', { name }).first().click();
  };
  await linkTo('forum', /^Point de contact/);
  await expect(links).toHaveCount(before + 1);
  await linkTo('gen', /^Empathie/);
  await expect(links).toHaveCount(before + 2);
  await expect(page.getByRole('status').filter({ hasText: 'est relié' })).toBeVisible();
  // Nothing of a persona rests on a board.
  await takenUp.getByRole('textbox', { name: 'Relier à' }).fill(entry.text.slice(0, 10));
  await expect(takenUp.getByRole('button', { name: /^Solène/ })).toHaveCount(0);
  await takenUp
    .getByRole('button', { name: /^Délier/ })
    .last()
    .click();
  await expect(links).toHaveCount(before + 1);
  expect(await axeViolations(page)).toEqual([]);
});
