import { expect, type Page, test } from '@playwright/test';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { axeViolations } from './axe';
import { type JourneyApp, startJourney } from './journeySteps';

// Each test goes on from the page as the one before left it.
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
const persona = async (): Promise<PersonaDoc> => (await home.steps.doc()) as unknown as PersonaDoc;
const press = (key: string) => page.keyboard.press(key);
const rows = () => page.getByRole('row');
const row = (name: string) => rows().filter({ has: page.getByRole('rowheader', { name }) });
/** Writes a text of the page as a person does: chosen, Enter, typed, Enter. */
async function write(kind: string, id: string, text: string): Promise<void> {
  await page.evaluate((target) => window.__board!.reveal(target), { kind, id });
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type(text);
  await press('Control+Enter');
}
async function name(version: string): Promise<void> {
  await press('Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Enregistrer une version' });
  await expect(dialog.getByLabel('Nom de la version')).toBeFocused();
  await page.keyboard.type(version);
  await press('Enter');
  await expect(dialog).toBeHidden();
}

let original: PersonaDoc;

test.beforeAll(async () => {
  home = await startJourney();
  page = home.page;
  await page.getByRole('button', { name: 'Modifier Solène, 36 ans' }).click();
  await page.waitForFunction(() => {
    const board = window.__board?.session.store.getState();
    return board?.editable && board.doc.kind === ('persona' as string);
  });
  await page.getByTestId('board-canvas').focus();
  original = await persona();
});
test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
});

test('keys alone: a version is named, the page goes on, and both are compared field by field', async () => {
  await name('Avant les entretiens');
  await write('tagline', 'tagline', 'La coureuse qui veut courir vite');
  await write('quote', 'quote', 'Battre mon record');
  await press('Shift+H');
  await expect(page.getByRole('heading', { level: 1, name: 'Solène Marchand, versions' })).toBeFocused();
  // What was edited meanwhile has been kept by itself.
  await expect(page.getByRole('heading', { name: '2 versions' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /A.*v1, Avant les entretiens/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /B.*Maintenant/ })).toBeChecked();
  await expect(page.getByRole('columnheader', { name: /2 écarts/ })).toContainText('2 modifiés');
  const tagline = row('Formule');
  await expect(tagline.locator('del')).toHaveText([/pas comparer/]);
  await expect(tagline.locator('ins')).toHaveText([/vite/]);
  await expect(row('Citation').locator('ins')).toHaveText(['Battre mon record']);
  await expect(page.getByText('champs identiques').filter({ hasText: 'Nom, Portrait' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  // In a dark room too.
  await press('l');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projectorDark');
  expect(await axeViolations(page)).toEqual([]);
  await press('l');
});

test('what is the same is shown on demand', async () => {
  await expect(row('Freins')).toHaveCount(0);
  const same = page.getByRole('button', { name: 'Montrer l’identique' });
  await same.press('Enter');
  await expect(same).toHaveAttribute('aria-pressed', 'true');
  await expect(row('Freins')).toContainText('Le jargon des fiches techniques');
  await expect(rows().filter({ has: page.getByRole('rowheader', { name: /^Type/ }) })).toContainText('Principal');
  expect(await axeViolations(page)).toEqual([]);
  await same.press('Enter');
});

test('by mouse: one field is taken over from A, and taken back', async () => {
  await page.getByRole('button', { name: 'Reprendre de A : Citation' }).click();
  await expect(row('Citation')).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: /1 écart/ })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await press('Control+z');
  await expect(row('Citation')).toHaveCount(1);
});

test('a version is restored whole as one step, which is a version too', async () => {
  await page.getByRole('button', { name: 'Restaurer toute la v1' }).press('Enter');
  await expect(page.getByText('Ces deux versions disent la même chose.')).toBeVisible();
  await expect(page.getByText('Retour à la v1').first()).toBeVisible();
  await press('Escape');
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
  expect(await persona()).toEqual(original);
  await press('Control+z');
  expect((await persona()).info).toMatchObject({ quote: 'Battre mon record' });
  await press('Control+y');
  expect(await persona()).toEqual(original);
});

test('any two versions are compared; arrows choose them; one is renamed, one deleted and brought back', async () => {
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const first = page.getByRole('radio', { name: /A.*v1, Avant les entretiens/ });
  await first.check();
  const second = page.getByRole('radio', { name: /B.*v2/ });
  await second.check();
  await expect(first).toBeChecked();
  await expect(row('Citation')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Reprendre de A/ })).toHaveCount(0);
  await first.focus();
  await press('ArrowUp');
  await expect(page.getByRole('radio', { name: /A.*v2/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /B.*Maintenant/ })).toBeChecked();
  await press('ArrowDown');
  await page.getByRole('button', { name: 'Nommer la v1' }).press('Enter');
  await page.keyboard.type('Octobre');
  await press('Enter');
  await expect(page.getByRole('radio', { name: /A.*v1, Octobre/ })).toBeChecked();
  await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
  await expect(page.getByRole('radio', { name: /v1, Octobre/ })).toHaveCount(0);
  await press('Control+z');
  await expect(page.getByRole('radio', { name: /A.*v1, Octobre/ })).toHaveCount(1);
  await press('Escape');
});

test('the versions are there again after the app was left and started anew', async () => {
  await write('tagline', 'tagline', 'Encore autre chose');
  await press('Control+Shift+h');
  await expect(page.getByRole('heading', { level: 1, name: 'Ateliers' })).toBeVisible();
  await page.reload();
  await page
    .getByRole('button', { name: /^Ouvrir Changer de chaussures|^Ouvrir / })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Solène' }).click();
  await page.waitForFunction(() => {
    const board = window.__board?.session.store.getState();
    return board?.editable && board.doc.kind === ('persona' as string);
  });
  await press('Shift+H');
  await expect(page.getByRole('radio', { name: /A.*v1, Octobre/ })).toHaveCount(1);
  await expect(page.getByText(/^aujourd’hui/).first()).toBeVisible();
});

test('old save points that lie close together are folded; one of them is found by keys and restored', async () => {
  await press('Escape');
  const texts = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'];
  for (const text of texts) {
    await write('tagline', 'tagline', `${text} mots`);
    await page.evaluate(() => window.__personarium?.versions.settle());
  }
  await page.evaluate(async (age) => {
    const request = indexedDB.open('personarium');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const transaction = request.result.transaction('versions', 'readwrite');
    const cursor = transaction.objectStore('versions').openCursor();
    cursor.onsuccess = () => {
      const found = cursor.result;
      if (!found) return;
      found.update({ ...found.value, at: found.value.at - age });
      found.continue();
    };
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    request.result.close();
  }, 400 * 86_400_000);
  await write('tagline', 'tagline', 'Bien plus tard');
  await press('Shift+H');
  const fold = page.getByRole('button', { name: /^\d+ autres versions v\d+ à v\d+$/ }).first();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('radio', { name: /A.*v1, Octobre/ })).toHaveCount(1);
  expect(await axeViolations(page)).toEqual([]);
  const lines = page.getByRole('radio', { name: /\(A\)/ });
  const folded = await lines.count();
  await fold.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  const open = await lines.count();
  expect(open - folded).toBe(Number(/^\d+/.exec((await fold.textContent()) ?? '')?.[0]));
  // Down from the latest, line by line, to the one that was wanted.
  await lines.first().focus();
  const wanted = page.locator('ins, del, td').filter({ hasText: 'Deux mots' }).first();
  for (let at = 0; at < open && (await wanted.count()) === 0; at += 1) await press('ArrowDown');
  await expect(wanted).toBeVisible();
  const chosen = page.getByRole('button', { name: /^Restaurer toute la v/ });
  await chosen.press('Enter');
  await expect(page.getByText('Ces deux versions disent la même chose.')).toBeVisible();
  await press('Escape');
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
  expect((await persona()).info.tagline).toBe('Deux mots');
});

test('by mouse: the menu of the tab saves a version under a name', async () => {
  await press('Escape');
  await page.getByRole('tab', { name: 'Solène' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Enregistrer une version…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enregistrer une version' });
  await dialog.getByLabel('Nom de la version').fill('Pour le comité');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Version « Pour le comité » enregistrée')).toBeVisible();
});

test('translations that changed are compared, and taken over from A', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('traductions');
  await press('Enter');
  const lines = page.getByRole('dialog', { name: 'Traductions' }).getByRole('listitem');
  await lines.filter({ hasText: 'Battre mon record' }).or(lines).first().getByRole('textbox').fill('Beat my record');
  await press('Enter');
  await press('Escape');
  await press('Shift+H');
  await expect(row('Traductions')).toContainText('Beat my record');
  await page.getByRole('button', { name: /^Reprendre de A.: Traductions$/ }).click();
  await expect(row('Traductions')).toHaveCount(0);
  expect((await persona()).translations).toEqual({});
  await press('Control+z');
  await expect(row('Traductions')).toContainText('Beat my record');
  await press('Escape');
});

test('in English, in a small window: said in words, and nothing stands outside', async () => {
  const english = await startJourney({ width: 1280, height: 720 }, 'en');
  const other = english.page;
  await other.getByRole('button', { name: /^Edit Solène/ }).click();
  await other.waitForFunction(() => {
    const board = window.__board?.session.store.getState();
    return board?.editable && board.doc.kind === ('persona' as string);
  });
  await other.getByRole('button', { name: 'Versions' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Solène Marchand, versions' })).toBeFocused();
  await expect(other.getByText('No version kept so far.', { exact: false })).toBeVisible();
  await other.getByRole('button', { name: 'Save a version…' }).press('Enter');
  await other.getByLabel('Name of the version').fill('Before the interviews');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('radio', { name: /A.*v1, Before the interviews/ })).toBeChecked();
  await expect(other.getByText('These two versions say the same.')).toBeVisible();
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await axeViolations(other)).toEqual([]);
  expect(english.problems).toEqual([]);
  await english.close();
});
