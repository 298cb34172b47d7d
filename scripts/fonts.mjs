/**
 * Makes resources/fonts, shared/text/fontFaces.ts and shared/text/symbolAdvances.ts from the font packages. Run by hand
 * (`npm run fonts`) after changing the lists below; what it makes is committed.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import decompress from 'woff2-encoder/decompress';
import { root } from './project.mjs';
import { plainWoff2 } from './woff2.mjs';

const TEXT_FONTS = [
  {
    family: 'Besley',
    source: 'besley',
    styles: [
      [500, 'normal'],
      [700, 'normal'],
      [800, 'normal'],
      [900, 'normal'],
      [500, 'italic'],
      [600, 'italic'],
    ],
  },
  {
    family: 'Atkinson Hyperlegible Next',
    source: 'atkinson-hyperlegible-next',
    styles: [
      [400, 'normal'],
      [500, 'normal'],
      [600, 'normal'],
      [700, 'normal'],
      [400, 'italic'],
    ],
  },
];
const SUBSETS = ['latin', 'latin-ext'];
const TEXT_FONTS_FILE = 'text-fonts.bin';
/** Signs that the text fonts lack, from the first font that has them. */
const SYMBOL_FONTS = [
  { family: 'Noto Sans Math', source: 'noto-sans-math', subset: 'latin' },
  { family: 'Noto Sans Symbols 2', source: 'noto-sans-symbols-2', subset: 'symbols' },
];
/** Where those signs are: Greek letters, punctuation, letterlike signs, arrows to technical signs, shapes to dingbats. */
const SYMBOL_BLOCKS = [
  [0x0391, 0x03d6],
  [0x2010, 0x205e],
  [0x2070, 0x214f],
  [0x2190, 0x23ff],
  [0x25a0, 0x27bf],
];
/** The trade mark, arrows and small squares are written as text far more often than they are meant as coloured pictures. */
const TEXT_NOT_EMOJI = [
  [0x2122, 0x2122],
  [0x2194, 0x2199],
  [0x21a9, 0x21aa],
  [0x25aa, 0x25ab],
];
const HYPHEN = 0x2010;
/** Shapers draw it with the hyphen of a font that has only that one. */
const NO_BREAK_HYPHEN = 0x2011;
const EMOJI = { family: 'Noto Color Emoji', source: 'noto-color-emoji', file: 'noto-color-emoji.woff2' };
/** The selector that asks for a coloured picture; fonts know it by a table of its own. */
const EMOJI_PRESENTATION = 0xfe0f;
const KEYS = '0123456789#*';
/** Constants of the made module that hold the characters of a face. */
const NAMES = {
  latin: 'LATIN',
  'latin-ext': 'LATIN_EXTENDED',
  'Noto Sans Math': 'MATH',
  'Noto Sans Symbols 2': 'SYMBOLS',
};
const hex = (point) => point.toString(16).toUpperCase();

const fontFolder = join(root, 'resources', 'fonts');
const packageFolder = (source) => join(root, 'node_modules', '@fontsource', source);
const isWithin = (ranges) => (point) => ranges.some(([from, to]) => point >= from && point <= to);
const isTextNotEmoji = isWithin(TEXT_NOT_EMOJI);

function copyTextFont({ family, source, styles }) {
  const ranges = JSON.parse(readFileSync(join(packageFolder(source), 'unicode.json'), 'utf8'));
  copyFileSync(join(packageFolder(source), 'LICENSE'), join(fontFolder, `${source}-OFL.txt`));
  return styles.flatMap(([weight, style]) =>
    SUBSETS.map((subset) => {
      const file = `${source}-${subset}-${weight}-${style}.woff2`;
      copyFileSync(join(packageFolder(source), 'files', file), join(fontFolder, file));
      return { family, weight, style, file, name: NAMES[subset], unicodeRange: ranges[subset] };
    }),
  );
}

/** The characters that a text face draws by itself. */
function drawnByText(faces) {
  return new Set(faces.flatMap(({ file }) => fontkit.create(readFileSync(join(fontFolder, file))).characterSet));
}

/** A font whose parts are put into exported drawings: in a form that the app can read without a program of its own for it. */
async function makeReadable(file, without = []) {
  const path = join(fontFolder, file);
  writeFileSync(path, plainWoff2(Buffer.from(await decompress(readFileSync(path))), { without }));
}

/** Copies the symbol fonts; returns their faces and [character, advance in thousandths of an em] of every sign they are used for. */
async function copySymbolFonts(isTaken) {
  const advances = new Map();
  const isWanted = (point) =>
    isWithin(SYMBOL_BLOCKS)(point) && !isTaken(point) && !/[\p{M}\p{Z}\p{C}]/u.test(String.fromCodePoint(point));
  const faces = [];
  for (const { family, source, subset } of SYMBOL_FONTS) {
    const file = `${source}-400-normal.woff2`;
    copyFileSync(join(packageFolder(source), 'files', `${source}-${subset}-400-normal.woff2`), join(fontFolder, file));
    copyFileSync(join(packageFolder(source), 'LICENSE'), join(fontFolder, `${source}-OFL.txt`));
    const font = fontkit.create(readFileSync(join(fontFolder, file)));
    const points = font.characterSet.filter((point) => isWanted(point) && !advances.has(point));
    const advance = (point) => Math.round((font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm) * 1000);
    for (const point of points) advances.set(point, advance(point));
    if (points.includes(HYPHEN)) {
      points.push(NO_BREAK_HYPHEN);
      advances.set(NO_BREAK_HYPHEN, advance(HYPHEN));
    }
    faces.push(...fallbackFaces({ family, file, name: NAMES[family], unicodeRange: unicodeRange(points) }));
    await makeReadable(file);
  }
  return { faces, advances: [...advances].sort(([a], [b]) => a - b) };
}

/** All text fonts in one file, so that a start asks for one instead of 22: their lengths as 32-bit numbers, then the files. */
function packTextFonts(faces) {
  const files = faces.map(({ file }) => readFileSync(join(fontFolder, file)));
  const lengths = Buffer.alloc(4 * files.length);
  files.forEach((file, i) => {
    lengths.writeUInt32LE(file.length, 4 * i);
  });
  writeFileSync(join(fontFolder, TEXT_FONTS_FILE), Buffer.concat([lengths, ...files]));
}

/** A font of one weight that stands behind the others: declared for every weight and slant, or Chromium would fake those. */
function fallbackFaces(face) {
  return ['normal', 'italic'].map((style) => ({ ...face, weight: 400, cssWeight: '1 1000', style }));
}

/** The packaged emoji font carries every picture twice (as COLR and as a 20 MB SVG table); Chromium draws the first. */
async function makeEmojiFont() {
  const folder = packageFolder(EMOJI.source);
  copyFileSync(join(folder, 'files', 'noto-color-emoji-emoji-400-normal.woff2'), join(fontFolder, EMOJI.file));
  await makeReadable(EMOJI.file, ['SVG ']);
  const font = readFileSync(join(fontFolder, EMOJI.file));
  const notice =
    'This copy of Noto Color Emoji was modified: its SVG table was removed (the COLR table draws the same pictures).\n\n';
  writeFileSync(join(fontFolder, `${EMOJI.source}-OFL.txt`), notice + readFileSync(join(folder, 'LICENSE'), 'utf8'));
  const { family, file } = EMOJI;
  const characters = [...fontkit.create(font).characterSet, EMOJI_PRESENTATION];
  const emoji = characters.filter((point) => !isTextNotEmoji(point));
  return fallbackFaces({ family, file, name: 'EMOJI', unicodeRange: unicodeRange(emoji) });
}

/**
 * CSS ranges of the code points above Latin-1, and of the keys that can be emoji (1, #, ...): this font is the last one of
 * each stack, so that plain digits stay with the text fonts.
 */
function unicodeRange(codePoints) {
  const ranges = [];
  for (const point of [...codePoints].sort((a, b) => a - b)) {
    if (point < 0x100 && !KEYS.includes(String.fromCodePoint(point))) continue;
    const last = ranges.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}

/** Advances as `from-to:thousandths` of neighbours that are equally wide, separated by spaces. */
function advanceText(advances) {
  const runs = [];
  for (const [point, advance] of advances) {
    const last = runs.at(-1);
    if (last && last.to === point - 1 && last.advance === advance) last.to = point;
    else runs.push({ from: point, to: point, advance });
  }
  return runs.map(({ from, to, advance }) => `${hex(from)}${to > from ? `-${hex(to)}` : ''}:${advance}`).join(' ');
}

const advancesModule = (advances) => `// Made by scripts/fonts.mjs. Do not edit: \`npm run fonts\`.

/** Advance of every sign that a symbol font draws: \`from-to:thousandths of an em\`, code points in hexadecimal. */
export const SYMBOL_ADVANCES =
  '${advanceText(advances)}';
`;

function facesModule(faces) {
  const ranges = new Map(faces.map((face) => [face.name, face.unicodeRange]));
  const constants = [...ranges].map(([name, range]) => `const ${name} =\n  '${range}';`);
  const rows = faces.map(({ family, weight, cssWeight = String(weight), style, file, name }) => {
    const names = `family: '${family}', weight: ${weight}, cssWeight: '${cssWeight}', style: '${style}'`;
    return `  { ${names}, file: '${file}', unicodeRange: ${name} },`;
  });
  return `// Made by scripts/fonts.mjs, which also fills resources/fonts. Do not edit: \`npm run fonts\`.

/** One font file of resources/fonts and the characters it is used for. */
export interface FontFaceFile {
  readonly family:
    | 'Besley'
    | 'Atkinson Hyperlegible Next'
    | 'Noto Sans Math'
    | 'Noto Sans Symbols 2'
    | 'Noto Color Emoji';
  readonly weight: 400 | 500 | 600 | 700 | 800 | 900;
  /** Weights it is declared for in CSS: its own, or all for the fonts that stand behind the others. */
  readonly cssWeight: string;
  readonly style: 'normal' | 'italic';
  /** Name inside resources/fonts. */
  readonly file: string;
  readonly unicodeRange: string;
}

${constants.join('\n')}

/** Every embedded font file: the only list from which screens, posters and tests load fonts. All are static instances. */
export const FONT_FACES: readonly FontFaceFile[] = [
${rows.join('\n')}
];

/** All files of the text families in one, in the order of FONT_FACES: their lengths as 32-bit little-endian numbers, then the files. */
export const TEXT_FONTS_FILE = '${TEXT_FONTS_FILE}';

/** The families behind every text font, for what it lacks: a system may have other fonts for that, or none. */
export const FALLBACK_FAMILIES = ['Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji'] as const;

/** CSS \`font-family\` values. */
export const FONT_STACKS = {
  title: "'Besley', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji', serif",
  text: "'Atkinson Hyperlegible Next', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji', sans-serif",
} as const;

/** The \`@font-face\` rules of every embedded font, for a page that finds the files under \`folderUrl\` (no slash at its end). */
export function fontFaceCss(folderUrl: string): string {
  return FONT_FACES.map(
    (face) =>
      \`@font-face{font-family:'\${face.family}';font-weight:\${face.cssWeight};font-style:\${face.style};font-display:block;\` +
      \`src:url(\${folderUrl}/\${face.file}) format('woff2');unicode-range:\${face.unicodeRange}}\`,
  ).join('\\n');
}
`;
}

mkdirSync(fontFolder, { recursive: true });
const textFaces = TEXT_FONTS.flatMap(copyTextFont);
const emojiFaces = await makeEmojiFont();
const emoji = new Set(fontkit.create(readFileSync(join(fontFolder, EMOJI.file))).characterSet);
const text = drawnByText(textFaces);
const symbols = await copySymbolFonts((point) => text.has(point) || (emoji.has(point) && !isTextNotEmoji(point)));
const faces = [...textFaces, ...symbols.faces, ...emojiFaces];
packTextFonts(textFaces);
const modules = { 'fontFaces.ts': facesModule(faces), 'symbolAdvances.ts': advancesModule(symbols.advances) };
const paths = Object.keys(modules).map((name) => join(root, 'shared', 'text', name));
for (const [name, content] of Object.entries(modules)) writeFileSync(join(root, 'shared', 'text', name), content);
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
execFileSync(process.execPath, [biome, 'check', '--write', ...paths], { stdio: 'inherit' });
console.log(`${new Set(faces.map((face) => face.file)).size} font files in resources/fonts`);
