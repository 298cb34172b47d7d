import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { docType } from '../../shared/boards/docTypes';
import type { EmpathyLayout } from '../../shared/boards/empathy-map/zones';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { EMPTY_INFO } from '../../shared/boards/persona/templates';
import { createYDoc, encodeState } from '../../shared/document/yDocument';
import { writeWorkshopFile } from '../../shared/file/workshopFile';
import type { AnyDoc } from '../../shared/model/document';
import { TILE_MARGIN_MM, tilingOf } from '../../shared/poster/tiling';
import { placeOnSheet } from '../../shared/scene/placeOnSheet';
import type { TextLinePrimitive } from '../../shared/scene/primitives';
import { type Orientation, sheetSize } from '../../shared/scene/sheet';
import type { SheetName } from '../../shared/scene/sheetCatalogue';
import { leftOf } from '../../shared/scene/textLine';
import { eachText } from '../../shared/scene/walkScene';
import { comparePictures } from '../golden/comparePictures';
import { blankGrey, greyPage, paste, ssim } from '../support/greyImage';
import {
  pdfBoxes,
  pdfCatalog,
  pdfCheck,
  pdfFonts,
  pdfImageCount,
  pdfInfo,
  pdfMetadata,
  pdfStructure,
  pdfText,
  pdfWords,
} from '../support/pdfFacts';
import { decodePng } from '../support/pngImage';
import { sampleOf, samplePoster } from '../support/sampleScenes';
import { personarium } from './commandLine';
import { projectRoot } from './launch';

const GOLDEN = join(projectRoot, 'tests', 'golden');
/** Sets the golden pictures anew: `UPDATE_GOLDEN=1 npm run e2e -- posters`. Look at them before they are committed. */
const isUpdating = process.env.UPDATE_GOLDEN === '1';
/** Share of pixels that may differ: a moved word is far more. */
const GOLDEN_TOLERANCE = 0.0015;

let out: string;

test.beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'personarium-posters-'));
});

test.afterAll(async () => {
  await rm(out, { recursive: true, force: true });
});

/** A file of the sample, some of its documents changed. */
async function sampleWith(lang: 'fr' | 'en', name: string, changed: (doc: AnyDoc) => AnyDoc): Promise<string> {
  const { id, workshop, docs } = sampleOf(lang);
  const stored = Object.entries<AnyDoc>({ ...docs, [id]: workshop }).map(([docId, doc]) => {
    const own = changed(doc);
    return [docId, { doc: own, state: encodeState(createYDoc(docType(own.kind), own)) }];
  });
  const file = join(out, `${lang}-${name}.personarium`);
  const bundle = { workshopId: id, docs: Object.fromEntries(stored), assets: {} };
  await writeFile(file, writeWorkshopFile(bundle, { appVersion: '0.0.0', savedAt: '2026-11-22T00:00:00Z' }));
  return file;
}

/** The empathy map in another layout. */
const inLayout =
  (layout: EmpathyLayout) =>
  (doc: AnyDoc): AnyDoc =>
    doc.kind === 'empathy-map' ? ({ ...doc, info: { ...doc.info, layout } } as AnyDoc) : doc;

/** Every journey as a path. */
const asPath = (doc: AnyDoc): AnyDoc =>
  doc.kind === 'journey-map' ? ({ ...doc, info: { ...doc.info, form: 'path' } } as AnyDoc) : doc;

/** Personas that say next to nothing: a name, a place, one need, nobody drawn. */
function sparse(doc: AnyDoc): AnyDoc {
  if (doc.kind !== 'persona') return doc;
  const { info, blocks, entries } = doc as PersonaDoc;
  const { name, place } = info;
  const [need] = Object.values(entries).filter(({ block }) => block === 'needs');
  const kept = need ? { [need.id]: { ...need, evidence: null, cites: [] } } : {};
  return { ...doc, info: { ...EMPTY_INFO, name, place }, blocks, entries: kept, evidence: {}, factSlots: {} } as AnyDoc;
}

/** Personas that say everything five times, at length. */
function wordy(doc: AnyDoc): AnyDoc {
  if (doc.kind !== 'persona') return doc;
  const persona = doc as PersonaDoc;
  const again = Object.values(persona.entries).flatMap((entry) =>
    ['', 'V', 'l'].map((end, at) => {
      const text =
        at === 0 ? entry.text : `${entry.text}, ${'comme on l’entend dans chaque entretien '.repeat(at).trim()}`;
      return { ...entry, id: `${entry.id}-${at}`, order: `${entry.order}${end}`, text };
    }),
  );
  return { ...persona, entries: Object.fromEntries(again.map((entry) => [entry.id, entry])) } as AnyDoc;
}

async function exported(name: string, words: readonly string[], source = '--sample'): Promise<string> {
  const folder = join(out, name);
  const result = await personarium(['export', source, ...words, '--out', `${folder}/`]);
  expect(result).toMatchObject({ code: 0 });
  return folder;
}

const only = async (folder: string): Promise<string> => {
  const files = await readdir(folder);
  expect(files).toHaveLength(1);
  return join(folder, files[0]!);
};

const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u200B]+/g, '');

interface PdfCase {
  readonly lang: 'fr' | 'en';
  readonly board: number;
  readonly sheet: SheetName;
  readonly orientation: Orientation;
}

const PDF_CASES: readonly PdfCase[] = [
  { lang: 'fr', board: 0, sheet: 'A1', orientation: 'landscape' },
  { lang: 'en', board: 1, sheet: 'A4', orientation: 'portrait' },
  { lang: 'fr', board: 2, sheet: 'A0', orientation: 'landscape' },
  { lang: 'fr', board: 1, sheet: 'A2', orientation: 'landscape' },
];

for (const { lang, board, sheet, orientation } of PDF_CASES) {
  test(`a PDF on ${sheet} ${orientation} in ${lang} is exact, tagged, and holds every word where the layout put it`, async () => {
    const size = sheetSize(sheet, orientation);
    const words = ['--board', String(board + 1), '--sheet', sheet, '--orientation', orientation, '--lang', lang];
    // An empathy map has no stages to be parted between.
    const file = await only(await exported(`${sheet}-${orientation}-${lang}`, [...words, '--small-text']));
    const scene = samplePoster(lang, board, size);
    const lines: TextLinePrimitive[] = [];
    eachText(scene.items, (line) => lines.push(line));

    const info = pdfInfo(file);
    expect(info).toMatchObject({ pages: 1, isTagged: true, title: scene.title });
    expect(Math.abs(info.widthMm - size.widthMm)).toBeLessThan(0.1);
    expect(Math.abs(info.heightMm - size.heightMm)).toBeLessThan(0.1);
    expect(pdfCatalog(file).lang).toBe(lang);
    expect(pdfCatalog(file).outlineEntries).toBeGreaterThan(2);
    expect(pdfImageCount(file)).toBe(0);

    const fonts = pdfFonts(file);
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) expect(font).toMatchObject({ isEmbedded: true, hasUnicode: true, type: 'CID TrueType' });
    for (const { name } of fonts) expect(name).toMatch(/Besley|AtkinsonHyperlegibleNext/);

    const structure = pdfStructure(file);
    expect(structure.filter((tag) => tag === 'H1')).toHaveLength(1);
    for (const tag of ['H2', 'P', 'Figure']) expect(structure).toContain(tag);

    const text = squeezed(pdfText(file));
    expect(lines.filter((line) => !text.includes(squeezed(line.text))).map((line) => line.text)).toEqual([]);
    expectInPlace(file, lines, placeOnSheet(scene, size.widthMm, size.heightMm));
  });
}

/** Every line begins where the scene says, to a tenth of a point; ascents come from the fonts and are the same for all lines of one. */
function expectInPlace(
  file: string,
  lines: readonly TextLinePrimitive[],
  placement: ReturnType<typeof placeOnSheet>,
): void {
  const words = pdfWords(file);
  const { pointsPerUnit, left, top } = placement;
  const ascents: Readonly<Record<string, number>> = { Besley: 1.25, 'Atkinson Hyperlegible Next': 0.984 };
  const misplaced = lines.filter((line) => {
    const x = (leftOf(line) + left) * pointsPerUnit;
    const baseline = (line.y + top) * pointsPerUnit;
    const ascent = (ascents[line.font.family] ?? 0) * line.font.size * pointsPerUnit;
    const first = line.text.trim().split(/[\s\u00A0\u202F]+/)[0] ?? '';
    return !words.some(
      (word) =>
        first.startsWith(word.text) && Math.abs(word.x - x) < 0.1 && Math.abs(word.top + ascent - baseline) < 0.1,
    );
  });
  expect(misplaced.map((line) => line.text)).toEqual([]);
}

/** Pixels per millimetre at 127 dpi: windows of whole millimetres are whole pixels. */
const TILE_DPI = 127;
const PX_PER_MM = 5;

test('tiles, cut and glued as they say, are the poster', async () => {
  const words = ['--board', '1', '--sheet', 'A3', '--lang', 'fr'];
  const whole = await only(await exported('whole', words));
  const tiled = await only(await exported('tiled', [...words, '--tile', 'A4']));
  const sheet = sheetSize('A3', 'landscape');
  const tiling = tilingOf(sheet, 'A4');
  expect(pdfInfo(tiled)).toMatchObject({ pages: tiling.tiles.length + 1, isTagged: true });
  const poster = greyPage(whole, 1, TILE_DPI, join(out, 'whole-page'));
  const glued = blankGrey(poster.width, poster.height);
  tiling.tiles.forEach(({ part }, index) => {
    const tile = greyPage(tiled, index + 2, TILE_DPI, join(out, `tile-${index}`));
    const px = (mm: number) => Math.round(mm * PX_PER_MM);
    const cut = { x: px(TILE_MARGIN_MM), y: px(TILE_MARGIN_MM), w: px(part.w), h: px(part.h) };
    paste(glued, tile, cut, { x: px(part.x), y: px(part.y) });
  });
  expect(ssim(glued, poster)).toBeGreaterThan(0.99);
  // A millimetre off would be seen: the comparison is no formality.
  const shifted = blankGrey(poster.width, poster.height);
  paste(shifted, poster, { x: 0, y: 0, w: poster.width - 5, h: poster.height }, { x: 5, y: 0 });
  expect(ssim(shifted, poster)).toBeLessThan(0.95);
});

test('tiles as pictures are numbered, of the size of their paper, their part of the poster within their margins', async () => {
  const words = ['--board', '1', '--sheet', 'A3', '--lang', 'en', '--format', 'png', '--dpi', '96', '--tile', 'A4'];
  const folder = await exported('tile-pictures', words);
  const names = (await readdir(folder)).toSorted();
  const named = (word: string) => expect.stringContaining(`A3 4xA4 ${word} en 96 dpi.png`);
  expect(names).toEqual([named('00-plan'), named('01-A1'), named('02-B1'), named('03-A2'), named('04-B2')]);
  const { tile, tiles } = tilingOf(sheetSize('A3', 'landscape'), 'A4');
  const px = (mm: number) => Math.round((mm * 96) / 25.4);
  for (const [index, name] of names.entries()) {
    const { width, height, dpi, pixels, channels } = decodePng(await readFile(join(folder, name)));
    expect({ width, height, dpi }).toEqual({ width: px(tile.widthMm), height: px(tile.heightMm), dpi: 96 });
    const part = tiles[index - 1]?.part;
    if (!part) continue;
    const isWhite = (x: number, y: number) =>
      [0, 1, 2].every((channel) => pixels[(px(y) * width + px(x)) * channels + channel] === 255);
    // The ground of a poster is never quite white.
    expect([isWhite(10.6, 60), isWhite(10 + part.w - 0.6, 60)]).toEqual([false, false]);
    expect([isWhite(9.2, 80), isWhite(10 + part.w + 0.8, 80)]).toEqual([true, true]);
  }
});

test('a PDF for the press says what is cut out of it, and is the same at every run of one day', async () => {
  const paper = ['--sheet', 'roll-610', '--bleed', '5', '--marks'];
  const words = ['--board', '1', ...paper, '--lang', 'fr', '--date', '2026-11-22'];
  const file = await only(await exported('press', words));
  const { media, bleed, trim } = pdfBoxes(file);
  expect(trim.heightMm).toBeCloseTo(610, 1);
  expect(trim.widthMm).toBeCloseTo(media.widthMm - 34, 1);
  expect(bleed.widthMm).toBeCloseTo(media.widthMm - 24, 1);
  expect(bleed.heightMm).toBeCloseTo(media.heightMm - 24, 1);
  expect(pdfCheck(file)).toContain('No syntax or stream encoding errors');
  const metadata = pdfMetadata(file);
  expect(metadata).toContain('<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>');
  expect(metadata).toContain('<rdf:li>fr</rdf:li>');
  const again = await only(await exported('press-again', words));
  expect((await readFile(file)).equals(await readFile(again))).toBe(true);
});

test('an SVG is self-contained, exact and holds its text', async () => {
  const file = await only(await exported('svg', ['--board', '1', '--format', 'svg', '--sheet', 'A2', '--lang', 'fr']));
  const svg = await readFile(file, 'utf8');
  expect(svg).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*width="594mm" height="420mm"[^>]*xml:lang="fr"/,
  );
  expect(svg).not.toMatch(/(href|src|url)\s*[=(]\s*["']?(https?|app|file):/);
  expect(svg.match(/@font-face/g)!.length).toBeGreaterThan(4);
  const texts = squeezed([...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]).join(''))
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  eachText(samplePoster('fr', 0, sheetSize('A2', 'landscape')).items, (line) =>
    expect(texts).toContain(squeezed(line.text)),
  );
});

test('each sheet of a PNG has the pixels and the resolution that were asked for', async () => {
  for (const [dpi, width, height] of [
    [96, 1123, 794],
    [150, 1754, 1240],
  ] as const) {
    const folder = await exported(`png-${dpi}`, [
      '--board',
      '1',
      '--format',
      'png',
      '--sheet',
      'A4',
      '--dpi',
      String(dpi),
      '--lang',
      'fr',
    ]);
    const names = (await readdir(folder)).toSorted();
    expect(names).toEqual([1, 2].map((part) => `Parcours actuel A4 ${part} fr ${dpi} dpi.png`));
    for (const name of names)
      expect(decodePng(await readFile(join(folder, name)))).toMatchObject({ width, height, dpi });
  }
});

interface Golden {
  readonly name: string;
  readonly words: readonly string[];
  /** The sample with some documents changed. */
  readonly file?: { readonly lang: 'fr' | 'en'; readonly name: string; readonly changed: (doc: AnyDoc) => AnyDoc };
}

const GOLDENS: readonly Golden[] = [
  { name: 'journey-fr-landscape', words: ['--board', '1', '--lang', 'fr'] },
  { name: 'empathy-fr-landscape', words: ['--board', '2', '--lang', 'fr'] },
  { name: 'target-en-portrait', words: ['--board', '3', '--lang', 'en', '--orientation', 'portrait'] },
  { name: 'b2b-fr-landscape', words: ['--board', '4', '--lang', 'fr'] },
  {
    name: 'quadrants-en-portrait',
    words: ['--board', '2', '--lang', 'en', '--orientation', 'portrait'],
    file: { lang: 'en', name: 'quadrants', changed: inLayout('quadrants') },
  },
  {
    name: 'stages-fr-landscape',
    words: ['--board', '2', '--lang', 'fr'],
    file: { lang: 'fr', name: 'stages', changed: inLayout('stages') },
  },
  {
    name: 'path-fr-landscape',
    words: ['--board', '1', '--lang', 'fr'],
    file: { lang: 'fr', name: 'path', changed: asPath },
  },
  { name: 'persona-fr-landscape', words: ['--board', 'Solène Marchand', '--lang', 'fr'] },
  { name: 'persona-en-portrait', words: ['--board', '6', '--lang', 'en', '--orientation', 'portrait'] },
  {
    name: 'persona-sparse-fr-portrait',
    words: ['--board', 'Nadia Benali', '--lang', 'fr', '--orientation', 'portrait'],
    file: { lang: 'fr', name: 'sparse', changed: sparse },
  },
  {
    name: 'persona-long-fr-landscape',
    words: ['--board', 'Solène Marchand', '--lang', 'fr'],
    file: { lang: 'fr', name: 'long', changed: wordy },
  },
];

for (const { name, words, file: variant } of GOLDENS) {
  test(`the poster ${name} looks as it did`, async () => {
    const source = variant ? await sampleWith(variant.lang, variant.name, variant.changed) : '--sample';
    const small = ['--format', 'png', '--sheet', 'A4', '--split', 'none', '--dpi', '96'];
    const folder = await exported(name, [...words, ...small], source);
    const file = await only(folder);
    const golden = join(GOLDEN, `${name}.png`);
    if (isUpdating) await copyFile(file, golden);
    expect(existsSync(golden), 'there is a golden picture to compare with').toBe(true);
    const difference = comparePictures(decodePng(await readFile(file)), decodePng(await readFile(golden)));
    if (difference.share > GOLDEN_TOLERANCE) {
      const shown = join(projectRoot, 'out', 'golden');
      await mkdir(shown, { recursive: true });
      await copyFile(file, join(shown, `${name}.png`));
    }
    expect(
      difference.share,
      `first difference at ${JSON.stringify(difference.first)}; see out/golden`,
    ).toBeLessThanOrEqual(GOLDEN_TOLERANCE);
  });
}
