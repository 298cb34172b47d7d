import type { Primitive } from '@shared/scene/primitives';
import type { EmbeddedFont } from '@shared/scene/sceneToSvg';
import { codePointsFor, isBehind, usedFaces } from '@shared/scene/usedFaces';
import type { FontFaceFile } from '@shared/text/fontFaces';
import { FONT_FOLDER } from '@/platform/fonts';
import { base64Of } from './base64';

const urlOf = ({ file }: FontFaceFile): string => `${FONT_FOLDER}/${file}`;

/**
 * The font files that a picture carries inside; rejects when one cannot be read. Text fonts are whole: whoever corrects a word needs the letters that no other word has. Those behind
 * them (signs, emoji: 2 MB) are parts, with what the picture says of theirs.
 */
export async function svgFonts(items: readonly Primitive[]): Promise<readonly EmbeddedFont[]> {
  const faces = usedFaces(items);
  const parts = await partsOf(faces.filter(isBehind), items);
  return Promise.all(faces.map(async (face) => parts.get(face) ?? wholeFont(face)));
}

async function wholeFont(face: FontFaceFile): Promise<EmbeddedFont> {
  const response = await fetch(urlOf(face));
  if (!response.ok) throw new Error(`${face.file}: ${response.status}`);
  return { face, format: 'woff2', base64: base64Of(new Uint8Array(await response.arrayBuffer())) };
}

async function partsOf(
  faces: readonly FontFaceFile[],
  items: readonly Primitive[],
): Promise<ReadonlyMap<FontFaceFile, EmbeddedFont>> {
  if (faces.length === 0) return new Map();
  const { fontParts } = await import('./subset/fontParts');
  const fonts = await fontParts(faces.map((face) => ({ url: urlOf(face), codePoints: codePointsFor(face, items) })));
  return new Map(
    faces.flatMap((face, at) => {
      const bytes = fonts[at];
      return bytes ? [[face, { face, format: 'opentype', base64: base64Of(bytes) }] as const] : [];
    }),
  );
}
