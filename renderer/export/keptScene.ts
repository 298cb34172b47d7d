import type { Lang } from '@shared/i18n/translate';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { type PosterSource, posterScene } from './posterScene';

interface Kept {
  readonly sheet: string;
  readonly scenes: Map<Lang, Scene>;
}

const kept = new WeakMap<PosterSource, Kept>();

/**
 * The poster of a source, laid out once for its preview and its export. What is kept is that of one sheet, in each
 * language, for as long as the source is in use. The fonts must be loaded.
 */
export function keptScene(source: PosterSource, sheet: SheetSize, lang: Lang): Scene {
  const sheetKey = `${sheet.widthMm}x${sheet.heightMm}`;
  const known = kept.get(source);
  const scenes = known?.sheet === sheetKey ? known.scenes : new Map<Lang, Scene>();
  const scene = scenes.get(lang) ?? posterScene(source, sheet, lang, canvasMeasurer());
  scenes.set(lang, scene);
  kept.set(source, { sheet: sheetKey, scenes });
  return scene;
}
