import type { Difference, MapComparison } from './comparison';

/** How a difference is shown and counted: felt points that changed are felt higher or lower, everything else as it is told. */
export const SIGNS = ['added', 'removed', 'changed', 'moved', 'higher', 'lower'] as const;
export type Sign = (typeof SIGNS)[number];

/** The one sign of a difference. */
export function signOf({ kind, b, change }: Difference): Sign {
  if (kind !== 'changed' || b?.kind !== 'emotion' || change === null) return kind;
  return change > 0 ? 'higher' : 'lower';
}

/** What is left out of a comparison: signs, and all stages but one (the place of its row; null shows all). */
export interface Shown {
  readonly hidden: ReadonlySet<Sign>;
  readonly stage: number | null;
}

export const ALL_SHOWN: Shown = { hidden: new Set(), stage: null };

/** One difference among all, with the row of the stage it is listed at. */
export interface Listed {
  readonly difference: Difference;
  readonly sign: Sign;
  /** Index of its stage in the comparison. */
  readonly row: number;
}

/** Every difference in the order of the list. */
export const allListed = ({ stages }: MapComparison): readonly Listed[] =>
  stages.flatMap(({ differences }, row) =>
    differences.map((difference) => ({ difference, sign: signOf(difference), row })),
  );

/** True for what is shown. */
export const isShown = ({ sign, row }: Listed, { hidden, stage }: Shown): boolean =>
  !hidden.has(sign) && (stage === null || stage === row);

/** How many there are of each sign, those that are hidden as well; of one stage where only that is shown. */
export function signCounts(all: readonly Listed[], { stage }: Shown): Readonly<Record<Sign, number>> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, higher: 0, lower: 0 };
  for (const one of all) if (stage === null || stage === one.row) counts[one.sign] += 1;
  return counts;
}
