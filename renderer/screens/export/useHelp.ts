import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import type { SheetChoice } from '@shared/scene/sheet';
import { useEffect, useState } from 'react';
import type { LaidOutPoster } from './usePosters';

/** What would make the text of a poster large enough, or larger. */
export interface Help {
  readonly better: SheetChoice | null;
  /** Smallest text on two sheets, where the poster is kept on one. */
  readonly twoSheetsPt: number | null;
}

const known = new WeakMap<PosterSheets, Help>();

/** At the latest, while the other posters of the queue are being laid out. */
const LONGEST_WAIT_MS = 1_500;

/** What helps a poster whose text is too small: worked out once its picture stands, since that takes whole layouts; null until then. */
export function useHelp({ laidOut, setup }: Pick<LaidOutPoster, 'laidOut' | 'setup'>): Help | null {
  const isOnOne = setup.split === 'none';
  const [, setTold] = useState<PosterSheets | null>(null);
  useEffect(() => {
    if (known.has(laidOut)) return;
    const idle = requestIdleCallback(
      () => {
        known.set(laidOut, { better: laidOut.better(), twoSheetsPt: isOnOne ? laidOut.twoSheetsPt() : null });
        setTold(laidOut);
      },
      { timeout: LONGEST_WAIT_MS },
    );
    return () => cancelIdleCallback(idle);
  }, [laidOut, isOnOne]);
  return known.get(laidOut) ?? null;
}
