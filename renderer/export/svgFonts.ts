import type { Primitive } from '@shared/scene/primitives';
import type { EmbeddedFont } from '@shared/scene/sceneToSvg';
import { usedFaces } from '@shared/scene/usedFaces';
import { FONT_FOLDER } from '@/platform/fonts';

const STEP = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** The font files that a picture carries inside; rejects when one cannot be read. */
export function svgFonts(items: readonly Primitive[]): Promise<readonly EmbeddedFont[]> {
  return Promise.all(
    usedFaces(items).map(async (face) => {
      const response = await fetch(`${FONT_FOLDER}/${face.file}`);
      if (!response.ok) throw new Error(`${face.file}: ${response.status}`);
      return { face, base64: base64Of(new Uint8Array(await response.arrayBuffer())) };
    }),
  );
}
