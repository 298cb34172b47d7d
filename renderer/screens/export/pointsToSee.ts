import type { Preflight } from '@shared/scene/preflight';

/** How many causes of the check deserve a look. */
export const pointsToSee = (check: Preflight): number =>
  Number(check.isTooSmall) + Number(check.outside.length > 0) + Number(check.uncovered.length > 0);
