import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import type { SheetChoice } from '@shared/scene/sheet';
import { useEffect, useState } from 'react';

/** What would make the text of a poster large enough, or larger. */
export interface Help {
  readonly better: SheetChoice | null;
  readonly twoSheetsPt: number | null;
}

const known = new WeakMap<PosterSheets, Help>();

/** At the latest, while the other posters of the queue are being laid out. */
const LONGEST_WAIT_MS = 1_500;

/** What helps a poster whose text is too small: worked out once its picture stands, since that takes whole layouts; null until then. */
export function useHelp(poster: PosterSheets, isWanted: boolean): Help | null {
  const [, setTold] = useState<PosterSheets | null>(null);
  useEffect(() => {
    if (!isWanted || known.has(poster)) return;
    const idle = requestIdleCallback(
      () => {
        known.set(poster, { better: poster.better(), twoSheetsPt: poster.twoSheetsPt() });
        setTold(poster);
      },
      { timeout: LONGEST_WAIT_MS },
    );
    return () => cancelIdleCallback(idle);
  }, [poster, isWanted]);
  return known.get(poster) ?? null;
}
