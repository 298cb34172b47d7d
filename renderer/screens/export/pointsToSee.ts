import { isRefused } from '@shared/poster/posterSetup';
import { SLIDE_SETUP } from '@/export/exportSlides';
import type { LaidOutPoster } from './usePosters';

/** True for what becomes a slide: it is magnified by a projector, and its fonts are those of whoever opens it. */
export const isSlide = ({ setup }: Pick<LaidOutPoster, 'setup'>): boolean => setup === SLIDE_SETUP;

/** True for what would not be exported: its text is too small, and nobody insisted. */
export const refuses = ({ laidOut, setup }: LaidOutPoster): boolean => isRefused(laidOut.check, setup);

/** How many causes of the check deserve a look. */
export const pointsToSee = ({ laidOut: { check, lost }, setup }: LaidOutPoster): number =>
  Number(check.isTooSmall && !isSlide({ setup })) +
  Number(check.outside.length > 0) +
  Number(check.uncovered.length > 0) +
  Number(lost > 0);
