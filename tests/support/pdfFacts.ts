import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What poppler's programs say of a PDF. */
const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

export interface PdfFont {
  readonly name: string;
  readonly type: string;
  readonly isEmbedded: boolean;
  readonly hasUnicode: boolean;
}

export interface PdfInfo {
  readonly title: string;
  readonly isTagged: boolean;
  readonly pages: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

const field = (info: string, name: string): string => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '';

export function pdfInfo(path: string): PdfInfo {
  const info = run('pdfinfo', [path]);
  const [, width = '0', height = '0'] = /([\d.]+) x ([\d.]+) pts/.exec(field(info, 'Page size')) ?? [];
  return {
    title: field(info, 'Title'),
    isTagged: field(info, 'Tagged') === 'yes',
    pages: Number(field(info, 'Pages')),
    widthMm: (Number(width) * 25.4) / 72,
    heightMm: (Number(height) * 25.4) / 72,
  };
}

interface BoxSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Sizes of the boxes of the first page: the paper, what is printed of it, what is cut out of it. */
export function pdfBoxes(path: string): Readonly<Record<'media' | 'bleed' | 'trim', BoxSize>> {
  const info = run('pdfinfo', ['-box', path]);
  const size = (name: string): BoxSize => {
    const [left = 0, bottom = 0, right = 0, top = 0] = field(info, name).split(/\s+/).map(Number);
    return { widthMm: ((right - left) * 25.4) / 72, heightMm: ((top - bottom) * 25.4) / 72 };
  };
  return { media: size('MediaBox'), bleed: size('BleedBox'), trim: size('TrimBox') };
}

/** The XMP packet. */
export const pdfMetadata = (path: string): string => run('pdfinfo', ['-meta', path]);

/** What qpdf finds wrong with the structure of a file. */
export const pdfCheck = (path: string): string => run('qpdf', ['--check', path]);

export function pdfFonts(path: string): readonly PdfFont[] {
  return run('pdffonts', [path])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', type = '', embedded, , unicode] =
        /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)\s+(yes|no)\s+(yes|no)/.exec(
          line.replace(/(CID TrueType) (\S)/, '$1  $2'),
        ) ?? [];
      return { name, type: type.trim(), isEmbedded: embedded === 'yes', hasUnicode: unicode === 'yes' };
    });
}

/** Number of raster images in the file. */
export const pdfImageCount = (path: string): number =>
  run('pdfimages', ['-list', path])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '').length;

/** All text in content order. */
export const pdfText = (path: string): string => run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-']);

/** Tags of the structure tree, in order: `H1`, `P`, `Figure`... */
export const pdfStructure = (path: string): readonly string[] =>
  [...run('pdfinfo', ['-struct', path]).matchAll(/^\s*(\w+) </gm)].map((match) => match[1]!);

/** What figures say to those who do not see them, in the order of the structure tree. */
export function pdfAlts(path: string): readonly string[] {
  const plain = run('qpdf', ['--qdf', '--object-streams=disable', path, '-']);
  return [...plain.matchAll(/\/Alt (?:<feff([0-9a-f]*)>|\(([^)]*)\))/gi)].map(([, hex, text]) =>
    hex === undefined ? (text ?? '') : Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
}

/** The language the catalogue declares, and whether it has an outline with entries. Chromium leaves its objects uncompressed. */
export function pdfCatalog(path: string): { readonly lang: string; readonly outlineEntries: number } {
  const text = readFileSync(path, 'latin1');
  return {
    lang: /\/Lang \((\w+)/.exec(text)?.[1] ?? '',
    outlineEntries: text.includes('/Outlines') ? (text.match(/\/Dest\b/g)?.length ?? 0) : 0,
  };
}

export interface PdfWord {
  readonly text: string;
  /** Points from the top left corner of the page. */
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

/** Every word with its box. */
export function pdfWords(path: string): readonly PdfWord[] {
  const html = run('pdftotext', ['-bbox', '-enc', 'UTF-8', path, '-']);
  const words = html.matchAll(
    /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
  );
  return [...words].map(([, x, top, right, bottom, text = '']) => ({
    text: text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all),
    x: Number(x),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}
