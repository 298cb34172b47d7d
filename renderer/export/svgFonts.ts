import type { Primitive } from '@shared/scene/primitives';
import type { EmbeddedFont } from '@shared/scene/sceneToSvg';
import { usedFaces } from '@shared/scene/usedFaces';
import { FONT_FOLDER } from '@/platform/fonts';
import { base64Of } from './base64';

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
