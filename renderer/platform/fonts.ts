import { FALLBACK_FAMILIES, FONT_FACES, type FontFaceFile, TEXT_FONTS_FILE } from '@shared/text/fontFaces';
import { nextTurn } from './nextTurn';

/** Where the app and its printed pages find the embedded fonts. */
export const FONT_FOLDER = 'app://board/fonts';

type Family = FontFaceFile['family'];

const FALLBACKS: readonly Family[] = FALLBACK_FAMILIES;

/** Pages and workers both have a set of font faces, under different names. */
const fontSet = (): FontFaceSet =>
  typeof document === 'undefined' ? (globalThis as unknown as { readonly fonts: FontFaceSet }).fonts : document.fonts;

const added = new Map<FontFaceFile, FontFace>();

function add(file: FontFaceFile, bytes?: Uint8Array<ArrayBuffer>): FontFace {
  let face = added.get(file);
  if (!face) {
    face = new FontFace(file.family, bytes ?? `url(${FONT_FOLDER}/${file.file}) format('woff2')`, {
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

const isTextFace = ({ family }: FontFaceFile): boolean => !FALLBACKS.includes(family);

/** One request for all text faces: 22 would each go through the main process at the moment it is busiest. */
async function loadTextFonts(): Promise<void> {
  const files = FONT_FACES.filter(isTextFace);
  const response = await fetch(`${FONT_FOLDER}/${TEXT_FONTS_FILE}`);
  if (!response.ok) throw new Error(`${TEXT_FONTS_FILE}: ${response.status}`);
  const packed = await response.arrayBuffer();
  const lengths = new DataView(packed, 0, 4 * files.length);
  let at = lengths.byteLength;
  for (const [i, file] of files.entries()) {
    // Unpacking them takes 10 ms together: what arrives meanwhile, and only asks others for something, goes in between.
    if (i % 4 === 0) await nextTurn();
    const length = lengths.getUint32(4 * i, true);
    add(file, new Uint8Array(packed, at, length));
    at += length;
  }
}

let textFonts: Promise<void> | null = null;

/**
 * Loads every text face; nothing may be measured or painted before it resolves. The same call serves a page and a worker.
 * The faces for symbols and emoji, much larger, are only made known: the engine fetches one when it first has to draw
 * with it (`onFontsArrived` tells), and their advances are known without them.
 */
export function loadFonts(): Promise<void> {
  if (!textFonts) {
    for (const file of FONT_FACES) if (!isTextFace(file)) add(file);
    textFonts = loadTextFonts();
  }
  return textFonts;
}

/** Calls back when faces have arrived that were not there when something was painted; returns the way to stop. */
export function onFontsArrived(listener: () => void): () => void {
  const set = fontSet();
  set.addEventListener('loadingdone', listener);
  return () => set.removeEventListener('loadingdone', listener);
}
