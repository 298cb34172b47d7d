import { FEW_ANSWERS, type Figure, type Statistic } from './facts';
import type { Filter } from './filter';
import type { Reading } from './model';
import type { Interval } from './statistics';
import { figureWords, filterWords, type Words } from './words';

/** A figure that a person pinned: what it says, and everything that makes it checkable. No row of the table goes with it. */
export interface PinnedFact {
  /** In the user's language: `age : 36 ans (médiane, de 34 à 38, n = 312)`. */
  readonly text: string;
  /** Name of the column, as read. */
  readonly column: string;
  readonly statistic: Statistic;
  /** In `unit`; shares from 0 to 100; `from` and `to` are days since 1 January 1970. */
  readonly value: number;
  readonly unit: string;
  /** The label that a share is about; empty otherwise. */
  readonly label: string;
  /** Answers it is made of. */
  readonly n: number;
  /** 95 %; null where there is none. */
  readonly interval: Interval | null;
  /** Fewer answers than a figure should have: told as indicative everywhere. */
  readonly indicative: boolean;
  readonly file: string;
  /** When it was computed, `YYYY-MM-DD`. */
  readonly date: string;
  /** The segment in words: `genre : femme et age : 30 à 44 ans`. */
  readonly filter: string;
}

/** Takes over what was pinned. */
export type OnPin = (facts: readonly PinnedFact[]) => void | Promise<void>;

export interface PinContext {
  readonly columns: readonly { readonly name: string; readonly reading: Reading }[];
  readonly filter: Filter;
  readonly file: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The fact that pinning a figure makes. */
export function pinnedFact(figure: Figure, { columns, filter, file, date }: PinContext, words: Words): PinnedFact {
  const column = columns[figure.column];
  const name = column?.name ?? '';
  const { headline, detail } = figureWords(figure, { name, reading: column?.reading ?? { type: 'text' } }, words);
  const { statistic, value, unit, label, n, low, high } = figure;
  return {
    text: words.t('tables.factText', { column: name, headline, detail }),
    column: name,
    statistic,
    value,
    unit,
    label,
    n,
    interval: low === null || high === null ? null : { low, high },
    indicative: n < FEW_ANSWERS,
    file,
    date,
    filter: filterWords(filter, columns, words),
  };
}

/** Where a fact comes from, in one line: file, date, segment. */
export const factSource = ({ file, date, filter }: PinnedFact, { t }: Words): string =>
  t('tables.factSource', { file, date, filter });

/** A fact with its source, for the clipboard. */
export const factLine = (fact: PinnedFact, words: Words): string => `${fact.text} ${factSource(fact, words)}`;
