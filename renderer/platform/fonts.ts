import { FONT_FACES, type FontFaceFile } from '@shared/text/fontFaces';

/** Where the app and its printed pages find the embedded fonts. */
export const FONT_FOLDER = 'app://board/fonts';

const EMOJI_FAMILY = 'Noto Color Emoji';

/** Pages and workers both have a set of font faces, under different names. */
const fontSet = (): FontFaceSet =>
  typeof document === 'undefined' ? (globalThis as unknown as { readonly fonts: FontFaceSet }).fonts : document.fonts;

function addFace(face: FontFaceFile): FontFace {
  const added = new FontFace(face.family, `url(${FONT_FOLDER}/${face.file}) format('woff2')`, {
    style: face.style,
    weight: String(face.weight),
    unicodeRange: face.unicodeRange,
    display: 'block',
  });
  fontSet().add(added);
  return added;
}

const load = async (faces: readonly FontFaceFile[]): Promise<void> => {
  await Promise.all(faces.map((face) => addFace(face).load()));
};

let textFonts: Promise<void> | null = null;
let emojiFont: Promise<void> | null = null;

/**
 * Loads every text face; nothing may be measured or painted before it resolves. The same call serves a page and a worker.
 * The emoji face, much larger, is left to `loadEmoji`: its advances are known without it.
 */
export function loadFonts(): Promise<void> {
  textFonts ??= load(FONT_FACES.filter((face) => face.family !== EMOJI_FAMILY));
  return textFonts;
}

/** Loads the emoji face: before painting a poster that holds emoji, and after the first paint of a window. */
export function loadEmoji(): Promise<void> {
  emojiFont ??= load(FONT_FACES.filter((face) => face.family === EMOJI_FAMILY));
  return emojiFont;
}
