import { dateParts, dayOf } from './dateCell';
import { orderStatistic, quantile, total, type Weighted } from './statistics';

export interface Bins {
  /** Lower edge of the first bin. */
  readonly from: number;
  readonly width: number;
  /** Observations per bin; the last one includes its upper edge. */
  readonly all: readonly number[];
  readonly segment: readonly number[];
}

/** Widths that people read easily: 1, 2 or 5 times a power of ten. */
function niceWidth(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Bars that are aimed at, and that round edges may take. */
const WANTED_BINS = 12;
const MOST_BINS = 15;
/** Different whole numbers that each get a bar of their own (answers from 0 to 10). */
const OWN_BARS = 11;

/**
 * A histogram of the whole column with that of a segment inside it: at most 15 bins with round edges. Bars of single whole numbers
 * where there are few of them. Values far out (beyond three times the middle half from the quartiles) would leave one bar: they are counted
 * in the outermost bins.
 */
export function histogram(values: ArrayLike<number>, all: ArrayLike<number>, segment: ArrayLike<number>): Bins | null {
  const data: Weighted = { values, counts: all };
  const n = total(data);
  if (n === 0) return null;
  const min = orderStatistic(data, 1);
  const max = orderStatistic(data, n);
  const { from, width, count } = binsFor(values, all, data, n, min, max);
  const into = (counts: ArrayLike<number>) => {
    const bins = new Array<number>(count).fill(0);
    for (let at = 0; at < counts.length; at += 1) {
      const times = counts[at] ?? 0;
      if (times === 0) continue;
      const bin = Math.floor(((values[at] ?? 0) - from) / width + 1e-9);
      const inside = Math.min(count - 1, Math.max(0, bin));
      bins[inside] = (bins[inside] ?? 0) + times;
    }
    return bins;
  };
  return { from, width, all: into(all), segment: into(segment) };
}

function binsFor(
  values: ArrayLike<number>,
  all: ArrayLike<number>,
  data: Weighted,
  n: number,
  min: number,
  max: number,
): { readonly from: number; readonly width: number; readonly count: number } {
  if (min === max) return { from: min, width: 1, count: 1 };
  if (max - min < OWN_BARS && isWhole(values, all)) return { from: min, width: 1, count: max - min + 1 };
  const q1 = quantile(data, 0.25, n);
  const q3 = quantile(data, 0.75, n);
  const reach = 3 * (q3 - q1);
  const low = reach > 0 ? Math.max(min, q1 - reach) : min;
  const high = reach > 0 ? Math.min(max, q3 + reach) : max;
  // Numbers closer together than they can be told apart.
  if (!(niceWidth((high - low) / WANTED_BINS) > Math.max(Math.abs(low), Math.abs(high), 1e-290) * 1e-13))
    return { from: low, width: Math.max(1e-290, high - low), count: 1 };
  let width = niceWidth((high - low) / WANTED_BINS);
  let from = Math.floor(low / width + 1e-9) * width;
  while (Math.ceil((high - from) / width - 1e-9) > MOST_BINS) {
    width = niceWidth(width * 1.01);
    from = Math.floor(low / width + 1e-9) * width;
  }
  return { from, width, count: Math.max(1, Math.ceil((high - from) / width - 1e-9)) };
}

function isWhole(values: ArrayLike<number>, counts: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at += 1)
    if ((counts[at] ?? 0) > 0 && !Number.isInteger(values[at])) return false;
  return true;
}

export interface LabelCount {
  readonly label: string;
  readonly all: number;
  readonly segment: number;
}

export interface LabelCounts {
  /** The most frequent ones of the whole column, largest first. */
  readonly top: readonly LabelCount[];
  readonly other: { readonly labels: number; readonly all: number; readonly segment: number };
}

/**
 * How often each label comes: the `most` first ones by number, then by name, and what is left together. Among labels that come equally often at
 * the end of the list those that were read first are taken, so that a hundred thousand different texts need no sorting.
 */
export function labelCounts(
  labels: readonly string[],
  all: ArrayLike<number>,
  segment: ArrayLike<number>,
  most: number,
): LabelCounts {
  const used: number[] = [];
  for (let at = 0; at < labels.length; at += 1) if ((all[at] ?? 0) > 0) used.push(at);
  // One label alone is not "others".
  const cut = used.length === most + 1 ? most + 1 : most;
  const least = kthLargest(used, all, cut);
  const above = used.filter((at) => (all[at] ?? 0) > least);
  const equal = used.filter((at) => all[at] === least).slice(0, Math.max(0, cut - above.length));
  const top = [...above, ...equal].map(
    (at): LabelCount => ({ label: labels[at] ?? '', all: all[at] ?? 0, segment: segment[at] ?? 0 }),
  );
  top.sort((a, b) => b.all - a.all || (a.label < b.label ? -1 : 1));
  const sum = (list: Iterable<number>) => [...list].reduce((total, count) => total + count, 0);
  return {
    top,
    other: {
      labels: used.length - top.length,
      all: total({ counts: all }) - sum(top.map((entry) => entry.all)),
      segment: total({ counts: segment }) - sum(top.map((entry) => entry.segment)),
    },
  };
}

/** The k-th largest of the counts at these places; 0 when there are fewer. */
function kthLargest(places: readonly number[], counts: ArrayLike<number>, k: number): number {
  if (places.length < k) return 0;
  const sorted = Uint32Array.from(places, (at) => counts[at] ?? 0).sort();
  return sorted[sorted.length - k] ?? 0;
}

export interface MonthSeries {
  /** First day of the first bar. */
  readonly from: number;
  /** First day after the last bar. */
  readonly to: number;
  /** Months per bar: 1, 3, 12 or more where the dates span more years than there is room. */
  readonly months: number;
  readonly all: readonly number[];
  readonly segment: readonly number[];
}

const MOST_BARS = 24;

/** Observations by month, by quarter or by year: the finest that takes at most 24 bars. null without observations. */
export function monthSeries(
  days: ArrayLike<number>,
  all: ArrayLike<number>,
  segment: ArrayLike<number>,
): MonthSeries | null {
  const data: Weighted = { values: days, counts: all };
  const n = total(data);
  if (n === 0) return null;
  const monthOf = (day: number) => {
    const { year, month } = dateParts(day);
    return year * 12 + month - 1;
  };
  const first = monthOf(orderStatistic(data, 1));
  const last = monthOf(orderStatistic(data, n));
  const barsOf = (months: number) => Math.floor(last / months) - Math.floor(first / months) + 1;
  const months = [1, 3, 12, 60, 120].find((step) => barsOf(step) <= MOST_BARS) ?? 1200;
  const start = Math.floor(first / months);
  const into = (counts: ArrayLike<number>) => {
    const bars = new Array<number>(barsOf(months)).fill(0);
    for (let at = 0; at < counts.length; at += 1) {
      const times = counts[at] ?? 0;
      if (times === 0) continue;
      const bar = Math.floor(monthOf(days[at] ?? 0) / months) - start;
      bars[bar] = (bars[bar] ?? 0) + times;
    }
    return bars;
  };
  const firstDay = (bar: number) => dayOf(Math.floor((bar * months) / 12), ((bar * months) % 12) + 1, 1) ?? 0;
  return {
    from: firstDay(start),
    to: firstDay(start + barsOf(months)),
    months,
    all: into(all),
    segment: into(segment),
  };
}
