import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { writeWorkshopFile } from '../../shared/file/workshopFile';
import { boardsInOrder } from '../../shared/model/workshopCommands';
import { pdfFonts, pdfImageCount, pdfText } from '../support/pdfFacts';
import { decodePng, type PngImage } from '../support/pngImage';
import { sampleOf } from '../support/sampleScenes';
import { bundleOf } from '../support/workshopBundles';
import { personarium } from './commandLine';

const ODD_TEXTS = [
  'Emoji 😀 et 👩‍🚀 🇫🇷 ❤️',
  'Symboles → ≥ ✓ ★ ≠',
  'Ł ő ß Ÿ œ — “x”',
  'https://exemple.fr/tres/longue/adresse?avec=des&parametres=oui',
  '<b>gras</b> & "\'',
  'Anticonstitutionnellementanticonstitutionnellement',
] as const;

let folder: string;
let file: string;

/** The sample's map with notes that no layout expects. */
function oddJourney(): JourneyMapDoc {
  const { workshop, docs } = sampleOf('fr');
  const journey = docs[boardsInOrder(workshop)[0]!.id] as JourneyMapDoc;
  const notes = Object.values(journey.notes).map(
    (note, index): Note => ({ ...note, text: ODD_TEXTS[index % ODD_TEXTS.length]! }),
  );
  return {
    ...journey,
    info: { ...journey.info, personaIds: [] },
    notes: Object.fromEntries(notes.map((note) => [note.id, note])),
    emotionPoints: Object.fromEntries(
      Object.entries(journey.emotionPoints).map(([id, point]) => [id, { ...point, personaId: null }]),
    ),
  };
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-odd-'));
  file = join(folder, 'odd.personarium');
  await writeFile(
    file,
    writeWorkshopFile(bundleOf(oddJourney()), { appVersion: '0.0.0', savedAt: '2026-11-22T00:00:00Z' }),
  );
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u200B]+/g, '');

/** Share of pixels of the yellow that only the faces of emoji have. */
function emojiYellow({ pixels, channels }: PngImage): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    if (red > 245 && green > 185 && green < 215 && blue < 90) count++;
  }
  return count / (pixels.length / channels);
}

test('a PDF of emoji, symbols, addresses and markup holds them as text, in embedded fonts', async () => {
  const out = join(folder, 'odd.pdf');
  expect(await personarium(['export', file, '--out', out])).toMatchObject({
    code: 0,
    err: expect.not.stringContaining('police'),
  });
  const text = squeezed(pdfText(out));
  for (const odd of ODD_TEXTS.slice(1)) expect(text).toContain(squeezed(odd));
  for (const emoji of ['😀', '👩‍🚀', '🇫🇷', '❤️']) expect(text).toContain(emoji);
  expect(pdfImageCount(out)).toBe(0);
  const fonts = pdfFonts(out);
  for (const font of fonts) expect(font).toMatchObject({ isEmbedded: true, hasUnicode: true });
  const text3 = fonts.filter(({ type }) => type === 'Type 3');
  // Colour emoji are drawings: the only fonts of that kind, and without a name.
  expect(text3.length).toBeGreaterThan(0);
  for (const { name } of text3) expect(name).toBe('[none]');
});

test('a PNG draws emoji in colour', async () => {
  const out = join(folder, 'odd.png');
  expect(
    await personarium(['export', file, '--format', 'png', '--sheet', 'A3', '--dpi', '150', '--out', out]),
  ).toMatchObject({ code: 0 });
  expect(emojiYellow(decodePng(await readFile(out)))).toBeGreaterThan(0.00005);
});

test('an SVG carries of the fonts of emoji and signs what it says, in colour, and is the same again', async () => {
  const words = (name: string) => ['export', file, '--format', 'svg', '--sheet', 'A2', '--out', join(folder, name)];
  expect(await personarium(words('odd.svg'))).toMatchObject({ code: 0 });
  expect(await personarium(words('again.svg'))).toMatchObject({ code: 0 });
  const svg = await readFile(join(folder, 'odd.svg'), 'utf8');
  expect(svg).toBe(await readFile(join(folder, 'again.svg'), 'utf8'));
  for (const emoji of ['😀', '👩‍🚀', '🇫🇷', '❤️']) expect(svg).toContain(emoji);
  // The text fonts are whole; that of emoji alone would be 3 MB.
  expect(svg.length).toBeLessThan(600_000);
  const parts = [...svg.matchAll(/font-family:'Noto [^}]*base64,([^)]*)\) format\('opentype'\)/g)];
  expect(parts.length).toBeGreaterThan(1);
  const tables = parts.map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('latin1', 12, 300));
  expect(tables.some((text) => text.includes('COLR') && text.includes('CPAL'))).toBe(true);
});

test('a board that is not there is named, with those that are', async () => {
  const result = await personarium(['export', file, '--board', 'Nulle part', '--out', `${folder}/none/`]);
  expect(result.code).toBe(4);
  expect(result.err.replace(/\u00A0/g, ' ')).toContain(
    'Aucun tableau ni persona « Nulle part ». Dans l’atelier : Parcours actuel',
  );
});
