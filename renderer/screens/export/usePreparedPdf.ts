import { useEffect } from 'react';
import { workspace } from '@/app/appStore';
import { printJobOf } from '@/export/exportBoard';
import { sourceIn } from '@/export/posterScene';
import { desktop } from '@/platform/desktop';
import type { LaidOutPoster } from './usePosters';

/** A poster that is looked at for this long is likely to be printed. */
const LOOKED_AT_MS = 300;

/** Loads the poster on show into the print page while the person looks at it: its print then starts at once. */
export function usePreparedPdf(poster: LaidOutPoster | null, isWanted: boolean): void {
  useEffect(() => {
    if (!poster || !isWanted) return;
    let isCurrent = true;
    const prepare = async (): Promise<void> => {
      const { laidOut, source, lang } = poster;
      const job = await printJobOf(laidOut, { source: sourceIn(source, lang), lang }, workspace().readAsset);
      if (isCurrent) await desktop().preparePdf(job);
    };
    const timer = setTimeout(() => void prepare(), LOOKED_AT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [poster, isWanted]);
}
