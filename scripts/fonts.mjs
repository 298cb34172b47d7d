/**
 * Makes resources/fonts and shared/text/fontFaces.ts from the font packages. Run by hand (`npm run fonts`) after changing
 * the list below; what it makes is committed.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { root } from './project.mjs';
import { withoutSvgTable } from './woff2.mjs';

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
const EMOJI = { family: 'Noto Color Emoji', source: 'noto-color-emoji', file: 'noto-color-emoji.woff2' };
/** The selector that asks for a coloured picture; fonts know it by a table of its own. */
const EMOJI_PRESENTATION = 0xfe0f;
const KEYS = '0123456789#*';

const fontFolder = join(root, 'resources', 'fonts');
const packageFolder = (source) => join(root, 'node_modules', '@fontsource', source);

function copyTextFont({ family, source, styles }) {
  const ranges = JSON.parse(readFileSync(join(packageFolder(source), 'unicode.json'), 'utf8'));
  copyFileSync(join(packageFolder(source), 'LICENSE'), join(fontFolder, `${source}-OFL.txt`));
  return styles.flatMap(([weight, style]) =>
    SUBSETS.map((subset) => {
      const file = `${source}-${subset}-${weight}-${style}.woff2`;
      copyFileSync(join(packageFolder(source), 'files', file), join(fontFolder, file));
      return { family, weight, style, file, unicodeRange: ranges[subset] };
    }),
  );
}

/** The packaged emoji font carries every picture twice (as COLR and as a 20 MB SVG table); Chromium draws the first. */
function makeEmojiFont() {
  const folder = packageFolder(EMOJI.source);
  const original = readFileSync(join(folder, 'files', 'noto-color-emoji-emoji-400-normal.woff2'));
  const font = withoutSvgTable(original);
  writeFileSync(join(fontFolder, EMOJI.file), font);
  const notice =
    'This copy of Noto Color Emoji was modified: its SVG table was removed (the COLR table draws the same pictures).\n\n';
  writeFileSync(join(fontFolder, `${EMOJI.source}-OFL.txt`), notice + readFileSync(join(folder, 'LICENSE'), 'utf8'));
  const { family, file } = EMOJI;
  const characters = [...fontkit.create(font).characterSet, EMOJI_PRESENTATION];
  const face = { family, weight: 400, file, unicodeRange: unicodeRange(characters) };
  // Declared as italic too, or Chromium would slant the pictures inside italic text.
  return ['normal', 'italic'].map((style) => ({ ...face, style }));
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
  const hex = (point) => point.toString(16).toUpperCase();
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}

function moduleText(faces) {
  const shared = [...new Set(faces.map((face) => face.unicodeRange))];
  const names = ['LATIN', 'LATIN_EXTENDED', 'EMOJI'];
  const constants = shared.map((range, i) => `const ${names[i]} =\n  '${range}';`);
  const rows = faces.map((face) => {
    const { family, weight, style, file } = face;
    const range = names[shared.indexOf(face.unicodeRange)];
    return `  { family: '${family}', weight: ${weight}, style: '${style}', file: '${file}', unicodeRange: ${range} },`;
  });
  return `// Made by scripts/fonts.mjs, which also fills resources/fonts. Do not edit: \`npm run fonts\`.

/** One font file of resources/fonts and the characters it is used for. */
export interface FontFaceFile {
  readonly family: 'Besley' | 'Atkinson Hyperlegible Next' | 'Noto Color Emoji';
  readonly weight: 400 | 500 | 600 | 700 | 800 | 900;
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

/** CSS \`font-family\` values; the emoji family stands in each, since a system may have none. */
export const FONT_STACKS = {
  title: "'Besley', 'Noto Color Emoji', serif",
  text: "'Atkinson Hyperlegible Next', 'Noto Color Emoji', sans-serif",
} as const;

/** The \`@font-face\` rules of every embedded font, for a page that finds the files under \`folderUrl\` (no slash at its end). */
export function fontFaceCss(folderUrl: string): string {
  return FONT_FACES.map(
    (face) =>
      \`@font-face{font-family:'\${face.family}';font-weight:\${face.weight};font-style:\${face.style};font-display:block;\` +
      \`src:url(\${folderUrl}/\${face.file}) format('woff2');unicode-range:\${face.unicodeRange}}\`,
  ).join('\\n');
}
`;
}

mkdirSync(fontFolder, { recursive: true });
const faces = [...TEXT_FONTS.flatMap(copyTextFont), ...makeEmojiFont()];
const modulePath = join(root, 'shared', 'text', 'fontFaces.ts');
writeFileSync(modulePath, moduleText(faces));
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
execFileSync(process.execPath, [biome, 'check', '--write', modulePath], { stdio: 'inherit' });
console.log(`${faces.length} font files in resources/fonts`);
