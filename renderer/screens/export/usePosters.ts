import type { DocId } from '@shared/base/ids';
import type { Lang } from '@shared/i18n/translate';
import type { PosterSetup } from '@shared/poster/posterSetup';
import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import { useEffect, useState } from 'react';
import { workspace } from '@/app/appStore';
import { keptPoster } from '@/export/keptPoster';
import { type PosterSource, preparePoster, sourceIn } from '@/export/posterScene';
import { loadFonts } from '@/platform/canvasMeasurer';
import type { SheetId } from '@/session/sheetRef';
import type { QueuedBoard } from './useSources';

/** A board laid out for the paper and language that are shown, and what can be said of it. */
export interface LaidOutPoster {
  readonly source: PosterSource;
  readonly setup: PosterSetup;
  readonly lang: Lang;
  readonly laidOut: PosterSheets;
}

type Posters = ReadonlyMap<DocId, LaidOutPoster>;

const layOut = (source: PosterSource, setup: PosterSetup, lang: Lang): LaidOutPoster => ({
  source,
  setup,
  lang,
  laidOut: keptPoster(sourceIn(source, lang), setup, lang),
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Lays boards out one per turn, the shown one first, so that a click is never kept waiting by the others. */
export function usePosters(
  boards: readonly QueuedBoard[],
  shown: SheetId | null,
  setup: PosterSetup,
  lang: Lang,
): Posters {
  const [posters, setPosters] = useState<Posters>(new Map());
  useEffect(() => {
    let isCurrent = true;
    const isFresh = (source: PosterSource): boolean => {
      const known = posters.get(source.boardId);
      return known?.source === source && known.setup === setup && known.lang === lang;
    };
    const stale = boards
      .map(({ source }) => source)
      .filter((source): source is PosterSource => source !== null && source !== 'missing' && !isFresh(source));
    const next = stale.find(({ boardId }) => boardId === shown) ?? stale[0];
    if (!next) return;
    void Promise.all([loadFonts(), preparePoster(next, workspace().readAsset)])
      .then(nextTurn)
      .then(() => {
        if (isCurrent) setPosters((before) => new Map(before).set(next.boardId, layOut(next, setup, lang)));
      });
    return () => {
      isCurrent = false;
    };
  }, [boards, shown, setup, lang, posters]);
  return posters;
}
