import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import type { NewId, PersonaId } from '../../shared/base/ids';
import type { Block, PersonaDoc } from '../../shared/boards/persona/model';
import { personaNamed, SAMPLE_PERSONAS } from '../../shared/sample/samplePersonas';
import { axeViolations } from './axe';
import { board, chooseOnCard, goHome, type HomeApp, startHome } from './homeSteps';
import { journeySteps, type Spot } from './journeySteps';

/** One app for all of it, each test in the state the one before left. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;
/** Somebody no workshop links. */
let name: string;
const idOf = (name: string) => `e2e-persona-${name}` as PersonaId;

const press = (key: string) => page.keyboard.press(key);
const cell = (name: string) => page.getByRole('gridcell').filter({ hasText: name });
const library = () => page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' });
const libraryHeading = () => page.getByRole('heading', { level: 1, name: 'Bibliothèque' });
const persona = () => page.evaluate(() => window.__board!.session.store.getState().doc as unknown as PersonaDoc);
/** The blocks that are shown, in order. Ids of blocks of the team's own are new on each page. */
const pageOf = (doc: PersonaDoc) =>
  Object.values<Block>(doc.blocks)
    .filter(({ visible }) => visible)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ kind, title, prompt }) => [kind, title, prompt]);
const pageIsReady = (name: string) =>
  page.waitForFunction((wanted) => {
    const state = window.__board?.session.store.getState();
    return state?.editable && (state.doc.info as { name?: string }).name === wanted;
  }, name);

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-alone-'));
  home = await startHome();
  page = home.page;
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  let made = 0;
  const newId = (() => {
    made += 1;
    return `e2e-${made}`;
  }) as NewId;
  const people = SAMPLE_PERSONAS.map((one) => [idOf(one), personaNamed(one, 'fr', newId)] as const);
  const original = people.find(([, { info }]) => info.name === 'Karim Haddad')?.[1];
  if (!original) throw new Error('the sample has no Karim Haddad');
  const twin: PersonaDoc = { ...original, info: { ...original.info, name: 'Zoé Égal' } };
  const docs = [...people, ['e2e-twin' as PersonaId, twin] as const];
  await page.evaluate(async (all) => {
    const store = (window as unknown as { __personarium: { addDoc: (id: string, doc: unknown) => Promise<unknown> } })
      .__personarium;
    for (const [id, doc] of all) await store.addDoc(id, doc);
  }, docs);
  await library().click();
  await expect(libraryHeading()).toBeVisible();
  await expect(page.getByRole('gridcell')).toHaveCount(docs.length + 2);
  name = (await page.getByRole('gridcell').first().getByRole('heading').textContent()) ?? '';
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('keys alone: a persona that no workshop links opens as a page that is edited, undone and saved', async () => {
  await page.getByRole('gridcell').first().focus();
  await press('Enter');
  await pageIsReady(name);
  await expect(board(page)).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Revenir à la bibliothèque' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ajouter un tableau' })).toHaveCount(0);
  await page.evaluate(() => window.__board!.reveal({ kind: 'tagline', id: 'tagline' }));
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type('Une autre formule');
  await press('Control+Enter');
  expect((await persona()).info.tagline).toBe('Une autre formule');
  await press('Control+z');
  expect((await persona()).info.tagline).not.toBe('Une autre formule');
  await press('Control+y');
  await press('Escape');
  await press('Control+i');
  await press('Control+l');
  await expect(page.getByRole('complementary', { name: 'Inspecteur' })).toContainText('Solidité de la fiche');
  await expect(page.getByRole('complementary', { name: 'Plan du tableau' })).toContainText('Une autre formule');
  await expect(page.getByText(/^Enregistré ici/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('the inspector says quietly what to look at', async () => {
  const inspector = page.getByRole('complementary', { name: 'Inspecteur' });
  const findings = inspector.getByRole('region', { name: 'À regarder' });
  await expect(findings).toContainText('Ne sert dans aucune carte.');
  // Its twin in the library, which no workshop links either, is found when there is time for it.
  await expect(findings).toContainText('à Karim Haddad');
});

test('nothing that needs a workshop is offered; the palette says the same', async () => {
  await press('Control+Shift+l');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('lier un persona');
  await expect(page.getByRole('option', { name: /Lier un persona existant/ })).toHaveCount(0);
  await press('Escape');
});

test('its poster is exported, with personal data told first and the way to it', async () => {
  const [entry] = Object.values((await persona()).entries);
  await page.evaluate((id) => window.__board!.reveal({ kind: 'entry', id }), entry!.id as string);
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type('Appeler Marie au 06 12 34 56 78');
  await press('Control+Enter');
  await press('Control+e');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier d’affiches' })).toBeFocused();
  const file = join(folder, 'affiche.pdf');
  await home.answerSave(file);
  await page.getByRole('button', { name: /^Exporter 1/ }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Une donnée personnelle ?' });
  await expect(dialog).toContainText('06 12 34 56 78');
  await expect(dialog).toContainText('Numéro de téléphone');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Y aller.*06 12 34 56 78/ }).press('Enter');
  await expect(board(page)).toBeVisible();
  await page.waitForFunction((id) => window.__board?.selection().some((one) => one.id === id), entry!.id as string);
  await expect(stat(file)).rejects.toThrow();
  await press('Control+e');
  await page.getByRole('button', { name: /^Exporter 1/ }).click();
  await page.getByRole('button', { name: 'Exporter quand même' }).click();
  await expect(page.getByText(/affiche enregistrée/)).toBeVisible({ timeout: 120_000 });
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  // What was let go is not asked about twice.
  await rm(file);
  await page.getByRole('button', { name: /^Exporter 1/ }).click();
  const isWritten = () =>
    stat(file).then(
      () => true,
      () => false,
    );
  await expect.poll(isWritten).toBe(true);
  await expect(page.getByText(/affiche enregistrée/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await press('Escape');
});

test('its page becomes a template, which starts the next persona from the library', async () => {
  await expect(board(page)).toBeVisible();
  await press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('enregistrer comme modèle');
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Enregistrer comme modèle' });
  await expect(dialog.getByLabel('Nom du modèle')).toBeFocused();
  await page.keyboard.type('Nos clients pressés');
  await press('Enter');
  await expect(page.getByText('Modèle « Nos clients pressés » enregistré')).toBeVisible();
  const blocks = pageOf(await persona());
  await press('Control+Shift+h');
  await expect(libraryHeading()).toBeVisible();
  await page.getByRole('button', { name: 'Modèles de persona' }).click();
  await page.getByRole('menuitem', { name: 'Nos clients pressés' }).click();
  await pageIsReady('Nouveau persona');
  const made = await persona();
  expect(pageOf(made)).toEqual(blocks);
  expect(Object.keys(made.entries)).toHaveLength(0);
});

test('by mouse: the logo leads back to the library, where the page is as it was left', async () => {
  await page.getByRole('button', { name: 'Revenir à la bibliothèque' }).click();
  await expect(libraryHeading()).toBeVisible();
  await cell(name).dblclick();
  await pageIsReady(name);
  expect((await persona()).info.tagline).toBe('Une autre formule');
  await press('Control+Shift+h');
  await expect(libraryHeading()).toBeVisible();
});

test('the second click of a slow double click in the library writes nothing on the page that the first one opened', async () => {
  await cell(name).click();
  await pageIsReady(name);
  const { keys, spot } = journeySteps(page);
  const entries: Spot[] = [];
  for (const key of await keys('entry')) entries.push(await spot(key));
  await press('Control+Shift+h');
  await expect(libraryHeading()).toBeVisible();
  // Where the page has an entry, which a double click would let one write, the library has a card.
  const { at, there } = await page.evaluate((spots) => {
    const cards = spots.map((at) => ({
      at,
      card: document.elementFromPoint(at.x, at.y)?.closest('[role="gridcell"]'),
    }));
    const { at, card } = cards.find((one) => one.card)!;
    return { at, there: card!.querySelector('h2, h3, h4')?.textContent ?? '' };
  }, entries);
  await page.mouse.click(at.x, at.y);
  await expect(board(page)).toBeVisible();
  await pageIsReady(there);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  // A text that is being written would keep these keys to itself.
  await press('Control+Shift+h');
  await expect(libraryHeading()).toBeVisible();
});

test('keys alone: an existing persona is linked to a workshop, found whatever its accents', async () => {
  await page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Ateliers' }).click();
  await page.locator('[data-card]').first().focus();
  await press('Enter');
  await expect(board(page)).toBeVisible();
  await press('Control+Shift+l');
  const dialog = page.getByRole('dialog', { name: 'Lier un persona existant' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  await page.keyboard.type(plain);
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await press('Enter');
  await pageIsReady(name);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: name.split(' ')[0]! })).toHaveAttribute('aria-selected', 'true');
  await press('Control+z');
  await expect(page.getByRole('tab', { name: name.split(' ')[0]! })).toHaveCount(0);
});

test('by mouse: the plus of the tabs links one too, and those that are linked say so', async () => {
  await page.getByRole('button', { name: 'Ajouter un tableau' }).click();
  await page.getByRole('button', { name: 'Lier un persona existant…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lier un persona existant' });
  await expect(dialog.getByRole('option', { name: /Solène Marchand/ }).first()).toBeVisible();
  await expect(dialog.getByRole('option', { disabled: true }).first()).toContainText('déjà dans l’atelier');
  await dialog.getByRole('option').filter({ hasText: name }).click();
  await pageIsReady(name);
});

test('own templates stand beside those of the app when a persona is added; renamed, deleted, brought back', async () => {
  await press('Control+Shift+n');
  const dialog = page.getByRole('dialog', { name: 'Nouveau persona' });
  await dialog.getByRole('radio', { name: /Nos clients pressés/ }).check();
  const field = dialog.getByLabel('Renommer le modèle');
  await field.fill('Clients pressés');
  await field.press('Tab');
  await expect(dialog.getByRole('radio', { name: /^Clients pressés/ })).toBeChecked();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /Clients pressés/ })).toHaveCount(0);
  await dialog.getByRole('status').getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(dialog.getByRole('radio', { name: /Clients pressés/ })).toHaveCount(1);
  await press('Escape');
});

test('a copy of the workshop asks about personal data as well', async () => {
  const file = join(folder, 'copie.personarium');
  await home.answerSave(file);
  await page.evaluate(() => window.__board!.reveal({ kind: 'quote', id: 'quote' }));
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type('Écrivez à zoe@exemple.fr');
  await press('Control+Enter');
  const quoted = await page.evaluate(() => window.__board!.session.docId);
  // From the list of workshops the way there opens the workshop, on the page and the field.
  await goHome(page);
  const title = (await page.locator('[data-card]').first().textContent()) ?? '';
  await chooseOnCard(page, title, 'Enregistrer une copie…');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: /^Y aller.*zoe@exemple.fr/ }).press('Enter');
  await page.waitForFunction(
    (id) => window.__board?.session.docId === id && window.__board.selection().some(({ kind }) => kind === 'quote'),
    quoted,
  );
  await press('Control+Shift+s');
  await expect(dialog).toContainText('zoe@exemple.fr');
  await dialog.getByRole('button', { name: 'Enregistrer quand même' }).press('Enter');
  await expect(page.getByText(/copie\.personarium/)).toBeVisible();
  expect((await stat(file)).size).toBeGreaterThan(1000);
});
