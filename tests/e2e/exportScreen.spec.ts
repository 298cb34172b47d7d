import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { pdfAlts, pdfImageCount } from '../support/pdfFacts';
import { axeViolations } from './axe';
import { personarium } from './commandLine';
import { resizeWindow } from './journeySteps';
import { launchApp, type RunningApp } from './launch';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
const problems: string[] = [];
let page: Page;
let folder: string;

const board = () => page.getByTestId('board-canvas');

const answerSave = (path: string) =>
  running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);

const answerFolder = (path: string) =>
  running.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);

const checks = () => page.getByRole('region', { name: 'Avant d’imprimer' });
const exportButton = (text: string) => page.getByRole('button', { name: text, exact: true });
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
/** Waits until a file is there, larger than so many bytes. */
const written = (path: string, least: number) =>
  expect
    .poll(() =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    )
    .toBeGreaterThan(least);
const picture = () => page.getByRole('img', { name: /^Affiche « Parcours/ });

/** Share of pixels of the preview that are not paper: a blank one has none. */
const inkOf = () =>
  picture().evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 200) ink++;
    return ink / (data.length / 4);
  });

/** Pixels of the preview that have a colour exactly. */
const pixelsOf = (color: readonly [number, number, number]) =>
  picture().evaluate((element, [red, green, blue]) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
    return count;
  }, color);

/** Drawn with a script, which must not run, and blank edges, which are cut. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><script>document.title = 'ran'</script>
<rect x="50" y="50" width="200" height="100" fill="#00ff7f"/></svg>`;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-export-'));
  running = await launchApp({ args: ['--sample'] });
  page = running.page;
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
  await expect(board()).toBeVisible({ timeout: 120_000 });
});

test.afterAll(async () => {
  expect(problems).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('shows the true poster of the board one comes from', async () => {
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier d’affiches' })).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Imprimer « Parcours actuel »' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Imprimer « Parcours cible »' })).not.toBeChecked();
  await expect(picture()).toHaveAccessibleName('Affiche « Parcours actuel », A1 paysage');
  await expect.poll(inkOf).toBeGreaterThan(0.1);
  await expect(checks()).toContainText('Plus petit texte : 18 pt, lisible à 2 m');
  await expect(checks()).toContainText('Polices incorporées');
});

test('parts a board over as few sheets as its text needs, and prints it small only where that was asked for', async () => {
  await choose('A4');
  await expect(picture()).toHaveAccessibleName('Affiche « Parcours actuel », A4 paysage');
  await expect(checks()).toContainText('2 feuilles, coupées entre les étapes');
  await expect(checks()).toContainText('lisible à 1 m');
  await choose('Toujours une, même trop petit');
  await expect(checks()).toContainText('il faut 9 pt sur A4. L’affiche s’imprimera quand même.');
  await expect(page.getByText('1 point à voir')).toBeVisible();
  await expect(exportButton('Exporter 1 affiche')).not.toHaveAttribute('aria-disabled');
  await choose('Selon le texte');
  await choose('Portrait');
  await expect(picture()).toHaveAccessibleName('Affiche « Parcours actuel », A4 portrait');
  const shape = async () => {
    const box = await picture().boundingBox();
    return box!.height / box!.width;
  };
  await expect.poll(shape).toBeCloseTo(297 / 210, 1);
});

test('exports no text below the least of its sheet, offers what helps, and gives way to whoever insists', async () => {
  // It needs three.
  await choose('Au plus deux feuilles');
  await expect(checks()).toContainText('L’affiche ne s’imprimera pas ainsi');
  await expect(page.getByText('texte trop petit', { exact: true })).toBeVisible();
  await expect(exportButton('Exporter')).toHaveAttribute('aria-disabled', 'true');
  const insist = checks().getByRole('button', { name: 'Imprimer plus petit quand même' });
  await insist.focus();
  await page.keyboard.press('Enter');
  await expect(exportButton('Exporter 1 affiche')).not.toHaveAttribute('aria-disabled');
  await expect(checks().getByRole('button', { name: 'Ne pas imprimer plus petit' })).toBeFocused();
  await checks().getByRole('button', { name: 'Passer en A3' }).click();
  await expect(checks()).toContainText('lisible à 1 m');
  // Nobody insisted on small text for this paper.
  await choose('A4');
  await expect(exportButton('Exporter')).toHaveAttribute('aria-disabled', 'true');
});

for (const theme of ['light', 'projectorDark']) {
  test(`passes axe with a refusal shown, in the ${theme} theme`, async () => {
    if (theme !== 'light') await page.keyboard.press('l');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(checks().getByRole('button', { name: 'Passer en A3' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    if (theme !== 'light') await page.keyboard.press('l');
  });
}

test('one poster goes into the file that was chosen', async () => {
  await choose('Selon le texte');
  await choose('Paysage');
  await choose('A2');
  const file = join(folder, 'affiche.pdf');
  await answerSave(file);
  await exportButton('Exporter 1 affiche').click();
  await expect(page.getByRole('status').filter({ hasText: '1 affiche enregistrée' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Afficher dans le dossier' })).toBeVisible();
  expect((await stat(file)).size).toBeGreaterThan(50_000);
});

test('the client’s logo is chosen by keys, stands on the poster, in its file and in that of the command line', async () => {
  const edit = page.getByRole('button', { name: 'Modifier le cartouche…' });
  await edit.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cartouche de l’atelier' });
  await expect(dialog.getByRole('textbox', { name: 'Atelier', exact: true })).toBeFocused();
  const input = dialog.locator('input[type=file]');
  await input.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(dialog.getByRole('alert')).toContainText('n’est pas une image qui se lise ici');
  await input.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
  await expect(dialog.getByRole('img', { name: 'Logo du client' })).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('net jusqu’à une affiche 2A0');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Client', exact: true }).fill('Orange sanguine');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(edit).toBeFocused();
  await expect(page.getByText('Boutique Commerce, Orange sanguine, Nantes')).toBeVisible();
  await expect.poll(() => pixelsOf([0, 255, 127])).toBeGreaterThan(50);
  // The picture is made anew for another size of the window, whatever stood in it.
  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
  ] as const) {
    await resizeWindow(running, width, height);
    await expect.poll(() => pixelsOf([0, 255, 127])).toBeGreaterThan(20);
  }

  const pdf = join(folder, 'logo.pdf');
  await answerSave(pdf);
  await exportButton('Exporter 1 affiche').click();
  await written(pdf, 50_000);
  expect(pdfImageCount(pdf)).toBe(1);
  expect(pdfAlts(pdf)[0]).toBe('Logo d’Orange sanguine');

  await choose('SVG');
  const svg = join(folder, 'logo.svg');
  await answerSave(svg);
  await exportButton('Exporter 1 affiche').click();
  await written(svg, 50_000);
  const drawn = await readFile(svg, 'utf8');
  expect(drawn.match(/href="data:image\/png;base64,/g)).toHaveLength(1);
  expect(drawn).toContain('<title>Logo d’Orange sanguine</title>');
  const copy = join(folder, 'atelier.personarium');
  await answerSave(copy);
  await page.keyboard.press('Control+Shift+s');
  await written(copy, 1_000);
  const again = join(folder, 'cli.svg');
  const words = ['export', copy, '--board', '1', '--format', 'svg', '--sheet', 'A2', '--out', again];
  expect((await personarium(words)).code).toBe(0);
  expect(await readFile(again, 'utf8')).toBe(drawn);
  await choose('PDF');
});

test('rows, stages and notes are left out by keys, of the poster alone, as on the command line', async () => {
  const fold = (name: string) => page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  const open = async (name: string) => {
    await fold(name).locator('summary').focus();
    await page.keyboard.press('Enter');
  };
  const kept = async (name: string) => {
    const labels = fold(name).locator('label', { has: page.locator('input:checked') });
    return (await labels.allInnerTexts()).map((label) => label.trim()).join(',');
  };
  await open('Lignes');
  for (const name of ['Points de contact', 'Opportunités']) {
    await fold('Lignes').getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
  }
  await open('Étapes');
  await fold('Étapes').getByRole('checkbox').nth(1).uncheck();
  await open('Notes');
  await fold('Notes')
    .getByRole('button', { name: /^Verbatim/ })
    .click();
  await expect(fold('Lignes').locator('summary')).toContainText('7 sur 9');
  await expect(page.getByText('en partie')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await choose('SVG');
  const svg = join(folder, 'partie.svg');
  await answerSave(svg);
  await exportButton('Exporter 1 affiche').click();
  await written(svg, 20_000);
  const drawn = await readFile(svg, 'utf8');
  expect(drawn).toContain('notes masquées par le filtre');
  const again = join(folder, 'partie-cli.svg');
  const words = ['export', join(folder, 'atelier.personarium'), '--board', '1', '--format', 'svg', '--sheet', 'A2'];
  const shown = ['--rows', await kept('Lignes'), '--stages', await kept('Étapes'), '--filter', 'verbatim'];
  expect((await personarium([...words, ...shown, '--out', again])).code).toBe(0);
  expect(await readFile(again, 'utf8')).toBe(drawn);
  const wrong = await personarium([...words, '--stages', 'Nulle part', '--out', again]);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Nulle part')]);
  for (const name of ['Points de contact', 'Opportunités'])
    await fold('Lignes').getByRole('checkbox', { name }).check();
  await fold('Étapes').getByRole('checkbox').nth(1).check();
  await fold('Notes').getByRole('button', { name: 'Tout montrer' }).click();
  await expect(page.getByText('en partie')).toBeHidden();
  await choose('PDF');
});

test('several posters in two languages go into a folder', async () => {
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours cible »' }).check();
  await page.getByRole('checkbox', { name: 'English' }).check();
  await page
    .getByRole('radiogroup')
    .or(page.getByRole('group', { name: 'Langue montrée' }))
    .getByRole('radio', { name: 'English' })
    .check();
  await expect(page.getByText('4 × A2')).toBeVisible();
  await choose('PNG');
  await choose('96');
  const target = await mkdtemp(join(folder, 'png-'));
  await answerFolder(target);
  await exportButton('Exporter 4 affiches').click();
  await expect(page.getByRole('status').filter({ hasText: '4 affiches enregistrées' })).toBeVisible({
    timeout: 120_000,
  });
  expect((await readdir(target)).sort()).toEqual([
    'Parcours actuel A2 en 96 dpi.png',
    'Parcours actuel A2 fr 96 dpi.png',
    'Parcours cible A2 en 96 dpi.png',
    'Parcours cible A2 fr 96 dpi.png',
  ]);
});

test('a long export shows its progress and can be cancelled', async () => {
  await choose('A0');
  await choose('300');
  const target = await mkdtemp(join(folder, 'cancelled-'));
  await answerFolder(target);
  await exportButton('Exporter 4 affiches').click();
  const job = page.getByRole('region', { name: 'Export de l’atelier en PNG' });
  await expect(job).toContainText(/Affiche \d sur 4/);
  await job.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Export annulé' })).toBeVisible();
  for (const name of await readdir(target)) expect((await stat(join(target, name))).size).toBeGreaterThan(1_000_000);
});

test('of several posters those whose text is too small are left out and named; each sheet is a file', async () => {
  await page.getByRole('checkbox', { name: 'English' }).uncheck();
  await choose('A4');
  await choose('SVG');
  const target = await mkdtemp(join(folder, 'left-'));
  await answerFolder(target);
  await exportButton('Exporter 1 affiche').click();
  await expect(page.getByRole('status').filter({ hasText: '1 affiche enregistrée' })).toContainText(
    'Pas imprimé, texte trop petit : Parcours cible.',
  );
  expect((await readdir(target)).sort()).toEqual(['Parcours actuel A4 1 fr.svg', 'Parcours actuel A4 2 fr.svg']);
});

test('a place that cannot be written is told, nothing else changes', async () => {
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours cible »' }).uncheck();
  await choose('A3');
  await answerSave(join(folder, 'nowhere', 'affiche.svg'));
  await exportButton('Exporter 1 affiche').click();
  await expect(page.getByRole('alert')).toContainText('Le fichier n’a pas été écrit');
});

test('boards become one presentation that says what they say', async () => {
  await choose('PPTX');
  await expect(picture()).toHaveAccessibleName('Affiche « Parcours actuel », 16:9');
  await expect(checks()).toContainText('Tout tient sur la feuille');
  await expect(page.getByRole('radio', { name: 'A4', exact: true })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours cible »' }).check();
  const path = join(folder, 'atelier.pptx');
  await answerSave(path);
  await exportButton('Exporter la présentation').click();
  await expect(page.getByRole('status').filter({ hasText: 'Présentation enregistrée' })).toBeVisible({
    timeout: 60_000,
  });
  const parts = unzipSync(await readFile(path));
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides.length).toBeGreaterThan(10);
  expect(strFromU8(parts['ppt/slides/slide1.xml']!)).toContain('Des fiches techniques illisibles');
  expect(strFromU8(parts['ppt/slides/slide1.xml']!)).toContain('Logo d’Orange sanguine');
  expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours cible »' }).uncheck();
  await choose('PDF');
});

test('without a board or a language there is nothing to export', async () => {
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours actuel »' }).uncheck();
  await expect(exportButton('Exporter')).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Imprimer « Parcours actuel »' }).check();
});

test('any other sheet is taken from the list by keys: a roll is as long as its poster', async () => {
  await choose('PDF');
  const list = page.getByRole('button', { name: 'Autre feuille' });
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'ARCH D, 610 × 914 mm' })).toBeVisible();
  await page.keyboard.type('Rouleau de 610');
  await page.keyboard.press('Enter');
  await expect(picture()).toHaveAccessibleName(/Parcours actuel.*, \d{3,4}\s×\s610\smm$/);
  await expect(page.getByText(/^Longueur\s:\s\d+\smm/)).toBeVisible();
  await choose('5 mm');
  await expect(checks()).toContainText(/Texte à [\d,]+\smm de la coupe/);
  await choose('Sur A3');
  await expect(checks()).toContainText(/À coller\s:\s\d+ feuilles A3/);
  // What is glued runs less over its edge, and has marks of its own: as pictures too.
  await choose('PNG');
  await expect(checks()).toContainText(/À coller\s:\s\d+ feuilles A3/);
  await expect(page.getByRole('radio', { name: '3 mm', exact: true })).toBeChecked();
  await expect(page.getByText('Les feuilles à coller portent leurs propres traits')).toBeVisible();
  await choose('PDF');
});

test('a part that is switched off leaves the poster', async () => {
  const card = () => pixelsOf([0xff, 0xe0, 0x7a]);
  const logo = () => pixelsOf([0, 255, 127]);
  await expect.poll(card).toBeGreaterThan(100);
  await page.getByRole('switch', { name: 'Fiche du persona' }).uncheck();
  await expect.poll(card).toBe(0);
  await expect.poll(logo).toBeGreaterThan(20);
  await page.getByRole('switch', { name: 'Logo du client' }).uncheck();
  await expect.poll(logo).toBe(0);
  // The paper of the night.
  await choose('Nuit');
  await expect.poll(() => pixelsOf([0x12, 0x1a, 0x2e])).toBeGreaterThan(1_000);
});

test('the order of the queue can be changed, and Escape goes back to the board', async () => {
  const titles = () =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox') })
      .allInnerTexts();
  await page.getByRole('button', { name: 'Descendre « Parcours actuel »' }).click();
  await expect.poll(async () => (await titles())[0]).toContain('Empathie');
  // As after a message was closed by its button: nothing has the focus.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await expect(board()).toBeVisible();
});

test('settings are there again after a restart of the window', async () => {
  await page.reload();
  await expect(board()).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('radio', { name: 'Sur A3' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '3 mm', exact: true })).toBeChecked();
  await expect(page.getByRole('spinbutton', { name: 'Largeur du rouleau' })).toHaveValue('610');
  await expect(page.getByRole('switch', { name: 'Fiche du persona' })).not.toBeChecked();
  await expect(page.getByRole('switch', { name: 'Votes' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Nuit', exact: true })).toBeChecked();
});
