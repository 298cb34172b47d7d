import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type {} from '../../renderer/editor/boardHook';
import type { AssetHash, NewId, PersonaId } from '../../shared/base/ids';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { sha256 } from '../../shared/file/sha256';
import { personaNamed } from '../../shared/sample/samplePersonas';
import { PNG } from '../support/workshopBundles';
import { axeViolations } from './axe';
import { findTraces, traces } from './diskSearch';
import { board, goHome, type HomeApp, startHome } from './homeSteps';
import { freshProfile, removeProfile } from './launch';

/** A persona, a sentence and two pictures of it that nothing else looks like; erased, they are in no file of the profile any more. */
test.describe.configure({ mode: 'serial' });

const NAME = 'Ysoline Quarzembrouck';
const SENTENCE = 'Grenouilles violettes sur bicyclettes tordues.';
/** What it was called before, which a version of it still says. */
const BEFORE = 'Philiberte Wuxhandler';
const VERSION = 'Avant Kerzhadiou';
const TRANSLATION = 'Purple frogs riding Xyloquist bicycles.';
const TAG = 'Zwanzigplex';
const LATER = 'Phrase ajoutée plus tard par Wilgeforte Zaxby.';
/** A picture that browsers draw, with bytes behind it that stand nowhere else. */
const picture = (size: number): Buffer => Buffer.concat([PNG, randomBytes(size)]);
const large = picture(240_000);
const small = picture(6_000);
const wanted = traces(
  {
    name: NAME,
    sentence: SENTENCE,
    later: LATER,
    before: BEFORE,
    version: VERSION,
    translation: TRANSLATION,
    tag: TAG,
  },
  { large: large.subarray(5_000, 5_032), small: small.subarray(3_000, 3_032) },
);

let userData: string;
let home: HomeApp;
let page: Page;

interface Store {
  readonly addDoc: (id: string, doc: unknown) => Promise<{ ok: boolean }>;
  readonly keepAsset: (bytes: Uint8Array) => Promise<unknown>;
  readonly snapshotNow: (id: string, reason: string) => Promise<{ ok: boolean }>;
  readonly library: { getState: () => { workshops: readonly { id: string }[] } };
}

const cells = () => page.getByRole('gridcell');
const cell = (name: string) => cells().filter({ hasText: name });
const toLibrary = () =>
  page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' }).click();

/** Puts a persona with a photograph into the store, as an import does. */
async function addPersona(
  id: string,
  { name, more = {} }: { readonly name: string; readonly more?: Partial<PersonaDoc['info']> },
  photo: Buffer,
): Promise<void> {
  let made = 0;
  const newId = (() => {
    made += 1;
    return `${id}-${made}`;
  }) as NewId;
  const doc = personaNamed('runner', 'fr', newId);
  const asset = sha256(photo) as AssetHash;
  const info = { ...doc.info, name, quote: SENTENCE, photo: { asset, width: 1, height: 1, alt: name }, ...more };
  const saidAs = { where: 'info', entityId: '', field: 'quote', lang: 'en', source: SENTENCE, text: TRANSLATION };
  const translations = { [`${id}-quote`]: { id: `${id}-quote`, ...saidAs } };
  await page.evaluate(
    async ([docId, json, bytes]) => {
      const store = (window as unknown as { __personarium: Store }).__personarium;
      await store.keepAsset(Uint8Array.from(atob(bytes as string), (sign) => sign.charCodeAt(0)));
      await store.addDoc(docId as string, json);
    },
    [id satisfies string as PersonaId, { ...doc, info, translations }, photo.toString('base64')] as const,
  );
}

const backUp = () =>
  page.evaluate(async () => {
    const store = (window as unknown as { __personarium: Store }).__personarium;
    const [workshop] = store.library.getState().workshops;
    return (await store.snapshotNow(workshop?.id ?? '', 'asked')).ok;
  });

test.beforeAll(async () => {
  userData = await freshProfile();
  home = await startHome({ userData });
  page = home.page;
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await goHome(page);
  await addPersona('canary', { name: BEFORE, more: { tags: [TAG] } }, large);
  await addPersona('canary2', { name: `${NAME} bis` }, small);
});

test.afterAll(async () => {
  await home.close();
  await removeProfile(userData);
});

test('it has a version, another name since, and a saved filter of its own', async () => {
  await toLibrary();
  await page.getByRole('group', { name: 'Étiquettes' }).getByRole('checkbox', { name: TAG }).check();
  await page.getByRole('button', { name: 'Enregistrer ces filtres…' }).click();
  await page.getByRole('textbox', { name: 'Nom du filtre' }).fill('À revoir');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Retirer le filtre ${TAG}` }).click();
  await cell(BEFORE).press('Enter');
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
  await board(page).focus();
  await page.keyboard.press('Shift+S');
  await expect(page.getByLabel('Nom de la version')).toBeFocused();
  await page.keyboard.type(VERSION);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const [line, text] of [
    ['name', NAME],
    ['tagline', LATER],
  ] as const) {
    await page.evaluate((kind) => window.__board!.reveal({ kind, id: kind }), line);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
  }
  await page.keyboard.press('Control+Shift+H');
  await expect(cell(NAME)).toHaveCount(2);
});

test('what will be erased lies in the database, the journal and a backup', async () => {
  await toLibrary();
  await cell(NAME).filter({ hasNotText: 'bis' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Utilisé dans…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Lier à/ })
    .first()
    .click();
  // Stored: a backup takes what the rows say.
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Retirer de/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await backUp()).toBe(true);
  const found = await findTraces(userData, wanted);
  for (const place of [/^IndexedDB/, /^journal/, /^backups/])
    expect(found.filter((line) => place.test(line)).length).toBeGreaterThan(1);
  expect(found).toContain('preferences.json: tag');
  for (const name of Object.keys(wanted)) expect(found.some((line) => line.endsWith(`: ${name}`))).toBe(true);
});

test('the question says what goes, what shows it, and that nothing takes it back', async () => {
  const linked = cell(NAME).filter({ hasNotText: 'bis' });
  await linked.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Effacer pour toujours…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: `Effacer ${NAME} pour toujours` });
  await expect(question).toContainText('Rien ne peut annuler ce geste.');
  await expect(question.getByRole('listitem')).toHaveCount(1);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(linked).toHaveCount(1);
});

test('erased from the library and from the trash, nothing of it is in any file', async () => {
  await cell(`${NAME} bis`).focus();
  await page.keyboard.press('Delete');
  await expect(cell(`${NAME} bis`)).toHaveCount(0);
  await page.getByRole('button', { name: /^Corbeille/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: `${NAME} bis` })).toContainText('Supprimé');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Vider…' }).click();
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden({ timeout: 120_000 });
  await expect(page.getByRole('heading', { name: 'La corbeille est vide' })).toBeVisible();
  await expect(page.getByText('Persona effacé.', { exact: true })).toBeVisible();
  const half = await findTraces(userData, wanted);
  expect(half.filter((line) => line.endsWith(': small'))).toEqual([]);
  expect(half.some((line) => line.endsWith(': large'))).toBe(true);

  await page.getByRole('main').getByRole('button', { name: 'Retour à la bibliothèque' }).first().click();
  await cell(NAME).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Effacer pour toujours…' }).click();
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden({ timeout: 120_000 });
  await expect(cell(NAME)).toHaveCount(0);
  await expect(page.getByText('Persona effacé.', { exact: true })).toBeVisible();
  expect(await findTraces(userData, wanted)).toEqual([]);
  expect(home.problems).toEqual([]);
});

test('nor is it after a restart, and everything else is there', async () => {
  await home.close();
  expect(await findTraces(userData, wanted)).toEqual([]);
  home = await startHome({ userData });
  page = home.page;
  await toLibrary();
  await expect(cell('Solène Marchand')).toHaveCount(1);
  await expect(cells()).toHaveCount(2);
  expect(await findTraces(userData, wanted)).toEqual([]);
  expect(home.problems).toEqual([]);
});

test('an erasure that a power cut stops is finished by the next start', async () => {
  await addPersona('canary3', { name: NAME }, large);
  // The backups, which come after the documents, never answer: the erasure stops there until the power goes.
  await home.app.evaluate(({ ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, () => Promise<unknown>> })._invokeHandlers;
    if (!handlers.has('snapshotList')) throw new Error('no channel of backups');
    handlers.set('snapshotList', () => new Promise(() => undefined));
  });
  await cell(NAME).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Effacer pour toujours…' }).click();
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
  // Once it is noted what is to be erased, nothing stops it for good.
  const noted = async () => JSON.parse(await readFile(join(userData, 'preferences.json'), 'utf8')).erasing?.length ?? 0;
  await expect.poll(noted).toBe(1);
  await home.kill();
  expect((await findTraces(userData, wanted)).length).toBeGreaterThan(0);
  home = await startHome({ userData });
  page = home.page;
  await expect.poll(() => findTraces(userData, wanted), { timeout: 120_000 }).toEqual([]);
  await toLibrary();
  await expect(cell('Solène Marchand')).toHaveCount(1);
  await expect(cell(NAME)).toHaveCount(0);
});
