import { useEffect } from 'react';
import { printJobOf } from '@/export/exportBoard';
import { desktop } from '@/platform/desktop';
import type { LaidOutPoster } from './usePosters';

/** A poster that is looked at for this long is likely to be printed. */
const LOOKED_AT_MS = 300;

/** Loads the poster on show into the print page while the person looks at it: its print then starts at once. */
export function usePreparedPdf(poster: LaidOutPoster | null, isWanted: boolean): void {
  useEffect(() => {
    if (!poster || !isWanted) return;
    const timer = setTimeout(() => void desktop().preparePdf(printJobOf(poster.scene, poster)), LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [poster, isWanted]);
}
