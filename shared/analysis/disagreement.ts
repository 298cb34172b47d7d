import { quantile, type Weighted } from '../table/statistics';

/**
 * How far participants agree on a moment of a journey. Every rating lies on -2 (very unpleasant) to +2 (very pleasant). What nobody rated has no
 * statistics: nothing is estimated.
 */

/** Fewest ratings for a band of quartiles and for the mark of a split: below, only the ratings themselves are shown. */
export const LEAST_FOR_BAND = 5;
/** Two groups are apart when no rating lies in at least this much of the scale between them. */
const LEAST_GAP = 1;
/** Share of the ratings that each side of 0 holds at least, where opinions are split. */
const LEAST_SHARE = 0.3;
/** Rounding of binary fractions: 0.3 of 10 is 3. */
const DUST = 1e-9;

export interface Disagreement {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
  /** Quartiles by linear interpolation (Hyndman and Fan 1996, type 7, that of spreadsheets); null below `LEAST_FOR_BAND` ratings. */
  readonly band: { readonly low: number; readonly high: number } | null;
  /**
   * Mean absolute deviation from the median, Σ|x − median| / n, 0 to 2. From the median because it is the centre that makes it least, and because the median is
   * what the curve draws.
   */
  readonly deviation: number;
  /**
   * Polarisation, 0 (all agree) to 1 (half at −2, half at +2): variance Σ(x − mean)² / n over its greatest value on the scale, ((max − min) / 2)² = 4 (Popoviciu
   * 1935). It is "dispersion" among the senses of polarisation told apart by Bramson et al., "Understanding Polarization", Philosophy of Science 84, 2017.
   */
  readonly polarisation: number;
  /** The two camps of a moment on which opinions are split; null elsewhere. */
  readonly split: Split | null;
}

export interface Split {
  /** Ratings above 0. */
  readonly pleased: number;
  /** Ratings below 0. */
  readonly displeased: number;
  /** Width of the widest empty stretch between neighbouring ratings on either side of 0. */
  readonly gap: number;
}

const isRating = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= -2 && value <= 2;

/** Different values in ascending order with how often each comes. */
function weighted(sorted: readonly number[]): Weighted {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (values.at(-1) === value) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values, counts };
}

/**
 * Statistics of the ratings of one moment; missing ones (null) and what is off the scale are left out. null where nobody rated. `n` = 1 has that rating
 * as median, no deviation and no band.
 */
export function disagreement(ratings: readonly (number | null | undefined)[]): Disagreement | null {
  // -0 and 0 are one rating.
  const sorted = ratings
    .filter(isRating)
    .map((value) => value + 0)
    .sort((a, b) => a - b);
  const n = sorted.length;
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const data = weighted(sorted);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const median = quantile(data, 0.5, n);
  const deviation = sorted.reduce((sum, value) => sum + Math.abs(value - median), 0) / n;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  return {
    n,
    min,
    max,
    mean,
    median,
    band: n < LEAST_FOR_BAND ? null : { low: quantile(data, 0.25, n), high: quantile(data, 0.75, n) },
    deviation,
    // Equal ratings may leave the dust of a mean that is no binary fraction.
    polarisation: min === max ? 0 : Math.min(1, variance / 4),
    split: splitOf(sorted),
  };
}

/**
 * Split opinions: at least 30 % of the ratings on either side of 0, and between neighbouring ratings around 0 an empty stretch of at least 1 point. A rating of exactly 0 is
 * on neither side, and may stand at an end of the empty stretch.
 */
function splitOf(sorted: readonly number[]): Split | null {
  const n = sorted.length;
  if (n < LEAST_FOR_BAND) return null;
  const displeased = sorted.filter((value) => value < 0).length;
  const pleased = sorted.filter((value) => value > 0).length;
  if (Math.min(displeased, pleased) < LEAST_SHARE * n - DUST) return null;
  let gap = 0;
  for (let at = 1; at < n; at += 1) {
    const [below = 0, above = 0] = [sorted[at - 1], sorted[at]];
    if (below <= 0 && above >= 0) gap = Math.max(gap, above - below);
  }
  return gap >= LEAST_GAP - DUST ? { pleased, displeased, gap } : null;
}

export interface RatedMoment {
  readonly id: string;
  /** One per participant, in any order; null where one gave none. */
  readonly ratings: readonly (number | null | undefined)[];
}

/** Moments on which opinions are split, the most polarised first; equal ones keep their order on the map. */
export function splitMoments(
  moments: readonly RatedMoment[],
): readonly { readonly id: string; readonly of: Disagreement }[] {
  return moments
    .flatMap(({ id, ratings }) => {
      const of = disagreement(ratings);
      return of?.split ? [{ id, of }] : [];
    })
    .sort((a, b) => b.of.polarisation - a.of.polarisation);
}

export interface PeakEnd {
  /** Index of the moment that is remembered most. */
  readonly peak: number;
  /** (peak + end) / 2, -2..+2. */
  readonly score: number;
}

/**
 * What is likely to be remembered of a journey: the mean of its most extreme moment and its last one (Fredrickson and Kahneman, "Duration neglect in retrospective
 * evaluations of affective episodes", J. Pers. Soc. Psychol. 65, 1993; Kahneman et al. 1993). Of equally extreme moments the unpleasant one counts (bad is
 * stronger than good: Baumeister et al. 2001), then the later one. null without moments.
 */
export function peakEnd(valences: readonly number[]): PeakEnd | null {
  const end = valences.at(-1);
  if (end === undefined) return null;
  let peak = 0;
  for (let at = 1; at < valences.length; at += 1) {
    const [best = 0, value = 0] = [valences[peak], valences[at]];
    const isMore = Math.abs(value) - Math.abs(best);
    if (isMore > 0 || (isMore === 0 && value <= best)) peak = at;
  }
  return { peak, score: ((valences[peak] ?? 0) + end) / 2 };
}
