import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from './axe';
import { board, cards, goHome, type HomeApp, startHome } from './homeSteps';

/** Personas go out and come in again, by dialog and by drop; what differs is asked about, what harms is refused. */
test.describe.configure({ mode: 'serial' });

let home: HomeApp;
let page: Page;
let folder: string;
const file = (name: string) => join(folder, name);

const cells = () => page.getByRole('gridcell');
const cell = (name: string) => cells().filter({ hasText: name });
const toLibrary = () =>
  page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Bibliothèque' }).click();
const toast = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

async function chooseInMenu(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Importer et exporter' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function importFiles(...names: readonly string[]): Promise<void> {
  await home.answerOpen(names.map(file));
  await chooseInMenu('Importer des personas…');
}

/** Adds a tag to the card that has the focus, by keys. */
async function tagFocused(tag: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Étiquettes…' }).click();
  await page.getByLabel('Ajouter des étiquettes').fill(tag);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${tag}`) })).toHaveCount(1);
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-exchange-'));
  home = await startHome();
  page = home.page;
  await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
  await expect(board(page)).toBeVisible();
  await home.answerSave(file('Atelier.personarium'));
  await page.keyboard.press('Control+Shift+S');
  await expect(toast('Copie enregistrée')).toBeVisible();
  await goHome(page);
  await toLibrary();
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('the whole library is written as JSON; read again, nothing is new', async () => {
  await home.answerSave(file('tout.json'));
  await chooseInMenu('Exporter toute la bibliothèque…');
  const dialog = page.getByRole('dialog', { name: 'Exporter 2 personas' });
  await dialog.getByRole('radio', { name: /^JSON/ }).check();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(toast('Exporté')).toBeVisible();
  const json = JSON.parse(await readFile(file('tout.json'), 'utf8'));
  expect(Object.keys(json.personas)).toHaveLength(2);
  await importFiles('tout.json');
  await expect(toast('Rien de nouveau dans ce fichier.')).toBeVisible();
});

test('chosen ones are written by keys as CSV, Markdown and a Personarium file', async () => {
  for (const [name, format] of [
    ['choix.csv', /^Tableau CSV/],
    ['choix.md', /^Texte Markdown/],
    ['choix.personarium', /^Fichier Personarium/],
  ] as const) {
    await cells().first().focus();
    await page.keyboard.press('Space');
    await home.answerSave(file(name));
    await page
      .getByRole('toolbar', { name: 'Personas choisis' })
      .getByRole('button', { name: 'Exporter…' })
      .press('Enter');
    await page.getByRole('radio', { name: format }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).press('Enter');
    await expect(toast(`Exporté : ${name}`)).toBeVisible();
    await page.getByRole('button', { name: 'Ne rien choisir' }).click();
    // Between two files that say the same something else is said: what is read is of this one.
    await importFiles(name);
    await expect(toast('Rien de nouveau dans ce fichier.')).toBeVisible();
  }
  expect(await readFile(file('choix.csv'), 'utf8')).toMatch(/^\uFEFFid;Nom;/);
  expect(await readFile(file('choix.md'), 'utf8')).toMatch(/^# /);
});

test('Markdown that a hand has changed is asked about, and one written by hand comes in', async () => {
  const written = await readFile(file('choix.md'), 'utf8');
  const [, name = ''] = /^# (.+)$/m.exec(written) ?? [];
  await writeFile(file('retouche.md'), written.replace(/^> .+$/m, '> Je veux juste courir.'));
  await importFiles('retouche.md');
  const dialog = page.getByRole('alertdialog', { name: 'Un persona diffère de celui de la bibliothèque' });
  await expect(dialog.getByRole('row').filter({ hasText: 'Citation' })).toContainText('juste courir.');
  await expect(dialog).toContainText('1 différence');
  await page.keyboard.press('Escape');
  await expect(cell(name)).toHaveCount(1);
  await writeFile(
    file('main.md'),
    '# Zoé Main\n\n- **Âge** : 41\n- **Profession** : infirmière\n\n## Besoins\n\n- Du calme\n',
  );
  await home.answerOpen([file('main.md')]);
  await page.keyboard.press('Control+o');
  await expect(toast('1 persona ajouté')).toBeVisible();
  await expect(cell('Zoé Main')).toContainText('Infirmière');
  await cell('Zoé Main').focus();
  await page.keyboard.press('Delete');
  await expect(cell('Zoé Main')).toHaveCount(0);
});

test('a persona that differs is asked about, field by field; leaving it changes nothing', async () => {
  await cell('Solène Marchand').focus();
  await tagFocused('Ajoutée');
  await importFiles('tout.json');
  const dialog = page.getByRole('alertdialog', { name: 'Un persona diffère de celui de la bibliothèque' });
  await expect(dialog.getByRole('row').filter({ hasText: 'Étiquettes' })).toContainText('Ajoutée');
  await expect(dialog.getByRole('button', { name: 'Importer' })).toHaveAttribute('aria-disabled', 'true');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('checkbox', { name: /^Ajoutée/ })).toHaveCount(1);
});

test('a workshop’s file links what is unchanged, and asks about what is not before anything is written', async () => {
  await home.answerOpen([file('Atelier.personarium')]);
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Garder les deux' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Un persona diffère de celui de la bibliothèque' });
  await expect(dialog.getByRole('row').filter({ hasText: 'Étiquettes' })).toContainText('Ajoutée');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Bibliothèque' })).toBeVisible();
  await expect(cells()).toHaveCount(2);
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: 'Garder les deux' }).click();
  await dialog.getByRole('radio', { name: 'Garder le mien' }).check();
  await dialog.getByRole('button', { name: 'Importer' }).click();
  await expect(board(page)).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('navigation', { name: 'Aller à' }).getByRole('button', { name: 'Ateliers' }).click();
  await expect(cards(page)).toHaveCount(2);
  await toLibrary();
  await expect(cells()).toHaveCount(2);
  await cell('Solène Marchand').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Utilisé dans…' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Retirer de/ })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('replacing takes what the file says, keeping both adds it', async () => {
  await importFiles('tout.json');
  await page.getByRole('radio', { name: 'Garder les deux' }).check();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(cells()).toHaveCount(3);
  await expect(page.getByRole('checkbox', { name: /^Ajoutée/ })).toHaveCount(1);
  await importFiles('tout.json');
  await page.getByRole('radio', { name: 'Remplacer' }).check();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /^Ajoutée/ })).toHaveCount(0);
  await expect(cells()).toHaveCount(3);
});

test('an import is undone: what it changed says again what it said, what it added goes', async () => {
  await expect(page.getByText('1 mis à jour, 1 inchangé')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('checkbox', { name: /^Ajoutée/ })).toHaveCount(1);
  await importFiles('tout.json');
  await page.getByRole('radio', { name: 'Garder les deux' }).check();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(cells()).toHaveCount(4);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(cells()).toHaveCount(3);
  // As the tests that follow find it.
  await importFiles('tout.json');
  await page.getByRole('radio', { name: 'Remplacer' }).check();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /^Ajoutée/ })).toHaveCount(0);
});

test('files that harm or are none end in one sentence, and nothing has changed', async () => {
  const before = await cells().count();
  await writeFile(file('rien.csv'), 'a;b\n1;2\n');
  await writeFile(file('profond.json'), `${'['.repeat(9000)}${']'.repeat(9000)}`);
  await writeFile(file('notes.md'), '# Notes\n\n- du lait\n');
  await writeFile(
    file('tordu.md'),
    (await readFile(file('choix.md'), 'utf8')).replace('personarium {', 'personarium {{'),
  );
  await writeFile(file('image.json'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  await writeFile(file('coupe.personarium'), (await readFile(file('choix.personarium'))).subarray(0, 900));
  for (const [name, title] of [
    ['rien.csv', 'Aucun persona dans ce fichier'],
    ['profond.json', /abîmé|Aucun persona/],
    ['notes.md', 'Aucun persona dans ce fichier'],
    ['tordu.md', 'Ce fichier est abîmé'],
    ['image.json', 'Aucun persona dans ce fichier'],
    ['coupe.personarium', /incomplet|abîmé/],
  ] as const) {
    await importFiles(name);
    const bar = page.getByRole('alert').filter({ hasText: title });
    await expect(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Compris' }).click();
    await expect(bar).toBeHidden();
  }
  await expect(cells()).toHaveCount(before);
});

test('a table of personas dropped on the library comes in; another table is explored', async () => {
  const before = await cells().count();
  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));
        return transfer;
      },
      [name, text] as const,
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  };
  await drop('equipe.csv', 'Nom;Âge;Humeur\nZoé Lambert;41;gaie\n;36;triste\n');
  await expect(cell('Zoé Lambert')).toHaveCount(1);
  await expect(
    toast('1 persona ajouté. 1 ligne sans nom laissée de côté (ligne 3). Colonne inconnue laissée de côté : Humeur.'),
  ).toBeVisible();
  await expect(cells()).toHaveCount(before + 1);
  await drop('equipe.md', '# Max Lambert\n\n## Besoins\n\n- Du temps\n');
  await expect(cell('Max Lambert')).toHaveCount(1);
  await expect(cells()).toHaveCount(before + 2);
  await drop('ventes.csv', 'ville;montant\nNantes;12\nLyon;14\n');
  await expect(page.getByRole('heading', { name: 'ventes.csv' })).toBeVisible();
});

test('personal data of real people is told before it leaves, with the way to it', async () => {
  await page.keyboard.press('Control+Shift+H');
  await toLibrary();
  await writeFile(file('joindre.csv'), 'Nom;Âge;Besoins\nPaul Martin;50;"Écrire à paul.martin@example.org"\n');
  await importFiles('joindre.csv');
  await expect(cell('Paul Martin')).toHaveCount(1);
  const chooseAndExport = async () => {
    await chooseInMenu('Exporter toute la bibliothèque…');
    await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).click();
  };
  await home.answerSave(file('parti.personarium'));
  await chooseAndExport();
  const question = page.getByRole('alertdialog', { name: 'Une donnée personnelle ?' });
  await expect(question).toContainText('paul.martin@example.org');
  await question.getByRole('button', { name: /^Y aller/ }).click();
  await expect(board(page)).toBeVisible();
  await expect(readFile(file('parti.personarium'))).rejects.toThrow();
  await page.keyboard.press('Control+Shift+H');
  await chooseAndExport();
  await question.getByRole('button', { name: 'Exporter quand même' }).click();
  await expect(toast('Exporté : parti.personarium')).toBeVisible();
});
