import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { carryWorkshop } from '../../shared/carrier/carry';
import { readWorkshopFile } from '../../shared/file/workshopFile';
import { pdfCheck, pdfInfo } from '../support/pdfFacts';
import { decodePng } from '../support/pngImage';
import { type JourneyApp, notesOf, startJourney } from './journeySteps';

/** Posters that carry the workshop and are opened again, SVG in both kinds, and what a board is copied as. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let folder: string;

const place = (name: string) => join(folder, name);
const answerSave = (path: string) =>
  home.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
const answerOpen = (...paths: string[]) =>
  home.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
const inside = () => page.getByRole('switch', { name: 'Joindre l’atelier' });
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();

/** Exports the one poster that is chosen, by the dialog of the system. */
async function exportTo(name: string): Promise<Uint8Array> {
  await answerSave(place(name));
  await page.getByRole('button', { name: 'Exporter 1 affiche' }).click();
  await expect(page.getByText('1 affiche enregistrée')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Fermer' }).click();
  return new Uint8Array(await readFile(place(name)));
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-carriers-'));
  home = await startJourney();
  ({ page } = home);
});

test.afterAll(async () => {
  expect(home.problems).toEqual([]);
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

test('a board, or what is chosen on it, is copied as picture, drawing and text', async () => {
  const textThere = () => home.app.evaluate(({ clipboard }) => clipboard.readText());
  // Main's clipboard has had two forms; which one depends on the runtime.
  const pngThere = async () => {
    const base64 = await home.app.evaluate(async ({ clipboard }) => {
      const old = clipboard as unknown as { readImage?: () => { toPNG: () => Buffer } };
      if (old.readImage) return old.readImage().toPNG().toString('base64');
      const [item] = await clipboard.read();
      const blob = item?.types.includes('image/png') ? ((await item.getType('image/png')) as Blob) : null;
      return blob ? Buffer.from(await blob.arrayBuffer()).toString('base64') : '';
    });
    return base64 === '' ? null : decodePng(Buffer.from(base64, 'base64'));
  };
  const sizeThere = async () => {
    const png = await pngThere();
    return png && { width: png.width, height: png.height };
  };
  const clear = () => home.app.evaluate(({ clipboard: held }) => held.clear());
  const asked = async (line: string) => {
    await page.getByTestId('board-canvas').focus();
    await page.keyboard.press('Control+Shift+c');
    await page.getByRole('menuitem', { name: line, exact: true }).click();
  };
  const [first = '', second = ''] = notesOf(await home.steps.doc(), 'pain-points');
  const chosen = await page.evaluate(
    ([one, other]) => {
      const board = window.__board!;
      const placed = [one, other].map((key) => board.now().index.get(key!)!);
      board.select(placed.map(({ target }) => target));
      const { doc, lang } = board.now().inputs;
      const left = Math.min(...placed.map(({ box }) => box.x));
      const right = Math.max(...placed.map(({ box }) => box.x + box.w));
      return { width: right - left, texts: placed.map(({ target }) => board.plug.texts.get(doc, target, lang)!) };
    },
    [first, second],
  );
  const toast = page.getByRole('status');

  await asked('Copier comme texte');
  await expect(toast.filter({ hasText: 'Texte copié' })).toBeVisible();
  expect((await textThere()).split('\n')).toEqual(chosen.texts);

  await clear();
  await asked('Copier comme image, fond transparent');
  await expect.poll(sizeThere).toMatchObject({ width: Math.round(2 * (chosen.width + 16)) });
  const cut = (await pngThere())!;
  const inked = cut.pixels.filter((value, at) => at % 4 === 3 && value === 255).length;
  expect(cut.pixels[3]).toBe(0);
  expect(inked).toBeGreaterThan(1000);

  await clear();
  await asked('Copier comme dessin SVG');
  await expect.poll(textThere).toContain('</svg>');
  const svg = await textThere();
  expect(svg).not.toContain('<script');
  expect(svg.match(/<text /g)?.length).toBeGreaterThan(1);

  // A row is what stands in it.
  await page.evaluate(() => {
    const board = window.__board!;
    const { doc } = board.now().inputs;
    const { id } = Object.values((doc as unknown as JourneyMapDoc).lanes).find(({ kind }) => kind === 'pain-points')!;
    board.select([{ kind: 'lane', id }]);
  });
  await asked('Copier comme texte');
  await expect.poll(textThere).toContain(`\n- ${chosen.texts[1]}\n`);

  // Nothing is chosen: the whole board, on its paper.
  await page.evaluate(() => window.__board!.select([]));
  const sheet = await page.evaluate(() => {
    const { width, height } = window.__board!.now().scene;
    return { width: Math.round(2 * width), height: Math.round(2 * height) };
  });
  await clear();
  await asked('Copier comme image');
  await expect.poll(sizeThere).toEqual(sheet);
  const whole = (await pngThere())!;
  expect(whole.channels === 3 || whole.pixels[3] === 255).toBe(true);

  // From the palette, and by the menu of the board.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('copier comme texte');
  await page.keyboard.press('Enter');
  await expect.poll(textThere).toContain('- ');
  expect((await textThere()).split('\n').length).toBeGreaterThan(30);
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Copier comme…' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a PDF carries the workshop when that is chosen, and says what it means', async () => {
  await page.keyboard.press('Control+e');
  await expect(inside()).not.toBeChecked();
  await expect(page.getByText('Qui reçoit ce fichier peut rouvrir tout l’atelier')).toBeVisible();
  await choose('A3');
  const bare = await exportTo('nue.pdf');
  await inside().check();
  await expect(page.getByText(/Ajoute \d+\sKo à chaque fichier/)).toBeVisible();
  const carrier = await exportTo('affiche.pdf');
  expect(carrier.length).toBeGreaterThan(bare.length + 10_000);
  expect(pdfCheck(place('affiche.pdf'))).toContain('No syntax or stream encoding errors found');
  expect(pdfInfo(place('affiche.pdf'))).toMatchObject({ pages: 1, isTagged: true });
  execFileSync('pdfdetach', ['-save', '1', '-o', place('inside.personarium'), place('affiche.pdf')]);
  const own = readWorkshopFile(new Uint8Array(await readFile(place('inside.personarium'))), 'inside');
  expect(own.ok && Object.keys(own.value.docs).length).toBeGreaterThan(5);
  expect(readWorkshopFile(carrier, 'affiche.pdf')).toEqual(own);
});

test('an SVG looks the same with text and with shapes, and a PNG keeps its picture', async () => {
  await choose('SVG');
  await inside().uncheck();
  await choose('Modifiable');
  const text = Buffer.from(await exportTo('texte.svg')).toString('utf8');
  await choose('En tracés');
  const shapes = Buffer.from(await exportTo('traces.svg')).toString('utf8');
  expect(text).toMatch(/<title id="title">[^<]+<\/title><desc id="description">[^<]*Nantes/);
  expect(shapes).not.toMatch(/<text|@font-face|<style/);
  expect(shapes).toContain('role="img" aria-label="Parcours client actuel');
  const differing = () =>
    page.evaluate(
      async ([one, other]) => {
        const pixelsOf = async (svg: string) => {
          const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
          const image = new Image();
          image.src = url;
          await image.decode();
          // The engine sets letters of text on whole pixels, shapes where they are: twice as fine, that is half a pixel at most.
          const fine = new OffscreenCanvas(4760, 3368);
          fine.getContext('2d')!.drawImage(image, 0, 0, fine.width, fine.height);
          URL.revokeObjectURL(url);
          const canvas = new OffscreenCanvas(2380, 1684);
          const context = canvas.getContext('2d')!;
          context.imageSmoothingQuality = 'high';
          context.drawImage(fine, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height).data;
        };
        const [a, b] = [await pixelsOf(one!), await pixelsOf(other!)];
        let count = 0;
        let ink = 0;
        for (let at = 0; at < a.length; at += 4) {
          const most = Math.max(...[0, 1, 2].map((channel) => Math.abs(a[at + channel]! - b[at + channel]!)));
          if (most > 80) count += 1;
          if (a[at]! < 128) ink += 1;
        }
        return { share: count / (a.length / 4), ink: ink / (a.length / 4) };
      },
      [text, shapes],
    );
  // The engine reads the fonts inside a picture when it first draws it. Letters a third of a millimetre off are 4 % of the pixels.
  await expect.poll(async () => (await differing()).share).toBeLessThan(0.0005);
  expect((await differing()).ink).toBeGreaterThan(0.02);

  await inside().check();
  await choose('PNG');
  await choose('96');
  const png = await exportTo('affiche.png');
  expect(decodePng(png).width).toBe(1587);
  expect(readWorkshopFile(png, 'affiche.png').ok).toBe(true);
  await page.keyboard.press('Escape');
});

test('such a file opens as the workshop: by the dialog, and dropped on a board', async () => {
  await answerOpen(place('affiche.pdf'));
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('dialog', { name: /est déjà ici/ })).toBeVisible();
  await page.getByRole('button', { name: /Garder les deux/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'est ouvert' })).toBeVisible();
  await expect(page.getByTestId('board-canvas')).toBeVisible();

  const base64 = (await readFile(place('affiche.png'))).toString('base64');
  await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'affiche.png', { type: 'image/png' }));
    const box = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
    const point = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const init = { dataTransfer: transfer, bubbles: true, cancelable: true, ...point };
    document.querySelector('[data-testid="board-canvas"]')!.dispatchEvent(new DragEvent('drop', init));
  }, base64);
  await expect(page.getByRole('dialog', { name: /est déjà ici/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('one without a workshop, or with a broken one, says so and changes nothing', async () => {
  const broken = carryWorkshop(new Uint8Array(await readFile(place('texte.svg'))), 'svg', {
    bytes: new Uint8Array(await readFile(place('inside.personarium'))).subarray(0, 5000),
    name: 'a.personarium',
  });
  await writeFile(place('cassee.svg'), broken.ok ? broken.value : '');
  const boards = async () => (await home.steps.doc()).info.title;
  const before = await boards();
  await answerOpen(place('nue.pdf'), place('cassee.svg'));
  await page.keyboard.press('Control+o');
  await expect(page.getByText('Ce PDF ne contient pas d’atelier')).toBeVisible();
  await expect(page.getByText('« nue.pdf » est un PDF sans atelier à l’intérieur.')).toBeVisible();
  await expect(page.getByText('Ce fichier est incomplet')).toBeVisible();
  expect(await boards()).toBe(before);
});
