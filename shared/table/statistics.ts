/** Different values in ascending order and how often each comes: all that these statistics need, whatever the number of rows. */
export interface Weighted {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of a 95 % interval. */
const Z = 1.96;

export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n − 1); 0 for a single value. */
  readonly deviation: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Number of observations. */
export function total({ counts }: Pick<Weighted, 'counts'>): number {
  let n = 0;
  for (let at = 0; at < counts.length; at += 1) n += counts[at] ?? 0;
  return n;
}

/** The k-th smallest observation, k from 1 to n. NaN outside. */
export function orderStatistic({ values, counts }: Weighted, k: number): number {
  let seen = 0;
  for (let at = 0; at < counts.length; at += 1) {
    seen += counts[at] ?? 0;
    if (k >= 1 && seen >= k) return values[at] ?? Number.NaN;
  }
  return Number.NaN;
}

/**
 * Quantile by linear interpolation between order statistics (Hyndman and Fan, type 7, the one of spreadsheets): with h = (n − 1) q + 1,
 * x(⌊h⌋) + (h − ⌊h⌋)(x(⌊h⌋ + 1) − x(⌊h⌋)). `q` from 0 to 1; NaN without observations.
 */
export function quantile(data: Weighted, q: number, n = total(data)): number {
  if (n === 0) return Number.NaN;
  const h = (n - 1) * q + 1;
  const below = Math.floor(h);
  const low = orderStatistic(data, below);
  if (h === below) return low;
  const high = orderStatistic(data, below + 1);
  return low + (h - below) * (high - low);
}

/** Mean by Σ c·x / n, deviation from the squared distances to it (two passes, so that large values lose nothing). null without observations. */
export function summarize(data: Weighted): Summary | null {
  const n = total(data);
  if (n === 0) return null;
  const { values, counts } = data;
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) sum += (values[at] ?? 0) * (counts[at] ?? 0);
  const mean = sum / n;
  let squares = 0;
  for (let at = 0; at < counts.length; at += 1) squares += (counts[at] ?? 0) * ((values[at] ?? 0) - mean) ** 2;
  return {
    n,
    min: orderStatistic(data, 1),
    max: orderStatistic(data, n),
    mean,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    q1: quantile(data, 0.25, n),
    median: quantile(data, 0.5, n),
    q3: quantile(data, 0.75, n),
  };
}

/** Up to here the ranks come from the binomial distribution itself; beyond, from its normal approximation, which then agrees to a rank. */
const EXACT_UP_TO = 1000;

/**
 * Ranks, from 1, of the two observations that enclose the median with at least 95 % confidence, whatever the distribution: the number of
 * observations below the median is binomial(n, ½), so the largest r with P(B ≤ r − 1) ≤ 2.5 % gives x(r) and x(n + 1 − r). For large n,
 * r = ⌊(n + 1 − 1.96 √n) / 2⌋ (Conover, Practical Nonparametric Statistics, section 3.2). null below 6 observations, where no two of
 * them reach 95 %.
 */
export function medianRanks(n: number): { readonly low: number; readonly high: number } | null {
  if (n < 6) return null;
  const low = n <= EXACT_UP_TO ? exactRank(n) : Math.floor((n + 1 - Z * Math.sqrt(n)) / 2);
  return { low, high: n + 1 - low };
}

function exactRank(n: number): number {
  let term = 0.5 ** n;
  let below = term;
  let rank = 0;
  while (below <= 0.025) {
    rank += 1;
    term = (term * (n - rank + 1)) / rank;
    below += term;
  }
  return rank;
}

/** A 95 % interval for the median; null below 6 observations. */
export function medianInterval(data: Weighted, n = total(data)): Interval | null {
  const ranks = medianRanks(n);
  return ranks && { low: orderStatistic(data, ranks.low), high: orderStatistic(data, ranks.high) };
}

/** A 95 % interval for the mean: mean ± 1.96 s / √n. null below 2 observations. */
export function meanInterval({ n, mean, deviation }: Pick<Summary, 'n' | 'mean' | 'deviation'>): Interval | null {
  if (n < 2) return null;
  const half = (Z * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/**
 * Wilson's 95 % score interval of a share, from 0 to 1: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1 and is right for
 * small n, where the plain one is not (Wilson 1927). null without observations.
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  if (n <= 0) return null;
  const p = hits / n;
  const z2 = Z * Z;
  const middle = p + z2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

export interface NetScore extends Interval {
  readonly n: number;
  /** −100 to +100. */
  readonly score: number;
}

/**
 * Net promoter score of answers from 0 to 10: % of 9 and 10 minus % of 0 to 6, ± 1.96 · 100 · √((p + d − (p − d)²) / n). Where nobody promotes or nobody
 * detracts that width collapses; three answers spread as ¼, ½, ¼ are then added for the interval alone (adjusted Wald). null without answers.
 */
export function netScore({ values, counts }: Weighted): NetScore | null {
  let promoters = 0;
  let detractors = 0;
  const n = total({ counts });
  if (n === 0) return null;
  for (let at = 0; at < counts.length; at += 1) {
    const value = values[at] ?? 0;
    if (value >= 9) promoters += counts[at] ?? 0;
    else if (value <= 6) detractors += counts[at] ?? 0;
  }
  const add = promoters === 0 || detractors === 0 ? 0.75 : 0;
  const size = n + 4 * add;
  const p = (promoters + add) / size;
  const d = (detractors + add) / size;
  const half = Z * 100 * Math.sqrt((p + d - (p - d) ** 2) / size);
  const middle = 100 * (p - d);
  return {
    n,
    score: (100 * (promoters - detractors)) / n,
    low: Math.max(-100, middle - half),
    high: Math.min(100, middle + half),
  };
}
