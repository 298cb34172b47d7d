import { parseDateCell } from './dateCell';
import { FEW_ANSWERS, type Figure, type Statistic } from './facts';
import type { Filter } from './filter';
import type { Reading } from './model';
import type { Interval } from './statistics';
import { dayWords, decimalsOf, figureWords, filterWords, type Words } from './words';

/** A figure that a person pinned: what it says, and everything that makes it checkable. No row of the table goes with it. */
export interface PinnedFact {
  /** In the user's language: `age : 36 ans (médiane, de 34 à 38, n = 312)`. */
  readonly text: string;
  /** The figure alone: `36 ans`, `71 % boutique`. */
  readonly headline: string;
  /** Name of the column, as read. */
  readonly column: string;
  readonly statistic: Statistic;
  /** As it is told, in `unit`; shares from 0 to 100; `from` and `to` are days since 1 January 1970. */
  readonly value: number;
  readonly unit: string;
  /** The label that a share is about; empty otherwise, and where it is about the column: a yes. */
  readonly label: string;
  /** Answers it is made of. */
  readonly n: number;
  /** For shares: how many of them. */
  readonly hits: number;
  /** 95 %; null where there is none. */
  readonly interval: Interval | null;
  /** Fewer answers than a figure should have: told as indicative everywhere. */
  readonly indicative: boolean;
  /** Its name, and the sheet of a workbook that has several: `clients.xlsx, feuille Réponses`. */
  readonly file: string;
  /** When it was computed, `YYYY-MM-DD`. */
  readonly date: string;
  /** The segment in words: `genre : femme et age : 30 à 44 ans`. */
  readonly filter: string;
}

export interface PinContext {
  readonly columns: readonly { readonly name: string; readonly reading: Reading }[];
  readonly filter: Filter;
  readonly file: string;
  /** The sheet that was read; null where there is no other. */
  readonly sheet: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The fact that pinning a figure makes. */
export function pinnedFact(
  figure: Figure,
  { columns, filter, file, sheet, date }: PinContext,
  words: Words,
): PinnedFact {
  const column = columns[figure.column];
  const name = column?.name ?? '';
  const { headline, detail } = figureWords(
    figure,
    { name, reading: column?.reading ?? { type: 'text', blankIsNo: false } },
    words,
  );
  const { statistic, unit, label, n, hits, low, high } = figure;
  return {
    text: words.t('tables.factText', { column: name, headline, detail }),
    headline,
    column: name,
    statistic,
    value: Number(figure.value.toFixed(decimalsOf(figure))),
    unit,
    label: column?.reading.type === 'yesno' ? '' : label,
    n,
    hits,
    interval: low === null || high === null ? null : { low, high },
    indicative: n < FEW_ANSWERS,
    file: sheet === null ? file : `${file}, ${words.t('tables.sheetNamed', { name: sheet })}`,
    date,
    filter: filterWords(filter, columns, words),
  };
}

/** Where a fact comes from, in one line: file, date, segment. */
export const factSource = ({ file, date, filter }: PinnedFact, { t }: Words): string =>
  t('tables.factSource', { file, date, filter });

/** Statistics whose figure says by itself what it is. */
const TOLD: ReadonlySet<Statistic> = new Set(['share', 'net-score']);

/** A fact as a source names it, its date and n apart: `age : 36 ans (médiane), clients-2026.csv, genre : femme`. */
export function factTitle({ column, headline, statistic, file, filter }: PinnedFact, { t }: Words): string {
  const figure = TOLD.has(statistic)
    ? t('tables.condition', { column, value: headline })
    : t('tables.factText', { column, headline, detail: t(`tables.statistic.${statistic}`) });
  return [figure, file, filter].join(', ');
}

/** Its date as a person writes it. */
export function factDate({ date }: PinnedFact, { lang }: Words): string {
  const day = parseDateCell(date, 'ymd');
  return typeof day === 'number' ? dayWords(day, lang) : date;
}

/** A fact with its source, for the clipboard. */
export const factLine = (fact: PinnedFact, words: Words): string => `${fact.text} ${factSource(fact, words)}`;
