import type { LaidOutPoster } from './usePosters';

/** How many causes of the check deserve a look. */
export const pointsToSee = ({ laidOut: { check } }: LaidOutPoster): number =>
  Number(check.isTooSmall) + Number(check.outside.length > 0) + Number(check.uncovered.length > 0);
