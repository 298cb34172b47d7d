import type { Metric } from '../model';

/** Fewer answers than this are only indicative. */
export const LOW_SAMPLE = 60;

const MINUS = '\u2212';

const decimal = (value: number, lang: 'fr' | 'en', digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  return lang === 'fr' ? text.replace('.', ',') : text;
};

/** `+1,3`, `−2`, `0`: one decimal at most, with its sign. */
export function formatValence(valence: number, lang: 'fr' | 'en'): string {
  const rounded = Math.round(valence * 10) / 10;
  const text = decimal(rounded, lang, Number.isInteger(rounded) ? 0 : 1);
  return rounded > 0 ? `+${text}` : rounded < 0 ? `${MINUS}${text}` : text;
}

/** A metric with its unit: NPS signed, CSAT in per cent, CES on its scale of 7. */
export function formatMetric(metric: Metric, value: number, lang: 'fr' | 'en'): string {
  if (metric === 'nps') {
    const rounded = Math.round(value);
    return rounded > 0 ? `+${rounded}` : rounded < 0 ? `${MINUS}${-rounded}` : '0';
  }
  if (metric === 'csat') return lang === 'fr' ? `${Math.round(value)}\u00A0%` : `${Math.round(value)}%`;
  return `${decimal(value, lang, 1)}/7`;
}

/** A whole number with its thousands apart. */
export const formatCount = (count: number, lang: 'fr' | 'en'): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'fr' ? '\u202F' : ',');

const MONTHS: Readonly<Record<'fr' | 'en', { readonly short: string; readonly long: string }>> = {
  fr: {
    short: 'Janv.|Févr.|Mars|Avr.|Mai|Juin|Juil.|Août|Sept.|Oct.|Nov.|Déc.',
    long: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  },
  en: {
    short: 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec',
    long: 'January|February|March|April|May|June|July|August|September|October|November|December',
  },
};

const month = (date: string, lang: 'fr' | 'en', form: 'short' | 'long'): string =>
  MONTHS[lang][form].split('|')[Number(date.slice(5, 7)) - 1] ?? '';

/** `Nov. 2026` of a `YYYY-MM-DD`; empty stays empty. */
export const shortDate = (date: string, lang: 'fr' | 'en'): string =>
  date === '' ? '' : `${month(date, lang, 'short')} ${date.slice(0, 4)}`;

/** `22 novembre 2026` of a `YYYY-MM-DD`; empty stays empty. */
export function longDate(date: string, lang: 'fr' | 'en'): string {
  if (date === '') return '';
  const day = Number(date.slice(8, 10));
  const spoken = lang === 'fr' && day === 1 ? '1er' : String(day);
  return `${spoken} ${month(date, lang, 'long')} ${date.slice(0, 4)}`;
}
