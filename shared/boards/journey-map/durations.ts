import type { Lang, TranslateFn } from '../../i18n/translate';
import { formatNumber } from '../pieces/valence';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Words for units of time in both languages, each in minutes; a month is 30 days, a year 365. */
const UNITS: readonly (readonly [words: RegExp, minutes: number])[] = [
  [/^(s|sec|secs|secondes?|seconds?)$/, 1 / 60],
  [/^(m|min|mins|mn|minutes?)$/, 1],
  [/^(h|hr|hrs|heures?|hours?)$/, HOUR],
  [/^(j|d|jours?|days?)$/, DAY],
  [/^(sem|semaines?|w|wk|wks|weeks?)$/, 7 * DAY],
  [/^(mois|mo|months?)$/, 30 * DAY],
  [/^(an|ans|années?|y|yr|yrs|years?)$/, 365 * DAY],
];

const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu;

const unitOf = (word: string): number | undefined => UNITS.find(([words]) => words.test(word))?.[1];

/**
 * A duration as people write it, in whole minutes: `12 jours`, `35 min`, `1 h 30 min`, `2 weeks`. Null for what is none (`quelques
 * jours`, `3 à 5 jours`): nothing is guessed.
 */
export function parseDuration(text: string): number | null {
  const lower = text.toLocaleLowerCase().normalize('NFC');
  const rest = lower.replace(PART, '').replace(/[\s,.]|\bet\b|\band\b/gu, '');
  const parts = [...lower.matchAll(PART)];
  if (parts.length === 0 || rest !== '') return null;
  let sum = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = unitOf(word);
    if (unit === undefined) return null;
    sum += Number(number.replace(',', '.')) * unit;
  }
  return Math.round(sum);
}

/** Minutes in the unit that suits them: `35 min`, `4 h`, `1,5 j`. */
export function formatMinutes(minutes: number, t: TranslateFn, lang: Lang): string {
  if (minutes < HOUR) return t('journey.time.min', { n: formatNumber(minutes, lang) });
  if (minutes < DAY) return t('journey.time.h', { n: formatNumber(minutes / HOUR, lang) });
  return t('journey.time.d', { n: formatNumber(minutes / DAY, lang) });
}
