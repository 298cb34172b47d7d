import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { axeViolations } from './axe';
import { board, type HomeApp, startHome } from './homeSteps';
import { journeySteps } from './journeySteps';

/** Journeys go out as tables and texts and come in again; what is none is told of in one sentence. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;
const file = (name: string) => join(folder, name);
const toast = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const doc = () => journeySteps(page).doc();

async function save(format: RegExp, name: string): Promise<void> {
  await home.answerSave(file(name));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Enregistrer le parcours sous');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Enregistrer le parcours sous' });
  await dialog.getByRole('radio', { name: format }).check();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(toast(`Exporté : ${name}`)).toBeVisible();
}

async function open(name: string): Promise<void> {
  await home.answerOpen([file(name)]);
  await page.keyboard.press('Control+o');
}

/** Waits until another board than the one before can be edited. */
async function imported(before: JourneyMapDoc): Promise<JourneyMapDoc> {
  await expect(toast(/importé/)).toBeVisible();
  await expect.poll(async () => (await doc()) === before).toBe(false);
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
  return doc();
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-journeys-'));
  home = await startHome();
  page = home.page;
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await page.waitForFunction(() => window.__board?.session.store.getState().editable);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('a journey is the same after a workbook and after a CSV', async () => {
  const before = await doc();
  for (const [format, name] of [
    [/^Classeur Excel/, 'parcours.xlsx'],
    [/^Tableau CSV/, 'parcours.csv'],
  ] as const) {
    await save(format, name);
    const tabs = await page.getByRole('tab').count();
    await open(name);
    await expect(page.getByRole('tab')).toHaveCount(tabs + 1);
    expect(await imported(before)).toEqual(before);
  }
});

test('a journey goes out as Mermaid and OJF, and their texts come in as boards', async () => {
  await save(/^Mermaid/, 'parcours.mmd');
  expect(await readFile(file('parcours.mmd'), 'utf8')).toContain('    section Considération\n');
  await save(/^OpenJourney/, 'parcours.ojf');
  expect(JSON.parse(await readFile(file('parcours.ojf'), 'utf8'))).toMatchObject({ version: '1.0' });
  await save(/^CJML/, 'parcours.xml');
  expect(await readFile(file('parcours.xml'), 'utf8')).toContain('<phaseName>Considération</phaseName>');
  await save(/^Texte Markdown/, 'parcours.md');
  expect(await readFile(file('parcours.md'), 'utf8')).toContain('## Étape 1');
  const before = await doc();
  await writeFile(file('jour.mmd'), 'journey\n  title Ma journée\n  section Matin\n    Thé: 5: Moi\n    Bus: 1: Moi\n');
  await open('jour.mmd');
  const day = await imported(before);
  expect(day.info.title).toBe('Ma journée');
  expect(
    Object.values(day.emotionPoints)
      .map(({ valence }) => valence)
      .sort(),
  ).toEqual([-2, 2]);
});

test('what is no journey is told of in one sentence, and changes nothing', async () => {
  const tabs = await page.getByRole('tab').count();
  await writeFile(file('autre.csv'), 'Nom;Âge\nAna;3\n');
  await open('autre.csv');
  await expect(page.getByText('Aucun parcours dans ce fichier')).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(tabs);
});
