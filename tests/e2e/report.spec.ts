import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfCheck, pdfFonts, pdfInfo, pdfText } from '../support/pdfFacts';
import { axeViolations } from './axe';
import { personarium } from './commandLine';
import { type JourneyApp, startJourney } from './journeySteps';

/** The workshop report: asked for by keys, saved in each format, and the same from the command line. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let folder: string;

const saveTo = async (name: string): Promise<string> => {
  const path = join(folder, name);
  await home.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  return path;
};
const dialog = () => home.page.getByRole('dialog', { name: 'Rapport d’atelier' });
const saveReport = async (format: RegExp, name: string): Promise<string> => {
  const path = await saveTo(name);
  await home.page.keyboard.press('Control+Shift+R');
  await dialog().getByRole('radio', { name: format }).check({ force: true });
  await dialog().getByRole('button', { name: 'Enregistrer le rapport' }).click();
  await expect(dialog()).toBeHidden({ timeout: 60_000 });
  await expect(home.page.getByText(name)).toBeVisible();
  return path;
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-report-'));
  home = await startJourney();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('the dialog offers formats, languages, sheets and parts, and can be left', async () => {
  await home.page.keyboard.press('Control+Shift+R');
  await expect(dialog().getByRole('checkbox')).toHaveCount(8);
  for (const part of ['Personas', 'Cartes d’empathie', 'Parcours', 'Rapport de friction', 'Plan d’action', 'Glossaire'])
    await expect(dialog().getByRole('checkbox', { name: part, exact: true })).toBeChecked();
  expect(await axeViolations(home.page)).toEqual([]);
  for (const part of await dialog().getByRole('checkbox').all()) await part.uncheck({ force: true });
  await expect(dialog().getByRole('button', { name: 'Enregistrer le rapport' })).toBeDisabled();
  await home.page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
});

test('a PDF has its pages, fonts, bookmarks and text, and is the one of the command line', async () => {
  const copy = await saveTo('atelier.personarium');
  await home.page.keyboard.press('Control+Shift+S');
  await expect(home.page.getByText('atelier.personarium')).toBeVisible();
  const path = await saveReport(/PDF/, 'rapport.pdf');
  expect(pdfInfo(path)).toMatchObject({ title: 'Boutique Commerce, rapport d’atelier', isTagged: true });
  expect(pdfInfo(path).pages).toBeGreaterThan(20);
  expect(pdfFonts(path).every(({ isEmbedded, hasUnicode }) => isEmbedded && hasUnicode)).toBe(true);
  expect(pdfCheck(path)).toContain('No syntax or stream encoding errors');
  expect(pdfText(path)).toContain('Des fiches techniques illisibles');
  await expectSameByCommand(path, copy, 'pdf');
});

/** The report of the command line, dated today, is the one that was saved. */
async function expectSameByCommand(path: string, workshop: string, format: 'pdf' | 'docx'): Promise<void> {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const out = join(folder, `ligne.${format}`);
  const words = ['export', workshop, '--report', '--format', format, '--lang', 'fr', '--date', today, '--out', out];
  expect(await personarium(words)).toMatchObject({ code: 0 });
  expect((await readFile(path)).equals(await readFile(out))).toBe(true);
}

test('Word and Markdown hold the same parts, Word as on the command line', async () => {
  const word = await saveReport(/Word/, 'rapport.docx');
  await expectSameByCommand(word, join(folder, 'atelier.personarium'), 'docx');
  const text = await readFile(await saveReport(/Markdown/, 'rapport.md'), 'utf8');
  expect(text).toContain('## Plan d’action');
  expect(text).toContain('Des fiches techniques illisibles');
});

test('the data leave as a workbook and as a folder of CSV files, the same as from the command line', async () => {
  const path = await saveTo('donnees.xlsx');
  const save = async (format: string) => {
    await home.page.keyboard.press('Control+Shift+R');
    await dialog().getByRole('radio', { name: format }).check({ force: true });
    await expect(dialog().getByRole('checkbox')).toHaveCount(0);
    await dialog().getByRole('button', { name: 'Enregistrer les données' }).click();
    await expect(dialog()).toBeHidden({ timeout: 60_000 });
  };
  await save('Données Excel');
  await expect(home.page.getByText('donnees.xlsx')).toBeVisible();
  const tables = await mkdtemp(join(folder, 'tables-'));
  await home.app.evaluate(({ dialog: system }, filePath) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, tables);
  await save('Données CSV');
  await expect.poll(() => readdir(tables)).toHaveLength(5);
  const copy = join(folder, 'atelier.personarium');
  const out = await mkdtemp(join(folder, 'ligne-'));
  const run = await personarium(['export', copy, '--data', '--format', 'xlsx,csv', '--lang', 'fr', '--out', out]);
  expect(run.code).toBe(0);
  const written = await readdir(out);
  expect(written).toHaveLength(6);
  const workbook = written.find((name) => name.endsWith('.xlsx')) ?? '';
  expect((await readFile(join(out, workbook))).equals(await readFile(path))).toBe(true);
  for (const name of await readdir(tables))
    expect((await readFile(join(out, name))).equals(await readFile(join(tables, name)))).toBe(true);
});

test('a picture that is gone is told, with what it showed, in the report and in the presentation', async () => {
  const { page, steps } = home;
  const id = (await steps.keys('note'))[0]!.slice('note:'.length);
  await page.evaluate((note) => {
    const image = { asset: 'c'.repeat(64), width: 300, height: 200, alt: 'Le reçu perdu' };
    const setImage = (draft: unknown) => {
      Object.assign((draft as { notes: Record<string, object> }).notes[note]!, { image });
    };
    window.__board!.session.run<null>(setImage as never, null);
  }, id);
  // Broken into the lines of a narrow note.
  const told = /Image[\s\S]+introuva\s?ble\s:[\s\S]+reçu[\s\S]+perdu/;
  expect(pdfText(await saveReport(/^PDF/, 'perdu.pdf'))).toMatch(told);
  await page.evaluate(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      document.documentElement.dataset.painted = `${document.documentElement.dataset.painted ?? ''} ${text}`;
      fillText.call(this, text, ...place);
    };
  });
  await page.keyboard.press('Shift+F5');
  await expect(page.getByTestId('present').getByRole('img', { name: 'Vue d’ensemble' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-painted', told);
  await page.keyboard.press('Escape');
});
