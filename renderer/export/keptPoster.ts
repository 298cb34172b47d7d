import type { Lang } from '@shared/i18n/translate';
import type { PosterSetup } from '@shared/poster/posterSetup';
import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { type PosterSource, posterSheets } from './posterScene';

interface Kept {
  readonly paper: string;
  readonly posters: Map<Lang, PosterSheets>;
}

const kept = new WeakMap<PosterSource, Kept>();

/** Whether small text is allowed changes nothing of what is laid out. */
const paperOf = (setup: PosterSetup): string => JSON.stringify({ ...setup, small: false });

/**
 * The poster of a source, laid out once for its preview and its export. What is kept is that of one paper, in each
 * language, for as long as the source is in use. The fonts must be loaded.
 */
export function keptPoster(source: PosterSource, setup: PosterSetup, lang: Lang): PosterSheets {
  const paper = paperOf(setup);
  const known = kept.get(source);
  const posters = known?.paper === paper ? known.posters : new Map<Lang, PosterSheets>();
  const poster = posters.get(lang) ?? posterSheets(source, setup, lang, canvasMeasurer());
  posters.set(lang, poster);
  kept.set(source, { paper, posters });
  return poster;
}
