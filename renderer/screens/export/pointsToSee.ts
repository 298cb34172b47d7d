import { SLIDE_SETUP } from '@/export/exportSlides';
import type { LaidOutPoster } from './usePosters';

/** True for what becomes a slide: it is magnified by a projector, and its fonts are those of whoever opens it. */
export const isSlide = ({ setup }: Pick<LaidOutPoster, 'setup'>): boolean => setup === SLIDE_SETUP;

/** How many causes of the check deserve a look. */
export const pointsToSee = ({ laidOut: { check }, setup }: LaidOutPoster): number =>
  Number(check.isTooSmall && !isSlide({ setup })) +
  Number(check.outside.length > 0) +
  Number(check.uncovered.length > 0);
