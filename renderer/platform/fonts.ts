import { FALLBACK_FAMILIES, FONT_FACES, type FontFaceFile } from '@shared/text/fontFaces';

/** Where the app and its printed pages find the embedded fonts. */
export const FONT_FOLDER = 'app://board/fonts';

type Family = FontFaceFile['family'];

const FALLBACKS: readonly Family[] = FALLBACK_FAMILIES;

/** Pages and workers both have a set of font faces, under different names. */
const fontSet = (): FontFaceSet =>
  typeof document === 'undefined' ? (globalThis as unknown as { readonly fonts: FontFaceSet }).fonts : document.fonts;

const added = new Map<FontFaceFile, FontFace>();

function add(file: FontFaceFile): FontFace {
  let face = added.get(file);
  if (!face) {
    face = new FontFace(file.family, `url(${FONT_FOLDER}/${file.file}) format('woff2')`, {
      style: file.style,
      weight: file.cssWeight,
      unicodeRange: file.unicodeRange,
      display: 'block',
    });
    fontSet().add(face);
    added.set(file, face);
  }
  return face;
}

/** Loads these faces (those that `usedFaces` names): before a picture is painted that nobody would paint again. */
export async function loadFaces(files: readonly FontFaceFile[]): Promise<void> {
  await Promise.all(files.map((file) => add(file).load()));
}

let textFonts: Promise<void> | null = null;

/**
 * Loads every text face; nothing may be measured or painted before it resolves. The same call serves a page and a worker.
 * The faces for symbols and emoji, much larger, are only made known: the engine fetches one when it first has to draw
 * with it (`onFontsArrived` tells), and their advances are known without them.
 */
export function loadFonts(): Promise<void> {
  if (!textFonts) {
    for (const file of FONT_FACES) add(file);
    textFonts = loadFaces(FONT_FACES.filter((file) => !FALLBACKS.includes(file.family)));
  }
  return textFonts;
}

/** Loads the emoji face. */
export function loadEmoji(): Promise<void> {
  return loadFaces(FONT_FACES.filter((file) => file.family === 'Noto Color Emoji'));
}

/** Calls back when faces have arrived that were not there when something was painted; returns the way to stop. */
export function onFontsArrived(listener: () => void): () => void {
  const set = fontSet();
  set.addEventListener('loadingdone', listener);
  return () => set.removeEventListener('loadingdone', listener);
}
