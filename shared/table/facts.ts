import type { ParsedColumn } from './parseColumn';
import { meanInterval, medianInterval, netScore, summarize, total, wilsonInterval } from './statistics';

/** Statistics that a column can be told by. */
export const STATISTICS = ['median', 'mean', 'share', 'top-two', 'easy', 'net-score', 'from', 'to'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Below this many answers a figure is only indicative, as everywhere in the app. */
export const FEW_ANSWERS = 60;

/** A figure of a segment, before it is put in words. */
export interface Figure {
  /** Stable while the segment changes: names the column, the statistic and its label. */
  readonly id: string;
  readonly column: number;
  readonly statistic: Statistic;
  /** In the column's unit; shares from 0 to 100, days since 1970 for `from` and `to`. */
  readonly value: number;
  /** A label that a share is about; empty otherwise. */
  readonly label: string;
  readonly unit: string;
  /** Answers the figure is made of. */
  readonly n: number;
  /** For shares: how many of them. */
  readonly hits: number;
  /** Both ends of a 95 % interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Labels of a category that are told as shares. */
const MOST_SHARES = 3;

/** The figures of one column for rows counted per slot; empty for what has nothing to tell. */
export function figuresOf(column: number, parsed: ParsedColumn, counts: ArrayLike<number>): readonly Figure[] {
  const n = total({ counts });
  if (n === 0) return [];
  switch (parsed.reading.type) {
    case 'number':
      return [median(column, parsed, counts), mean(column, parsed, counts)].filter((figure) => figure !== null);
    case 'rating':
      return ratingFigures(column, parsed, counts);
    case 'category':
    case 'yesno':
      return shares(column, parsed, counts, n);
    case 'date':
      return span(column, parsed, counts);
    default:
      return [];
  }
}

type Made = Pick<Figure, 'statistic' | 'value' | 'n'> & Partial<Figure>;

const figure = (column: number, made: Made): Figure => ({
  label: '',
  unit: '',
  hits: 0,
  low: null,
  high: null,
  ...made,
  id: `${column} ${made.statistic} ${made.label ?? ''}`,
  column,
});

function median(column: number, { values, reading }: ParsedColumn, counts: ArrayLike<number>): Figure | null {
  const summary = summarize({ values, counts });
  if (!summary) return null;
  const interval = medianInterval({ values, counts }, summary.n);
  return figure(column, { statistic: 'median', value: summary.median, n: summary.n, unit: reading.unit, ...interval });
}

function mean(column: number, { values, reading }: ParsedColumn, counts: ArrayLike<number>): Figure | null {
  const summary = summarize({ values, counts });
  if (!summary) return null;
  return figure(column, {
    statistic: 'mean',
    value: summary.mean,
    n: summary.n,
    unit: reading.unit,
    ...meanInterval(summary),
  });
}

/** 0 to 10: net score; 1 to 5: share of 4 and 5; 1 to 7: share of 5 to 7; always the mean. */
function ratingFigures(column: number, parsed: ParsedColumn, counts: ArrayLike<number>): readonly Figure[] {
  const { values, reading } = parsed;
  const average = mean(column, parsed, counts);
  const lead =
    reading.max === 10 ? netFigure(column, parsed, counts) : topShare(column, values, counts, reading.max ?? 5);
  return [lead, average].filter((one) => one !== null);
}

function netFigure(column: number, { values }: ParsedColumn, counts: ArrayLike<number>): Figure | null {
  const net = netScore({ values, counts });
  return net && figure(column, { statistic: 'net-score', value: net.score, n: net.n, low: net.low, high: net.high });
}

function topShare(column: number, values: Float64Array, counts: ArrayLike<number>, max: number): Figure | null {
  const n = total({ counts });
  const from = max === 7 ? 5 : max - 1;
  const hits = total({ counts: Array.from(counts, (count, at) => ((values[at] ?? 0) >= from ? count : 0)) });
  return shareFigure(column, max === 7 ? 'easy' : 'top-two', '', hits, n);
}

function shareFigure(column: number, statistic: Statistic, label: string, hits: number, n: number): Figure {
  const interval = wilsonInterval(hits, n);
  return figure(column, {
    statistic,
    label,
    value: (100 * hits) / n,
    unit: '%',
    n,
    hits,
    low: interval && 100 * interval.low,
    high: interval && 100 * interval.high,
  });
}

function shares(column: number, { labels, reading }: ParsedColumn, counts: ArrayLike<number>, n: number) {
  const ranked = labels
    .map((label, at) => ({ label, hits: counts[at] ?? 0 }))
    .filter(({ label, hits }) => (reading.type === 'yesno' ? label === 'yes' : hits > 0))
    .sort((a, b) => b.hits - a.hits || (a.label < b.label ? -1 : 1));
  // Of two labels the second one is what is left.
  const most = ranked.length === 2 ? 1 : MOST_SHARES;
  return ranked.slice(0, most).map(({ label, hits }) => shareFigure(column, 'share', label, hits, n));
}

function span(column: number, { values }: ParsedColumn, counts: ArrayLike<number>): readonly Figure[] {
  const summary = summarize({ values, counts });
  if (!summary) return [];
  const { n, min, max } = summary;
  return [figure(column, { statistic: 'from', value: min, n }), figure(column, { statistic: 'to', value: max, n })];
}
