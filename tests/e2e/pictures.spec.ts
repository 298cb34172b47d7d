import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type {} from '../../renderer/session/testHook';
import type { Note } from '../../shared/boards/journey-map/model';
import { decodePng } from '../support/pngImage';
import { personarium } from './commandLine';
import { board } from './homeSteps';
import { idOf, type JourneyApp, type JourneySteps, journeySteps, notesOf, startJourney } from './journeySteps';
import { freshProfile, launchApp, removeProfile } from './launch';

/** Pictures on notes: from the clipboard, a drop, the disk; what is kept of them, where they travel, what is refused. */
test.describe.configure({ mode: 'serial' });

let home: JourneyApp;
let page: Page;
let steps: JourneySteps;
let pains: readonly string[];
let folder = '';
let profile = '';

const SECRET = '48.8584N 2.2945E';
const MAGENTA = '#ff00ff';

const note = async (key: string, of = steps) => (await of.doc()).notes[idOf(key) as never] as Note;
const pictures = async (of = steps) =>
  Object.values<Note>((await of.doc()).notes).filter(({ image }) => image !== null);
const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspecteur' });

/** The bytes of a picture of one colour, as a camera or a program would write them. */
async function pictureOf(
  type: 'image/jpeg' | 'image/png',
  width: number,
  height: number,
  alpha = 1,
): Promise<number[]> {
  const bytes = await page.evaluate(
    async ([format, w, h, a, color]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext('2d')!;
      context.globalAlpha = a;
      context.fillStyle = color;
      context.fillRect(0, 0, w, h);
      const blob = await canvas.convertToBlob({ type: format, quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [type, width, height, alpha, MAGENTA] as const,
  );
  if (type === 'image/png') return bytes;
  // A segment with where and when it was taken, right behind the first marker.
  const said = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08${SECRET}`, 'latin1');
  const length = said.length + 2;
  return [...bytes.slice(0, 2), 0xff, 0xe1, length >> 8, length & 255, ...said, ...bytes.slice(2)];
}

interface Given {
  readonly name: string;
  readonly type: string;
  readonly bytes: readonly number[];
}

const pastePicture = (file: Given) =>
  page.evaluate(({ name, type, bytes }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, file);

/** Share of the box of a note that is the picture's colour, on screen. */
async function magentaIn(of: Page, key: string): Promise<number> {
  const clip = await of.evaluate((wanted) => {
    const shown = window.__board!;
    shown.view.measure();
    const box = shown.now().index.get(wanted)!.box;
    const surface = document.querySelector('[data-testid="board-canvas"]')!.getBoundingClientRect();
    const { zoom, cx, cy } = shown.camera.get();
    const { width, height } = shown.viewSize();
    return {
      x: surface.left + (box.x - cx) * zoom + width / 2,
      y: surface.top + (box.y - cy) * zoom + height / 2,
      width: box.w * zoom,
      height: box.h * zoom,
    };
  }, key);
  const { pixels, channels, width, height } = decodePng(await of.screenshot({ clip }));
  return magenta(pixels, channels) / (width * height);
}

function magenta(pixels: Uint8Array, channels: number): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (red > 230 && green < 40 && blue > 230) count += 1;
  }
  return count;
}

const storedBytes = (of: Page, asset: string): Promise<string> =>
  of.evaluate(async (hash) => {
    const bytes = await window.__personarium!.readAsset(hash as never);
    return bytes ? String.fromCharCode(...bytes) : '';
  }, asset);

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-pictures-'));
  profile = await freshProfile();
  home = await startJourney({ width: 1440, height: 900 }, 'fr', profile);
  ({ page, steps } = home);
  pains = notesOf(await steps.doc(), 'pain-points');
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await removeProfile(profile);
});

test('a pasted photo becomes a note: no larger than needed, without where it was taken, drawn on the board', async () => {
  const { x, y } = await steps.spot(pains[0]!);
  await page.mouse.click(x, y);
  await pastePicture({ name: 'photo.jpg', type: 'image/jpeg', bytes: await pictureOf('image/jpeg', 2600, 1300) });
  await expect.poll(pictures).toHaveLength(1);
  const [key] = await steps.selection();
  const made = await note(key!);
  expect(made.image).toMatchObject({ width: 2048, height: 1024, alt: '' });
  const bytes = await storedBytes(page, made.image!.asset);
  expect(bytes.slice(0, 3)).toBe('\xff\xd8\xff');
  expect(bytes).not.toContain(SECRET);
  expect(bytes).not.toContain('Exif');
  await page.keyboard.press('Escape');
  await expect.poll(() => magentaIn(page, key!)).toBeGreaterThan(0.3);
  await steps.undo();
  expect(await pictures()).toEqual([]);
});

test('a picture dropped on a row becomes a note there; a transparent one stays so', async () => {
  const { x, y } = await steps.spot(pains[2]!);
  const bytes = await pictureOf('image/png', 300, 200, 0.5);
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(given)], 'dessin.png', { type: 'image/png' }));
    return data;
  }, bytes);
  const surface = page.getByTestId('board-canvas');
  await surface.dispatchEvent('dragover', { dataTransfer: transfer, clientX: x, clientY: y });
  await surface.dispatchEvent('drop', { dataTransfer: transfer, clientX: x, clientY: y });
  await expect.poll(pictures).toHaveLength(1);
  const [made] = await pictures();
  expect(made!.stageId).toBe((await note(pains[2]!)).stageId);
  expect(made!.image).toMatchObject({ width: 300, height: 200 });
  expect((await storedBytes(page, made!.image!.asset)).slice(1, 4)).toBe('PNG');
  await page.getByTestId('board-canvas').focus();
  await steps.undo();
});

test('keys put a picture from the disk on the chosen note, and words to it', async () => {
  const path = join(folder, 'photo.jpg');
  await writeFile(path, Uint8Array.from(await pictureOf('image/jpeg', 640, 480)));
  await home.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
  const { x, y } = await steps.spot(pains[1]!);
  await page.mouse.click(x, y);
  await page.keyboard.press('Shift+I');
  await expect.poll(async () => (await note(pains[1]!)).image).toMatchObject({ width: 640, height: 480 });
  await expect(page.getByRole('button', { name: 'Annuler : réglage d’une note' })).toBeVisible();
  await page.keyboard.press('Control+i');
  await inspector().getByLabel('Ce que montre l’image').fill('Une semelle usée');
  expect((await note(pains[1]!)).image!.alt).toBe('Une semelle usée');
  await page.keyboard.press('Control+i');
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await expect.poll(() => magentaIn(page, pains[1]!)).toBeGreaterThan(0.2);
});

test('what is no picture and what is too large is refused with a word', async () => {
  await page.getByTestId('board-canvas').focus();
  const before = await steps.doc();
  await pastePicture({ name: 'faux.png', type: 'image/png', bytes: [1, 2, 3, 4] });
  await expect(page.getByText('Cette image ne peut pas être lue.')).toBeVisible();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50_000_001)], 'énorme.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('Cette image est trop grande pour une note.')).toBeVisible();
  expect(await steps.doc()).toEqual(before);
});

test('the poster workshop shows it', async () => {
  await page.keyboard.press('Control+e');
  const preview = page.getByRole('img', { name: /^Affiche « Parcours/ });
  const count = () =>
    preview.evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let seen = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at]! > 230 && data[at + 1]! < 40 && data[at + 2]! > 230) seen += 1;
      return seen;
    });
  await expect.poll(count).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(board(page)).toBeVisible();
});

test('it travels in the file of the workshop, and from there onto posters and into another profile', async () => {
  const file = join(folder, 'atelier.personarium');
  await home.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('status').filter({ hasText: 'Copie enregistrée' })).toBeVisible();

  const out = await mkdtemp(join(folder, 'posters-'));
  const words = ['export', file, '--board', 'Parcours actuel', '--sheet', 'A2', '--dpi', '96', '--out', out];
  const made = await personarium([...words, '--format', 'pdf,svg,png']);
  expect(made.code, made.err).toBe(0);
  const names = await readdir(out);
  const named = (ending: string) => join(out, names.find((name) => name.endsWith(ending))!);
  const svg = await readFile(named('.svg'), 'utf8');
  expect(svg).toContain('href="data:image/jpeg;base64,');
  expect(svg).toContain('<title>Une semelle usée</title>');
  expect((await readFile(named('.pdf'))).includes('/DCTDecode')).toBe(true);
  const png = decodePng(await readFile(named('.png')));
  expect(magenta(png.pixels, png.channels)).toBeGreaterThan(500);

  const greys = await mkdtemp(join(folder, 'greys-'));
  const grey = await personarium([...words.slice(0, -1), greys, '--format', 'png', '--inks', 'grey']);
  expect(grey.code, grey.err).toBe(0);
  const [greyName = ''] = await readdir(greys);
  const { pixels, channels } = decodePng(await readFile(join(greys, greyName)));
  let coloured = 0;
  let dark = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured++;
    if (red < 200) dark++;
  }
  expect(coloured).toBe(0);
  expect(dark).toBeGreaterThan(10_000);

  const other = await launchApp({ args: [file] });
  await expect(board(other.page)).toBeVisible({ timeout: 120_000 });
  await other.page.waitForFunction(() => window.__board?.session.store.getState().editable);
  const there = journeySteps(other.page);
  const [brought] = await pictures(there);
  await expect.poll(() => magentaIn(other.page, `note:${brought!.id}`)).toBeGreaterThan(0.2);
  await other.close();
});

test('it outlives a kill and the loss of the database', async () => {
  await page.waitForFunction(() => window.__personarium?.saveState.getState().status === 'saved');
  expect(home.problems).toEqual([]);
  await home.kill();
  await rm(join(profile, 'IndexedDB'), { recursive: true, force: true });
  const again = await launchApp({ userData: profile });
  await expect(board(again.page)).toBeVisible({ timeout: 120_000 });
  await again.page.waitForFunction(() => window.__board?.session.store.getState().editable);
  const there = journeySteps(again.page);
  const kept = (await there.doc()).notes[idOf(pains[1]!) as never] as Note;
  expect(kept.image).toMatchObject({ width: 640, height: 480, alt: 'Une semelle usée' });
  await expect.poll(() => magentaIn(again.page, pains[1]!)).toBeGreaterThan(0.2);
  await again.close();
});
