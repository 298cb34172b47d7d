import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfText } from '../support/pdfFacts';
import { axeViolations } from './axe';
import { personarium } from './commandLine';
import { type JourneyApp, startJourney } from './journeySteps';

/** One map in two languages: written beside its texts by keys, by a table, and printed in either. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let folder: string;

const dialog = () => home.page.getByRole('dialog', { name: 'Traductions' });
const lines = () => dialog().getByRole('list', { name: 'Traductions' }).getByRole('listitem');
const path = (name: string) => join(folder, name);
const saveTo = (name: string) =>
  home.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path(name));
const openFrom = (name: string) =>
  home.app.evaluate(({ dialog: system }, filePath) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path(name));
const open = async () => {
  await home.page.keyboard.press('Control+K');
  await home.page.keyboard.type('traductions');
  await home.page.keyboard.press('Enter');
  await expect(lines().first()).toBeVisible();
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-translations-'));
  home = await startJourney();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('texts are translated line by line with Enter, and counted', async () => {
  const { page } = home;
  await open();
  const title = lines().filter({ hasText: 'Changer de chaussures de course' }).first();
  await expect(title).toContainText('manque');
  await expect(dialog().getByRole('radio', { name: /À jour \(0\)/ })).toBeVisible();
  await title.getByRole('textbox').focus();
  await page.keyboard.type('Changing running shoes');
  await page.keyboard.press('Enter');
  await expect(title).toContainText('à jour');
  await expect(lines().nth(1).getByRole('textbox')).toBeFocused();
  await expect(dialog().getByRole('radio', { name: /À jour \(1\)/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test('a text that changes makes its translation stale, until somebody says that it is right', async () => {
  const { page } = home;
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Renommer Changer de chaussures de course' }).last().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Changer de souliers');
  await page.keyboard.press('Enter');
  await open();
  await dialog()
    .getByRole('radio', { name: /A changé \(1\)/ })
    .check({ force: true });
  await expect(lines()).toHaveCount(1);
  await expect(lines()).toContainText('Changer de chaussures de course');
  await lines().getByRole('textbox').focus();
  await page.keyboard.press('Enter');
  await expect(lines()).toContainText('à jour');
});

test('a table goes to translators and comes back', async () => {
  await dialog().getByRole('radio', { name: /Tout/ }).check({ force: true });
  await saveTo('textes.csv');
  await dialog().getByRole('button', { name: 'Enregistrer en CSV…' }).click();
  await expect(dialog().getByRole('status')).toContainText('textes.csv');
  const table = await readFile(path('textes.csv'), 'utf8');
  const at = table.split('\r\n').findIndex((line) => line.includes(';Prise de conscience;'));
  expect(at).toBeGreaterThan(0);
  const back = table.split('\r\n').map((line, index) => (index === at ? line.replace(/;$/, ';Awareness') : line));
  await writeFile(path('retour.csv'), back.join('\r\n'));
  await openFrom('retour.csv');
  await dialog().getByRole('button', { name: 'Reprendre un CSV…' }).click();
  await expect(dialog().getByRole('status')).toHaveText('1 texte traduit.');
  await expect(lines().filter({ hasText: 'Prise de conscience' }).first()).toContainText('à jour');
});

test('personal data of real people is asked about before the table leaves', async () => {
  const { page } = home;
  await page.keyboard.press('Escape');
  const [note = ''] = await home.steps.keys('note');
  const { x, y } = await home.steps.spot(note);
  await page.mouse.dblclick(x, y);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Appeler le 020 7946 0958');
  await page.keyboard.press('Enter');
  await open();
  await saveTo('question.csv');
  const question = page.getByRole('alertdialog', { name: 'Une donnée personnelle' });
  const save = () => dialog().getByRole('button', { name: 'Enregistrer en CSV…' }).click();
  await save();
  await expect(question).toContainText('partirait avec le tableau pour les traducteurs');
  await question.getByRole('button', { name: 'Annuler' }).click();
  expect(await readdir(folder)).not.toContain('question.csv');
  await open();
  await save();
  await question.getByRole('button', { name: 'Exporter quand même' }).click();
  await expect(page.getByText('question.csv')).toBeVisible();
  expect(await readFile(path('question.csv'), 'utf8')).toContain('020 7946 0958');
  await home.steps.undo();
  await open();
});

test('the command line prints either language, and says what is missing', async () => {
  await home.page.keyboard.press('Escape');
  await saveTo('atelier.personarium');
  await home.page.keyboard.press('Control+Shift+S');
  await expect(home.page.getByText('atelier.personarium')).toBeVisible();
  const render = (...words: string[]) => personarium(['render', path('atelier.personarium'), '--board', '1', ...words]);
  const english = await render('--text', 'en');
  expect(english.code).toBe(0);
  expect(english.out).toContain('Awareness');
  expect(english.out).not.toContain('Prise de conscience');
  expect(english.err).toMatch(/Anglais\u00A0: \d+ textes sans traduction, 0 changés depuis/);
  expect((await render('--text', 'fr')).out).toContain('Prise de conscience');
});

test('the workshop report says the same in each language as on the command line, and what is missing', async () => {
  const { page } = home;
  const report = page.getByRole('dialog', { name: 'Rapport d’atelier' });
  const saveBoth = async () => {
    await report.getByRole('radio', { name: 'Les deux' }).check({ force: true });
    await report.getByRole('button', { name: 'Enregistrer le rapport' }).click();
    await expect(report).toBeHidden({ timeout: 60_000 });
  };
  const made = await mkdtemp(join(folder, 'report-'));
  await home.app.evaluate(({ dialog: system }, filePath) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, made);
  await page.keyboard.press('Control+Shift+R');
  await report.getByRole('radio', { name: /Markdown/ }).check({ force: true });
  await report.getByRole('radio', { name: 'Les deux' }).check({ force: true });
  await expect(report.getByRole('switch', { name: 'Textes dans la langue du fichier' })).toBeChecked();
  await expect(report.getByText(/^Anglais\s: \d+\stextes sans traduction, 0\schangés depuis/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await saveBoth();
  await page.keyboard.press('Control+Shift+R');
  await report.getByRole('radio', { name: /PDF/ }).check({ force: true });
  await saveBoth();
  const out = await mkdtemp(join(folder, 'cli-'));
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const words = ['export', path('atelier.personarium'), '--report', '--format', 'md,pdf', '--date', today.join('-')];
  expect((await personarium([...words, '--text', 'both', '--out', out])).code).toBe(0);
  const names = (await readdir(made)).sort();
  expect(names).toEqual((await readdir(out)).sort());
  expect(names).toHaveLength(4);
  for (const name of names) {
    const bytes = await readFile(join(made, name));
    expect([name, bytes.equals(await readFile(join(out, name)))]).toEqual([name, true]);
    const text = name.endsWith('.pdf') ? pdfText(join(made, name)) : bytes.toString('utf8');
    expect([name, text.includes('Awareness')]).toEqual([name, name.includes(' en.')]);
  }
});

test('a journey to be read leaves in either language', async () => {
  const { page } = home;
  const files = page.getByRole('dialog', { name: 'Enregistrer le parcours sous' });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('enregistrer le parcours');
  await page.keyboard.press('Enter');
  await expect(files.getByRole('radio', { name: 'English' })).toBeHidden();
  await files.getByRole('radio', { name: /Markdown/ }).check({ force: true });
  await files.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(files.getByText(/^Anglais\s: \d+\stextes sans traduction/)).toBeVisible();
  await saveTo('journey.md');
  await files.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('journey.md')).toBeVisible();
  expect(await readFile(path('journey.md'), 'utf8')).toContain('Awareness');
});

test('a presentation speaks the other language to the room; what is missing only the facilitator sees', async () => {
  const { page, app } = home;
  const stage = page.getByTestId('present');
  await page.keyboard.press('Shift+F5');
  await expect(page.getByText(/T\s: langue des textes/)).toBeVisible();
  const opens = app.waitForEvent('window');
  await page.keyboard.press('r');
  const room = await opens;
  await page.keyboard.press('3');
  const heading = (name: string) => room.getByRole('heading', { level: 2, name });
  await expect(heading('Considération')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('t');
  await page.keyboard.press('1');
  await expect(heading('Awareness')).toBeVisible();
  await expect(room.getByText('1 of 6')).toBeVisible();
  await expect(stage.getByRole('button', { name: 'Langue des textes\u00A0: Anglais' })).toBeVisible();
  const open = stage.getByRole('region', { name: 'Traductions' });
  await expect(open.getByText(/^Anglais\s: \d+\stextes sans traduction/)).toBeVisible();
  await expect(open.getByRole('listitem').filter({ hasText: '1 semaine' })).toContainText('manque');
  await expect(open.getByRole('listitem').filter({ hasText: 'Awareness' })).toHaveCount(0);
  await expect(room.getByText('1 semaine')).toBeVisible();
  await expect(room.getByText('manque')).toHaveCount(0);
  // What is for the facilitator alone stays as it was written.
  await expect(stage.getByRole('textbox', { name: /Notes de l’étape/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('t');
  await expect(heading('Prise de conscience')).toBeVisible();
  await expect(open).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-canvas')).toBeVisible();
});

test('the poster workshop makes the same poster as the command line, and says what is missing', async () => {
  const { page } = home;
  await page.keyboard.press('Control+e');
  await page.getByRole('checkbox', { name: 'English' }).check();
  await page.getByRole('checkbox', { name: 'Français' }).uncheck();
  const spoken = page.getByRole('switch', { name: 'Textes dans la langue de l’affiche' });
  await expect(spoken).toBeChecked();
  await expect(page.getByText(/^Anglais\s: \d+\stextes sans traduction, 0\schangés depuis/)).toBeVisible();
  await page.getByRole('radio', { name: 'SVG', exact: true }).check();
  const exported = async (name: string) => {
    await saveTo(name);
    await page.getByRole('button', { name: 'Exporter 1 affiche' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 affiche enregistrée' })).toBeVisible();
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
    return readFile(path(name), 'utf8');
  };
  const english = await exported('english.svg');
  expect(english).toContain('Awareness');
  const words = ['export', path('atelier.personarium'), '--board', '1', '--format', 'svg', '--lang', 'en'];
  expect((await personarium([...words, '--text', 'en', '--out', path('cli.svg')])).code).toBe(0);
  expect(english).toBe(await readFile(path('cli.svg'), 'utf8'));
  expect(await axeViolations(page)).toEqual([]);
  await spoken.press(' ');
  await expect(spoken).not.toBeChecked();
  expect(await exported('as-written.svg')).toContain('Prise de');
});
