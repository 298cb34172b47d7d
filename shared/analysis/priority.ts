import type { OpportunityFact } from './mapFacts';

export const QUADRANTS = ['first', 'prepare', 'later', 'drop'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** From this rating on, of 1 to 5, an impact or an effort is a large one. */
export const LARGE = 4;

/** An opportunity that a team has rated both ways. */
export interface RatedOpportunity extends OpportunityFact {
  readonly impact: number;
  readonly effort: number;
}

export const isRated = (one: OpportunityFact): one is RatedOpportunity => one.impact !== null && one.effort !== null;

/** What becomes of an opportunity: large impact without large effort first, both to be prepared, neither when there is time, effort alone is left. */
export function quadrantOf({ impact, effort }: Pick<RatedOpportunity, 'impact' | 'effort'>): Quadrant {
  if (impact >= LARGE) return effort >= LARGE ? 'prepare' : 'first';
  return effort >= LARGE ? 'drop' : 'later';
}
