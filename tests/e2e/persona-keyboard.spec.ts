import { expect, type Page, test } from '@playwright/test';
import type { Entry, PersonaDoc } from '../../shared/boards/persona/model';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const persona = async (): Promise<PersonaDoc> => (await home.steps.doc()) as unknown as PersonaDoc;
const press = (key: string) => page.keyboard.press(key);
/** Chooses something as the palette and the outline do. */
const choose = (kind: string, id: string) => page.evaluate((target) => window.__board!.reveal(target), { kind, id });
const entriesIn = async (block: string): Promise<readonly Entry[]> =>
  Object.values<Entry>((await persona()).entries)
    .filter((entry) => entry.block === block)
    .sort((a, b) => (a.order < b.order ? -1 : 1));

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('a persona is started from a template by keys alone, and its page takes the keyboard', async () => {
  await press('Control+Shift+n');
  const dialog = page.getByRole('dialog', { name: 'Nouveau persona' });
  await expect(dialog.getByLabel('Nom', { exact: true })).toBeFocused();
  await page.keyboard.type('Nadia Essai');
  await press('Tab');
  await press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Acheteur professionnel/ })).toBeChecked();
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Nadia Essai' })).toHaveAttribute('aria-selected', 'true');
  await page.waitForFunction(() => {
    const board = window.__board?.session.store.getState();
    return board?.editable && (board.doc.info as { name?: string }).name === 'Nadia Essai';
  });
  expect(Object.keys((await persona()).blocks)).toContain('criteria');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
});

test('entries are captured one after the other, and Tab goes on to the next block', async () => {
  await choose('block', 'objectives');
  await press('Enter');
  await page.keyboard.type('Tenir le budget');
  await press('Enter');
  await page.keyboard.type('Signer avant juin');
  await press('Tab');
  await page.keyboard.type('Une panne');
  await press('Enter');
  await press('Escape');
  expect((await entriesIn('objectives')).map(({ text }) => text)).toEqual(['Tenir le budget', 'Signer avant juin']);
  expect((await entriesIn('triggers')).map(({ text }) => text)).toEqual(['Une panne']);
});

test('an entry is moved, proved, copied and deleted by keys, and every step is taken back', async () => {
  const [first] = await entriesIn('objectives');
  await choose('entry', first?.id ?? '');
  await press('Alt+ArrowDown');
  expect((await entriesIn('objectives')).map(({ text }) => text)).toEqual(['Signer avant juin', 'Tenir le budget']);
  await press('Alt+ArrowRight');
  expect((await entriesIn('triggers')).map(({ text }) => text)).toEqual(['Tenir le budget', 'Une panne']);
  await press('p');
  expect((await persona()).entries[first?.id as Entry['id']]?.evidence).toBe('verbatim');
  await press('Control+d');
  expect(await entriesIn('triggers')).toHaveLength(3);
  await press('Delete');
  expect(await entriesIn('triggers')).toHaveLength(2);
  for (let left = 5; left > 0; left--) await press('Control+z');
  expect((await entriesIn('objectives')).map(({ text }) => text)).toEqual(['Tenir le budget', 'Signer avant juin']);
  expect((await persona()).entries[first?.id as Entry['id']]?.evidence).toBeNull();
});

test('a source is added for the chosen entry, which cites it; the page says how strong it is', async () => {
  const [first] = await entriesIn('objectives');
  await choose('entry', first?.id ?? '');
  await press('Shift+E');
  await press('Control+i');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await inspector.getByLabel('Titre').fill('Entretien 1');
  await expect.poll(async () => Object.values((await persona()).evidence)).toHaveLength(1);
  const doc = await persona();
  const [source] = Object.values(doc.evidence);
  expect(source).toMatchObject({ title: 'Entretien 1', kind: 'interview' });
  expect(doc.entries[first?.id as Entry['id']]).toMatchObject({ evidence: 'verbatim', cites: [source?.id] });
  await choose('block', 'objectives');
  await expect(inspector.getByRole('button', { name: /Entretien 1/ })).toBeVisible();
  await expect(inspector).toContainText('1 ligne sur 2 sourcée');
  const open = inspector.getByRole('region', { name: 'À vérifier' });
  await expect(open).toContainText('« Signer avant juin » n’a pas encore de source.');
  // The others are listed, and lead to where they stand.
  await open.getByRole('button', { name: 'Une panne', exact: true }).press('Enter');
  await page.waitForFunction((id) => window.__board?.selection()[0]?.id === id, (await entriesIn('triggers'))[0]!.id);
  await expect(open).toContainText('« Une panne » n’a pas encore de source.');
  await expect(page.getByTestId('board-canvas')).toBeFocused();
});

test('the quote has its evidence and its sources, and counts for nothing in the strength', async () => {
  await choose('quote', 'quote');
  await press('Enter');
  await page.keyboard.type('Je signe quand c’est clair');
  await press('Control+Enter');
  await choose('quote', 'quote');
  await press('p');
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  await expect(inspector.getByRole('heading', { name: 'Citation' })).toBeVisible();
  await inspector.getByRole('checkbox', { name: /Entretien 1/ }).press(' ');
  const [source] = Object.values((await persona()).evidence);
  await expect
    .poll(async () => (await persona()).factSlots.quote)
    .toMatchObject({ evidence: 'verbatim', cites: [source?.id] });
  await choose('evidence', source?.id ?? '');
  await expect(inspector.getByRole('button', { name: /^Citation : Je signe/ })).toBeVisible();
  await press('Escape');
  await expect(inspector).toContainText('1 ligne sur 3 sourcée');
});

test('a block of the team’s own is added by its key and named at once', async () => {
  await choose('block', 'objectives');
  await press('b');
  await page.getByRole('menuitem', { name: 'Bloc à vous : nombre' }).focus();
  await press('Enter');
  // The menu closes first.
  await expect(page.locator('textarea:focus')).toBeVisible();
  await page.keyboard.type('Contrats');
  await press('Enter');
  const blocks = Object.values((await persona()).blocks);
  expect(blocks.find(({ title }) => title === 'Contrats')).toMatchObject({ kind: 'number', visible: true });
});

test('a portrait is made by keys: another one at random, then one part by hand', async () => {
  await choose('portrait', 'portrait');
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Portrait en papier découpé' });
  await dialog.getByRole('button', { name: 'Un autre, au hasard' }).press('Enter');
  const skin = dialog.getByRole('group', { name: 'Peau' });
  await skin.getByRole('radio', { name: 'Couleur 3', exact: true }).press(' ');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Prendre ce portrait' }).press('Enter');
  await expect.poll(async () => (await persona()).info.portrait).toMatchObject({ skin: '#F3C7A4' });
});

test('the page with its panel is sound for assistive technology', async () => {
  await press('Escape');
  expect(await axeViolations(page)).toEqual([]);
});
