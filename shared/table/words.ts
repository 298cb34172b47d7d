import type { Lang, TranslateFn } from '../i18n/translate';
import { isoDay } from './dateCell';
import { FEW_ANSWERS, type Figure, type Statistic } from './facts';
import type { Condition, Filter } from './filter';
import type { Reading, RowFault } from './model';

/** What words are made with. */
export interface Words {
  readonly t: TranslateFn;
  readonly lang: Lang;
}

const LOCALES: Readonly<Record<Lang, string>> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it, with exactly `decimals` decimals and a true minus sign. */
export function numberWords(value: number, lang: Lang, decimals = 0): string {
  const key = `${lang}${decimals}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(LOCALES[lang], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  // A rounded zero has no sign.
  return format
    .format(value)
    .replace(/^-(?=[0\s.,]*$)/, '')
    .replace('-', '\u2212');
}

/** Decimals that say something: none for whole numbers and from 100 up, one from 1, two below. */
const decimalsFor = (values: readonly number[]): number => {
  if (values.every((value) => Number.isInteger(value))) return 0;
  const largest = Math.max(...values.map(Math.abs));
  return largest >= 100 ? 0 : largest >= 1 ? 1 : 2;
};

/** A value and its unit: `36 ans`, `149 €`, `£149`, `71 %`. */
export function withUnit(text: string, unit: string, { t, lang }: Words): string {
  if (unit === '') return text;
  if (unit === 'years') return t('tables.years', { value: text });
  if (lang === 'en' && /^[€$£]$/.test(unit))
    return text.startsWith('\u2212') ? `\u2212${unit}${text.slice(1)}` : `${unit}${text}`;
  if (lang === 'en' && unit === '%') return `${text}%`;
  return `${text}\u00A0${unit}`;
}

/** A number of a column as typed by a person: its own decimals, six at most. */
export function plainNumber(value: number, lang: Lang): string {
  const decimals = [0, 1, 2, 3, 4, 5].find((count) => Math.abs(value - Number(value.toFixed(count))) < 1e-9) ?? 6;
  return numberWords(value, lang, decimals);
}

/** A day as a person writes it: `12/10/2026`. */
export function dayWords(day: number, lang: Lang): string {
  const [year, month, date] = isoDay(day).split('-');
  return lang === 'fr' ? `${date}/${month}/${year}` : `${Number(date)} ${EN_MONTHS[Number(month) - 1]} ${year}`;
}
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A label of a column: answers are told in the user's language, everything else as read. */
export const labelWords = (label: string, type: Reading['type'], t: TranslateFn): string =>
  type === 'yesno' ? t(label === 'yes' ? 'tables.yes' : 'tables.no') : label;

export interface FigureColumn {
  readonly name: string;
  readonly reading: Pick<Reading, 'type' | 'blankIsNo'>;
}

export interface FigureWords {
  /** The figure itself: `36 ans`, `71 % boutique`, `NPS +27`. */
  readonly headline: string;
  /** What it is, of what, how sure: `médiane, de 34 à 38, n = 212`. */
  readonly detail: string;
}

/** A figure in words. */
export function figureWords(figure: Figure, column: FigureColumn, words: Words): FigureWords {
  const { t, lang } = words;
  const { statistic, value, low, high, unit, n } = figure;
  const decimals = decimalsOf(figure);
  const number = (of: number) => (statistic === 'net-score' ? signed(of, lang) : numberWords(of, lang, decimals));
  // A median between two ages may be half a year; the ages themselves are whole.
  const isWhole = low !== null && high !== null && Number.isInteger(low) && Number.isInteger(high);
  const bound = (of: number) => (isWhole && statistic !== 'net-score' ? numberWords(of, lang) : number(of));
  const isDate = statistic === 'from' || statistic === 'to';
  const told = isDate ? dayWords(value, lang) : withUnit(number(value), unit, words);
  const parts = [
    statistic === 'share' ? '' : t(`tables.statistic.${statistic}`),
    figure.hits > 0 || unit === '%' ? hitsWords(figure, words) : '',
    low === null || high === null
      ? ''
      : t('tables.interval', { low: bound(low), high: withUnit(bound(high), unit, words) }),
    t('tables.answers', { count: numberWords(n, lang) }),
    column.reading.blankIsNo ? t('tables.blankIsNo') : '',
    n < FEW_ANSWERS ? t('tables.indicative') : '',
  ];
  return { headline: headlineOf(figure, told, column, t), detail: parts.filter((part) => part !== '').join(', ') };
}

/** How many decimals a figure is told with. */
export function decimalsOf({ statistic, value, low, high, unit, n, hits }: Figure): number {
  if (statistic === 'net-score') return 0;
  if (unit === '%' && hits > 0) return n >= 1000 ? 1 : 0;
  return decimalsFor([value, low ?? value, high ?? value]);
}

const isShare = (statistic: Statistic): boolean => ['share', 'top-two', 'easy'].includes(statistic);

const hitsWords = ({ statistic, hits, n }: Figure, { t, lang }: Words): string =>
  isShare(statistic) ? t('tables.hits', { hits: numberWords(hits, lang), n: numberWords(n, lang) }) : '';

function headlineOf({ statistic, label }: Figure, told: string, { reading }: FigureColumn, t: TranslateFn): string {
  if (statistic === 'net-score') return t('tables.netScore', { score: told });
  return statistic === 'share' ? `${told} ${labelWords(label, reading.type, t)}` : told;
}

const signed = (value: number, lang: Lang): string => {
  const text = numberWords(Math.round(value), lang);
  return Math.round(value) > 0 ? `+${text}` : text;
};

/** A condition in words, its column apart: `Âge` and `30 à 44 ans`. */
export function conditionWords(
  condition: Condition,
  columns: readonly { readonly name: string; readonly reading: Pick<Reading, 'type' | 'unit'> }[],
  words: Words,
): { readonly column: string; readonly value: string } {
  const { t, lang } = words;
  const column = columns[condition.column];
  const unit = column?.reading.unit ?? '';
  return { column: column?.name ?? '', value: valueWords() };

  function valueWords(): string {
    switch (condition.kind) {
      case 'labels': {
        const labels = condition.labels.map((label) => labelWords(label, column?.reading.type ?? 'text', t));
        return listWords(labels, t('tables.or'));
      }
      case 'numbers':
      case 'days': {
        const tell = (value: number) => (condition.kind === 'days' ? dayWords(value, lang) : plainNumber(value, lang));
        const last = (value: number) => (condition.kind === 'days' ? tell(value) : withUnit(tell(value), unit, words));
        const { from, to } = condition;
        if (from !== null && to !== null) return t('tables.between', { from: tell(from), to: last(to) });
        if (from !== null) return t('tables.atLeast', { value: last(from) });
        return to === null ? t('tables.filled') : t('tables.atMost', { value: last(to) });
      }
      case 'contains':
        return t('tables.contains', { text: condition.text.trim() });
      case 'filled':
        return t('tables.filled');
      case 'empty':
        return t('tables.empty');
    }
  }
}

/** `a, b ou c`. */
export function listWords(items: readonly string[], last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** A whole filter in words: `genre : femme et age : 30 à 44 ans`; what stands for none says so. */
export function filterWords(filter: Filter, columns: Parameters<typeof conditionWords>[1], words: Words): string {
  const { t } = words;
  if (filter.conditions.length === 0) return t('tables.everyone');
  const told = filter.conditions.map((condition) => t('tables.condition', conditionWords(condition, columns, words)));
  return told.join(` ${t(filter.join === 'and' ? 'tables.and' : 'tables.or')} `);
}

/** Why a cell or a line was refused. */
export function faultWords(fault: RowFault, { t, lang }: Words): string {
  switch (fault.code) {
    case 'out-of-range': {
      const { min, max } = fault;
      if (min !== null && max !== null)
        return t('tables.fault.out-of-range', { min: plainNumber(min, lang), max: plainNumber(max, lang) });
      return min === null
        ? t('tables.fault.above', { max: plainNumber(max ?? 0, lang) })
        : t('tables.fault.below', { min: plainNumber(min, lang) });
    }
    case 'cell-too-long':
    case 'row-too-long':
      return t(`tables.fault.${fault.code}`, { limit: numberWords(fault.limit, lang) });
    case 'too-many-fields':
    case 'too-few-fields':
      return t(`tables.fault.${fault.code}`, { found: fault.found, expected: fault.expected });
    default:
      return t(`tables.fault.${fault.code}`);
  }
}
