import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { axeViolations } from './axe';
import { personarium } from './commandLine';
import { type JourneyApp, startJourney } from './journeySteps';

/** The copy that may leave: chosen by keys, looked at before it is written, and the same rules as on the command line. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let folder: string;

const dialog = () => home.page.getByRole('dialog', { name: 'Copie à partager' });
const changes = () => dialog().getByRole('list', { name: 'Copie à partager : ce qui a été changé' });
const saveTo = async (name: string): Promise<string> => {
  const path = join(folder, name);
  await home.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  return path;
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-redact-'));
  home = await startJourney();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('it is asked for by its name and shows what it changes, as choices are made by keys', async () => {
  const { page } = home;
  await page.keyboard.press('Control+K');
  await page.keyboard.type('copie à partager');
  await page.keyboard.press('Enter');
  await expect(changes().getByText('Dans la tête de Solène').first()).toBeVisible();
  await expect(changes()).toContainText('verbatim court retiré');
  expect(await axeViolations(page)).toEqual([]);
  await dialog()
    .getByRole('button', { name: /Verbatims et citations/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(changes()).not.toContainText('verbatim court retiré');
  await dialog()
    .getByRole('radio', { name: /À revoir/ })
    .check({ force: true });
  const again = dialog().getByRole('list', { name: 'À revoir' });
  await expect(again).toContainText('Inès');
  expect(await axeViolations(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Remplacer « Inès »' }).click();
  await expect(again).not.toContainText('Inès');
  await dialog().getByRole('textbox', { name: 'Mot ou expression 1' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Collègue');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nantes');
  await expect(dialog().getByRole('textbox', { name: 'Mot ou expression 2' })).toHaveValue('Nantes');
});

test('the copy opens, holds none of the words, and the report says what they were', async () => {
  const path = await saveTo('copie.personarium');
  await dialog().getByRole('button', { name: 'Enregistrer la copie…' }).click();
  await expect(dialog().getByRole('status')).toContainText('copie.personarium');
  const parts = Object.values(unzipSync(await readFile(path))).map((part) => strFromU8(part));
  for (const word of ['Solène', 'Marchand', 'Nantes', 'Inès', 'Anouk'])
    expect(
      parts.filter((part) => part.includes(word)),
      word,
    ).toEqual([]);
  expect(parts.join()).toContain('Collègue');
  expect(await personarium(['validate', path])).toMatchObject({ code: 0 });
  const report = await saveTo('rapport.md');
  await dialog().getByRole('button', { name: 'Enregistrer le rapport…' }).click();
  await expect(dialog().getByRole('status')).toContainText('rapport.md');
  expect(await readFile(report, 'utf8')).toContain('Solène Marchand');
  await home.page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
  await expect(home.page.getByText('Solène').first()).toBeAttached();
});
