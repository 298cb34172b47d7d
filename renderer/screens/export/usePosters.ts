import type { DocId } from '@shared/base/ids';
import type { Lang } from '@shared/i18n/translate';
import { type Preflight, preflight } from '@shared/scene/preflight';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import { useEffect, useState } from 'react';
import { keptScene } from '@/export/keptScene';
import { type PosterSource, preparePoster } from '@/export/posterScene';
import { loadFonts } from '@/platform/canvasMeasurer';
import type { SheetId } from '@/session/sheetRef';
import type { QueuedBoard } from './useSources';

/** A board laid out for the sheet and language that are shown, and what can be said of it. */
export interface LaidOutPoster {
  readonly source: PosterSource;
  readonly sheet: SheetSize;
  readonly lang: Lang;
  readonly scene: Scene;
  readonly check: Preflight;
}

type Posters = ReadonlyMap<DocId, LaidOutPoster>;

function layOut(source: PosterSource, sheet: SheetSize, lang: Lang): LaidOutPoster {
  const scene = keptScene(source, sheet, lang);
  return { source, sheet, lang, scene, check: preflight(scene, sheet) };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Lays boards out one per turn, the shown one first, so that a click is never kept waiting by the others. */
export function usePosters(
  boards: readonly QueuedBoard[],
  shown: SheetId | null,
  sheet: SheetSize,
  lang: Lang,
): Posters {
  const [posters, setPosters] = useState<Posters>(new Map());
  useEffect(() => {
    let isCurrent = true;
    const isFresh = (source: PosterSource): boolean => {
      const known = posters.get(source.boardId);
      return known?.source === source && known.sheet === sheet && known.lang === lang;
    };
    const stale = boards
      .map(({ source }) => source)
      .filter((source): source is PosterSource => source !== null && source !== 'missing' && !isFresh(source));
    const next = stale.find(({ boardId }) => boardId === shown) ?? stale[0];
    if (!next) return;
    void Promise.all([loadFonts(), preparePoster(next)])
      .then(nextTurn)
      .then(() => {
        if (isCurrent) setPosters((before) => new Map(before).set(next.boardId, layOut(next, sheet, lang)));
      });
    return () => {
      isCurrent = false;
    };
  }, [boards, shown, sheet, lang, posters]);
  return posters;
}
