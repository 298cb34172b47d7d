import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type {} from '../../renderer/editor/boardHook';
import type { NewId, PersonaId } from '../../shared/base/ids';
import type { Entry, EvidenceItem, PersonaDoc } from '../../shared/boards/persona/model';
import { personaNamed } from '../../shared/sample/samplePersonas';
import { customersCsv } from '../support/customersCsv';
import { axeViolations } from './axe';
import { board, createWorkshop, goHome, type HomeApp, startHome } from './homeSteps';
import {
  chooseOption,
  expectCounts,
  filterByValues,
  giveFile,
  openTableScreen,
  segmentCount,
  typeOf,
} from './tableSteps';

test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;
const clients = { name: 'clients-2026.csv', content: customersCsv() };

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-tables-'));
  home = await startHome();
  page = home.page;
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

const pastedText = () => home.app.evaluate(({ clipboard }) => clipboard.readText());

test('the screen opens from the palette, and a file is recognised by itself', async () => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('explorer');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Partez de vraies réponses' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await giveFile(page, clients);
  await expect(page.getByRole('heading', { name: 'clients-2026.csv' })).toBeVisible();
  await expect(
    page.getByText('Point-virgule, UTF-8, virgule décimale, dates jour/mois/année\u00A0: reconnus seuls'),
  ).toBeVisible();
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  const types = {
    age: 'number',
    genre: 'category',
    depense: 'number',
    dernier_achat: 'date',
    note: 'rating',
    email: 'email',
  };
  for (const [column, type] of Object.entries(types)) await expect(typeOf(page, column)).toHaveValue(type);
  await expect(page.getByText('Donnée directe\u00A0: ni lue, ni gardée')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('@exemple.fr');
  expect(await axeViolations(page)).toEqual([]);
});

test('every refused row is told with its line, its column, its value and the reason', async () => {
  const list = page.getByRole('region', { name: '4 lignes refusées' }).getByRole('row');
  await expect(list.nth(1)).toHaveText(/Ligne 47.*dernier_achat.*31\/02\/2026.*Cette date n’existe pas/);
  await expect(list.nth(2)).toHaveText(/Ligne 212.*age.*336.*Hors de 0 à 120/);
  await expect(list.nth(3)).toHaveText(/Ligne 609.*note.*11.*Hors de 0 à 10/);
  await expect(list.nth(4)).toHaveText(/Ligne 880.*9 champs.*un séparateur de trop/);
});

test('a refused cell is corrected by keyboard; a line that still does not fit says so', async () => {
  await page.getByRole('button', { name: 'Corriger la ligne 212' }).press('Enter');
  await page.keyboard.type('36');
  await page.keyboard.press('Enter');
  await expectCounts(page, '1\u202F284', '1\u202F281', '3');
  await page.getByRole('button', { name: 'Corriger la ligne 880' }).click();
  const field = page.getByLabel('Nouvelle valeur, ligne 880');
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText('9 champs au lieu de 8\u00A0: un séparateur de trop')).toBeVisible();
  await field.fill((await field.inputValue()).replace(';;', ';'));
  await field.press('Enter');
  await expectCounts(page, '1\u202F284', '1\u202F282', '2');
  await page.getByRole('button', { name: 'Laisser de côté la ligne 609' }).click();
  await expect(page.getByRole('button', { name: 'Reprendre la ligne 609' })).toBeVisible();
});

test('the list of refusals is saved as a file', async () => {
  const path = join(folder, 'refus.csv');
  await home.answerSave(path);
  await page.getByRole('button', { name: 'Liste des refus' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Liste enregistrée\u00A0: refus.csv' })).toBeVisible();
  expect((await readFile(path, 'utf8')).replace('\uFEFF', '').split('\r\n')).toEqual([
    'ligne;colonne;valeur;raison',
    '47;"dernier_achat";"31/02/2026";"Cette date n’existe pas"',
    '609;"note";"11";"Hors de 0 à 10"',
    '',
  ]);
});

test('filters leave a segment, whose figures carry n and an interval', async () => {
  const everybody = await segmentCount(page).innerText();
  await filterByValues(page, 'genre', ['femme']);
  await expect(segmentCount(page)).not.toHaveText(everybody);
  const women = Number((await segmentCount(page).innerText()).replace(/\s/g, ''));
  expect(women).toBeGreaterThan(500);
  await page.getByRole('button', { name: 'Ajouter un filtre' }).click();
  // The larger end first is the same range.
  await page.getByLabel('De', { exact: true }).fill('44');
  await page.getByLabel('À', { exact: true }).fill('30');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Modifier le filtre age 30 à 44\u00A0ans' })).toBeVisible();
  await expect(segmentCount(page)).not.toHaveText(String(women));
  const both = Number(await segmentCount(page).innerText());
  await page.getByRole('radio', { name: 'Au moins un' }).check();
  await expect(segmentCount(page)).not.toHaveText(String(both));
  await page.getByRole('radio', { name: 'Tout', exact: true }).check();
  await expect(segmentCount(page)).toHaveText(String(both));
  await expect(
    page.getByRole('checkbox', { name: new RegExp(`médiane, de 3\\d à 3\\d\\sans, n\\s=\\s${both}`) }),
  ).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /NPS \+\d+ note/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('facts are copied with source, filter, n and interval; no row goes with them', async () => {
  await page
    .getByRole('checkbox', { name: /^3\d[,\d]*\sans age : médiane/ })
    .first()
    .check();
  await page.getByRole('checkbox', { name: /boutique/ }).check();
  await page.getByRole('button', { name: 'Copier 2 faits' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 faits copiés' })).toBeVisible();
  const lines = (await pastedText()).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^age\u00A0: 3\d[,\d]*\u00A0ans \(médiane, de 3\d à 3\d\u00A0ans, n\u00A0=\u00A0\d+\) clients-2026\.csv, \d{4}-\d\d-\d\d, genre\u00A0: femme et age\u00A0: 30 à 44\u00A0ans$/,
  );
  expect(lines[1]).toMatch(/^canal\u00A0: \d+\u00A0% boutique \(\d+ sur \d+, de \d+ à \d+\u00A0%, /);
  // Nobody is there yet to pin them to.
  await expect(page.getByRole('button', { name: 'Aucun persona à qui épingler' })).toBeDisabled();
});

test('a type is changed; what is set aside is neither shown nor counted, and comes back when wanted', async () => {
  await typeOf(page, 'ville').selectOption('ignored');
  await expect(page.getByText('Écartée\u00A0: ni lue, ni gardée')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Nantes');
  await typeOf(page, 'ville').selectOption('text');
  await expect(page.getByText(/^Nantes, \d/).first()).toBeVisible();
  // What was corrected stays corrected although the file was read again.
  await expectCounts(page, '1\u202F284', '1\u202F282', '2');
  await typeOf(page, 'ville').selectOption('number');
  await expect(page.getByText('Ce n’est pas un nombre').first()).toBeVisible();
  await typeOf(page, 'ville').selectOption('category');
  await expectCounts(page, '1\u202F284', '1\u202F282', '2');
});

test('a column shows its statistics', async () => {
  await page.getByRole('button', { name: 'age', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Colonne age' });
  await expect(panel.getByRole('row', { name: /^Médiane \d/ })).toBeVisible();
  await panel.getByLabel('Maximum admis').fill('60');
  await panel.getByLabel('Maximum admis').press('Enter');
  await expect(page.getByText('Hors de 0 à 60').first()).toBeVisible();
  await panel.getByLabel('Maximum admis').fill('120');
  await panel.getByLabel('Maximum admis').press('Enter');
  await expectCounts(page, '1\u202F284', '1\u202F282', '2');
});

test('nothing is kept unless asked; a kept table is listed, opened and deleted', async () => {
  await expect(page.getByText('Rien n’est écrit')).toBeVisible();
  await page.getByRole('button', { name: 'Garder le tableau' }).click();
  await expect(page.getByText('Gardé sur cet ordinateur', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await openTableScreen(page);
  await page.getByRole('button', { name: 'Ouvrir clients-2026.csv' }).click();
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await openTableScreen(page);
  // The same file kept once more is told apart from the first.
  await giveFile(page, clients);
  await page.getByRole('button', { name: 'Garder le tableau' }).click();
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await openTableScreen(page);
  const kept = page.getByRole('region', { name: 'Tableaux gardés' }).getByRole('button', { name: /^Ouvrir/ });
  const first = page.getByRole('button', { name: 'Ouvrir clients-2026.csv', exact: true });
  const second = page.getByRole('button', { name: 'Ouvrir clients-2026.csv (2)', exact: true });
  await expect(kept).toHaveCount(2);
  await expect(first).toBeVisible();
  await page.getByRole('button', { name: 'Effacer clients-2026.csv (2)', exact: true }).click();
  await expect(second).toBeHidden();
  await page
    .getByRole('status')
    .getByRole('button', { name: /Annuler/ })
    .click();
  await second.click();
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await openTableScreen(page);
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Effacer clients-2026.csv' }).first().click();
    await expect(kept).toHaveCount(left);
  }
});

test('wrong encodings, ambiguous dates and decimals: recognised or asked', async () => {
  await openTableScreen(page);
  const latin = Buffer.from('prénom client;ville;dépense\nInès;Rezé;12,50 \x80\nLéa;Orléans;8,00 \x80\n', 'latin1');
  await giveFile(page, { name: 'latin.csv', content: latin });
  await expect(page.getByText('Point-virgule, Windows-1252, virgule décimale\u00A0: reconnus seuls')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Orléans', exact: true })).toBeVisible();
  const utf16 = Buffer.from('\uFEFFachat\tmontant\n03/04/2026\t1,234\n05/06/2026\t2,345\n', 'utf16le');
  await giveFile(page, { name: 'utf16.txt', content: utf16 });
  const question = page.getByRole('region', { name: 'achat\u00A0: comment lire 03/04/2026\u202F?' });
  await expect(question.getByRole('button')).toHaveText(['3 avril 2026', '4 mars 2026']);
  await question.getByRole('button', { name: '3 avril 2026' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: /^1\s234 \(point décimal\)/ }).click();
  await expect(page.getByText('Rien n’est calculé')).toBeHidden();
  await expect(page.getByRole('checkbox', { name: /03\/04\/2026 achat/ })).toBeVisible();
});

test('a workbook is read, sheet by sheet', async () => {
  await openTableScreen(page);
  const sheet = (name: string) =>
    strToU8(
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c></row><row r="2"><c r="A2"><v>12</v></c></row></sheetData></worksheet>`,
    );
  const book = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Couverture" r:id="c"/><sheet name="Un" r:id="a"/><sheet name="Deux" r:id="b"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="c" Target="worksheets/c.xml"/><Relationship Id="a" Target="worksheets/a.xml"/><Relationship Id="b" Target="worksheets/b.xml"/></Relationships>',
    ),
    'xl/worksheets/a.xml': sheet('premier'),
    'xl/worksheets/b.xml': sheet('second'),
    'xl/worksheets/c.xml': strToU8('<worksheet><sheetData/></worksheet>'),
  });
  await giveFile(page, { name: 'classeur.xlsx', content: Buffer.from(book) });
  await expect(page.getByText('Feuille Un\u00A0: reconnus seuls')).toBeVisible();
  await expect(page.getByRole('button', { name: 'premier' })).toBeVisible();
  await page.getByRole('button', { name: 'Réglages de lecture' }).click();
  await page.getByRole('button', { name: /Feuille$/ }).click();
  await page.getByRole('option', { name: 'Deux' }).click();
  await expect(page.getByRole('button', { name: 'second' })).toBeVisible();
  await page.getByRole('checkbox', { name: /second : médiane/ }).check();
  await page.getByRole('button', { name: 'Copier 1 fait' }).click();
  await expect.poll(pastedText).toContain('classeur.xlsx, feuille Deux, ');
  // An empty one is not the end of the workbook.
  await chooseOption(page, 'Feuille', 'Couverture');
  await expect(page.getByRole('alert')).toContainText('classeur.xlsx\u00A0: Cette feuille est vide');
  expect(await axeViolations(page)).toEqual([]);
  await chooseOption(page, 'Feuille', 'Un');
  await expect(page.getByRole('button', { name: 'premier' })).toBeVisible();
});

test('a table below titles is found, and the line it begins on is set by hand', async () => {
  await openTableScreen(page);
  await giveFile(page, { name: 'enquete.csv', content: 'Enquête 2026\n\nville;2024;2025\nRezé;12;7\nNantes;8;9\n' });
  await expect(
    page.getByText('Point-virgule, UTF-8, tableau à partir de la ligne 3\u00A0: reconnus seuls'),
  ).toBeVisible();
  await expectCounts(page, '2', '2', '0');
  await page.getByRole('button', { name: 'Réglages de lecture' }).click();
  const first = page.getByRole('spinbutton', { name: 'Le tableau commence à la ligne' });
  await expect(first).toHaveValue('3');
  await first.press('ArrowUp');
  await expect(page.getByText('tableau à partir de la ligne 4', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Colonne 1', exact: true })).toBeVisible();
  await expect(first).toBeFocused();
  await first.press('ArrowDown');
  await expect(page.getByRole('button', { name: '2024', exact: true })).toBeVisible();
});

test('what is no table ends with a sentence, and nothing else happens', async () => {
  await openTableScreen(page);
  for (const [name, content, sentence] of [
    ['photo.csv', Buffer.from([0x89, 0x50, 0, 0, 0, 0x0d, 1, 2]), 'Ce fichier n’est pas un tableau'],
    ['vide.csv', '', 'Ce fichier est vide'],
    ['ancien.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'Ce classeur est d’un ancien format, ou protégé'],
    ['large.csv', `${'a;'.repeat(5000)}b\n`, 'Ce fichier a trop de colonnes'],
    ['bombe.xlsx', bomb(), 'Ce classeur n’est pas sûr'],
  ] as const) {
    await giveFile(page, { name, content });
    await expect(page.getByRole('alert')).toContainText(`${name}\u00A0: ${sentence}`);
    await expect(page.getByRole('alert')).toContainText('Rien n’a été gardé');
  }
  expect(await axeViolations(page)).toEqual([]);
});

const bomb = () =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="a.xml"/></Relationships>'),
      'xl/a.xml': strToU8(`<worksheet>${' '.repeat(120_000_000)}</worksheet>`),
    }),
  );

test('reading is cancelled at any time', async () => {
  await openTableScreen(page);
  const row = `${'une réponse assez longue;'.repeat(20)}fin\n`;
  const path = join(folder, 'longue.csv');
  await writeFile(path, row.repeat(90_000));
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Partez de vraies réponses' })).toBeVisible();
  await giveFile(page, { name: 'petite.csv', content: 'a;b\n1;x\n2;y\n' });
  await expectCounts(page, '2', '2', '0');
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
});

test('a file dropped on a board opens the screen; facts become notes of that board with evidence and source', async () => {
  await createWorkshop(page, 'Données', 'Parcours acheteur');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'clients-2026.csv', { type: 'text/csv' }));
    return data;
  }, clients.content);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  await page
    .getByRole('checkbox', { name: /^4\d[,\d]*\sans age : médiane/ })
    .first()
    .check();
  await expect(page.getByRole('button', { name: /^Notes de «.*» Vers$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Épingler 1 fait' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 note ajoutée' })).toBeVisible();
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await expect(board(page)).toBeVisible();
  const notes = await page.evaluate(() => {
    const doc = window.__board?.session.store.getState().doc as unknown as {
      notes: Record<string, { text: string; evidence: string | null; source: string }>;
    };
    return Object.values(doc.notes).filter(({ evidence }) => evidence === 'data');
  });
  expect(notes).toHaveLength(1);
  expect(notes[0]?.text).toMatch(/^age\u00A0: 4\d[,\d]*\u00A0ans \(médiane, de/);
  expect(notes[0]?.source).toMatch(/^clients-2026\.csv, \d{4}-\d\d-\d\d, tout le fichier$/);
  await page.keyboard.press('Control+z');
  await goHome(page);
});

/** Two personas of the library that no workshop links: one whose age is written but not proven, one whose age nobody knows. */
const KARIM = 'e2e-karim' as PersonaId;
const NADIA = 'e2e-nadia' as PersonaId;

interface Store {
  readonly addDoc: (id: string, doc: unknown) => Promise<unknown>;
  readonly peek: (id: string) => Promise<PersonaDoc>;
}

async function addPersonas(): Promise<void> {
  let made = 0;
  const newId = (() => {
    made += 1;
    return `e2e-${made}`;
  }) as NewId;
  const nadia = personaNamed('assistant', 'fr', newId);
  const people = [
    [KARIM, { ...personaNamed('purchasing', 'fr', newId), factSlots: {} }],
    [NADIA, { ...nadia, info: { ...nadia.info, age: '' }, factSlots: {} }],
  ];
  await page.evaluate(async (docs) => {
    const store = (window as unknown as { __personarium: Store }).__personarium;
    for (const [id, doc] of docs) await store.addDoc(id as string, doc);
  }, people);
}

/** What a persona says of its age, and what stands behind it. */
async function ageOf(id: PersonaId) {
  const doc = await page.evaluate(
    (wanted) => (window as unknown as { __personarium: Store }).__personarium.peek(wanted),
    id,
  );
  const slot = doc.factSlots.age;
  const cited = (slot?.cites ?? []).flatMap(
    (each) => Object.values<EvidenceItem>(doc.evidence).find((item) => item.id === each) ?? [],
  );
  return { doc, text: doc.info.age, evidence: slot?.evidence ?? null, cited };
}

const medianAge = () => page.getByRole('checkbox', { name: /ans age : médiane/ }).first();
const toast = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('keys alone: a figure is pinned to the age of the persona that is open, as its proof, and undo takes it back', async () => {
  await addPersonas();
  await page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' }).click();
  await page.getByRole('gridcell').filter({ hasText: 'Karim Haddad' }).focus();
  await page.keyboard.press('Enter');
  await expect(board(page)).toBeFocused();
  await openTableScreen(page);
  await expect(page.getByText('Bibliothèque /')).toBeVisible();
  await giveFile(page, clients);
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  await filterByValues(page, 'genre', ['femme']);
  await expect(medianAge()).toHaveAccessibleName(/n\s=\s6\d\d/);
  await medianAge().focus();
  await page.keyboard.press('Space');
  const pin = page.getByRole('region', { name: 'Épingler au persona' });
  await expect(pin.getByRole('button', { name: 'Karim Haddad Vers' })).toBeVisible();
  await expect(pin.getByRole('button', { name: 'Âge Champ' })).toBeVisible();
  await expect(pin.getByText('La fiche dit «\u00A045\u00A0»\u00A0: ce texte reste, et cite le chiffre.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  const before = await ageOf(KARIM);
  await pin.getByRole('button', { name: 'Épingler 1 fait' }).press('Enter');
  await expect(toast('1 fait épinglé\u00A0: Karim Haddad, Âge. La fiche dit toujours «\u00A045\u00A0».')).toBeVisible();
  const pinned = await ageOf(KARIM);
  expect(pinned).toMatchObject({ text: '45', evidence: 'data' });
  const source = pinned.cited.at(-1);
  expect(source).toMatchObject({ kind: 'data', date: expect.stringMatching(/^\d\d\/\d\d\/20\d\d$/) });
  expect(source?.sample).toBeGreaterThan(600);
  expect(source?.title).toMatch(/^age\u00A0: 4\d\u00A0ans \(médiane\), clients-2026\.csv, genre\u00A0: femme$/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await ageOf(KARIM)).doc).toEqual(before.doc);

  await medianAge().focus();
  await page.keyboard.press('Space');
  await pin.getByRole('button', { name: 'Épingler 1 fait' }).press('Enter');
  await expect(toast('1 fait épinglé')).toBeVisible();
  await page.getByRole('button', { name: 'Revenir', exact: true }).press('Enter');
  await expect(board(page)).toBeFocused();
  await page.evaluate(() => window.__board!.reveal({ kind: 'fact', id: 'age' }));
  await page.keyboard.press('Control+i');
  const proof = page.getByRole('checkbox', {
    name: /^age : 4\d\sans \(médiane\), clients-2026\.csv, genre : femme, \d\d\/\d\d\/20\d\d, n\s=\s6\d\d$/,
  });
  await expect(proof).toBeChecked();
  await board(page).focus();
  await page.keyboard.press('Control+z');
  await expect(proof).toHaveCount(0);
  expect((await ageOf(KARIM)).doc).toEqual(before.doc);
  await page.keyboard.press('Control+i');
});

test('with the mouse: figures go to a field of a persona that is not open, in one step that the toast takes back', async () => {
  await page.getByRole('button', { name: 'Revenir à la bibliothèque' }).click();
  await openTableScreen(page);
  await giveFile(page, clients);
  await expectCounts(page, '1\u202F284', '1\u202F280', '4');
  await medianAge().check();
  await expect(page.getByRole('button', { name: 'Choisir un persona', exact: true })).toBeDisabled();
  await chooseOption(page, 'Vers', 'Nadia Benali');
  await expect(page.getByText(/Ce champ est vide\u00A0: la fiche dira «\u00A04\d\u00A0»\./)).toBeVisible();
  await page.getByRole('button', { name: 'Épingler 1 fait' }).click();
  await expect(
    toast(/1 fait épinglé\u00A0: Nadia Benali, Âge\. La fiche dit maintenant «\u00A04\d\u00A0»\./),
  ).toBeVisible();
  const pinned = await ageOf(NADIA);
  expect(pinned.text).toMatch(/^4\d$/);
  expect(pinned).toMatchObject({ evidence: 'data', cited: [{ kind: 'data', sample: 1280 }] });

  // Two figures at once, to a block of its own choice.
  await medianAge().check();
  await page.getByRole('checkbox', { name: /boutique canal/ }).check();
  await chooseOption(page, 'Champ', 'Besoins');
  await page.getByRole('button', { name: 'Épingler 2 faits' }).click();
  await expect(toast('2 faits épinglés\u00A0: Nadia Benali, Besoins.')).toBeVisible();
  const needs = Object.values<Entry>((await ageOf(NADIA)).doc.entries).filter(({ block }) => block === 'needs');
  const proven = needs.filter(({ evidence, cites }) => evidence === 'data' && cites.length === 1);
  expect(proven.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^age\u00A0: 4\d\u00A0ans \(médiane/),
    expect.stringMatching(/^canal\u00A0: \d+(?:,\d)?\u00A0% boutique/),
  ]);
  // Its document is closed once the screen is left: what the toast takes back is taken back all the same.
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
  await toast('2 faits épinglés')
    .getByRole('button', { name: /Annuler/ })
    .click();
  await expect.poll(async () => (await ageOf(NADIA)).doc).toEqual(pinned.doc);
});

test('a column of channels goes to the channels; ticks count their empty cells as no, groups and codes are no figures', async () => {
  await openTableScreen(page);
  const rows = Array.from({ length: 80 }, (_, at) =>
    [at % 2 ? 'x' : 'y', at % 4 ? '' : 'x', ['44000', '35000', '75011'][at % 3], at % 4 ? 'boutique' : 'site'].join(
      ';',
    ),
  );
  await giveFile(page, { name: 'groupes.csv', content: `groupe;newsletter;cp;canal\n${rows.join('\n')}\n` });
  await expectCounts(page, '80', '80', '0');
  for (const [column, type] of [
    ['groupe', 'category'],
    ['newsletter', 'yesno'],
    ['cp', 'category'],
  ] as const)
    await expect(typeOf(page, column)).toHaveValue(type);
  await expect(page.getByText('vides comptés non', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('checkbox', { name: /^25\s% oui newsletter : 20 sur 80,.*vides comptés non/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'newsletter', exact: true }).click();
  await page.getByRole('switch', { name: 'Une case vide veut dire non' }).uncheck();
  await expect(page.getByRole('checkbox', { name: /^100\s% oui newsletter : 20 sur 20/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /boutique canal/ }).check();
  await chooseOption(page, 'Vers', 'Nadia Benali');
  await expect(page.getByRole('button', { name: 'Canaux préférés Champ' })).toBeVisible();
  await page.getByRole('button', { name: 'Revenir', exact: true }).click();
});
