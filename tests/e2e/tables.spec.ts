import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { customersCsv } from '../support/customersCsv';
import { axeViolations } from './axe';
import { board, createWorkshop, goHome, type HomeApp, startHome } from './homeSteps';
import { expectCounts, filterByValues, giveFile, openTableScreen, segmentCount, typeOf } from './tableSteps';

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
  await page.getByLabel('De', { exact: true }).fill('30');
  await page.getByLabel('À', { exact: true }).fill('44');
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

test('pinned facts are copied with source, filter, n and interval; no row goes with them', async () => {
  await page
    .getByRole('checkbox', { name: /^3\d[,\d]*\sans age : médiane/ })
    .first()
    .check();
  await page.getByRole('checkbox', { name: /boutique/ }).check();
  await page.getByRole('button', { name: 'Épingler 2 faits' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 faits copiés' })).toBeVisible();
  const lines = (await pastedText()).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^age\u00A0: 3\d[,\d]*\u00A0ans \(médiane, de 3\d à 3\d\u00A0ans, n\u00A0=\u00A0\d+\) clients-2026\.csv, \d{4}-\d\d-\d\d, genre\u00A0: femme et age\u00A0: 30 à 44\u00A0ans$/,
  );
  expect(lines[1]).toMatch(/^canal\u00A0: \d+\u00A0% boutique \(\d+ sur \d+, de \d+ à \d+\u00A0%, /);
  await page.getByRole('button', { name: 'Compris' }).click();
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
  await page.getByRole('button', { name: 'Effacer clients-2026.csv' }).click();
  await expect(page.getByRole('button', { name: 'Ouvrir clients-2026.csv' })).toBeHidden();
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
      '<workbook xmlns:r="r"><sheets><sheet name="Un" r:id="a"/><sheet name="Deux" r:id="b"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/><Relationship Id="b" Target="worksheets/b.xml"/></Relationships>',
    ),
    'xl/worksheets/a.xml': sheet('premier'),
    'xl/worksheets/b.xml': sheet('second'),
  });
  await giveFile(page, { name: 'classeur.xlsx', content: Buffer.from(book) });
  await expect(page.getByText('Feuille Un\u00A0: reconnus seuls')).toBeVisible();
  await expect(page.getByRole('button', { name: 'premier' })).toBeVisible();
  await page.getByRole('button', { name: 'Réglages de lecture' }).click();
  await page.getByRole('button', { name: /Feuille$/ }).click();
  await page.getByRole('option', { name: 'Deux' }).click();
  await expect(page.getByRole('button', { name: 'second' })).toBeVisible();
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
  await page.getByRole('button', { name: 'Épingler 1 fait' }).click();
  await page.getByRole('button', { name: /^Ajouter au tableau/ }).click();
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
