import type { Lang } from '../../i18n/translate';
import type { Metric } from './model';

/** Fewest answers below which a score is marked as indicative. */
export const LOW_SAMPLE = 60;

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00A0';
const NARROW_NO_BREAK_SPACE = '\u202F';

/** A number with at most one decimal in the language's notation: `−1,3` / `−1.3`, `12 400` / `12,400`. */
export function formatNumber(value: number, lang: Lang): string {
  const [whole = '0', decimals] = (Math.round(Math.abs(value) * 10) / 10).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? NARROW_NO_BREAK_SPACE : ',');
  const digits = decimals ? `${grouped}${lang === 'fr' ? ',' : '.'}${decimals}` : grouped;
  return value < 0 && digits !== '0' ? MINUS + digits : digits;
}

const signed = (value: number, lang: Lang): string => {
  const digits = formatNumber(value, lang);
  return value > 0 && digits !== '0' ? `+${digits}` : digits;
};

/**
 * A score as people say it: NPS `+41` (-100..100), CSAT `64 %` (0..100; `64%` in English), CES `2,9/7` (1..7).
 * Decimals are rounded to one and shown only when there are some.
 */
export function formatIndicator(value: number, metric: Metric, lang: Lang): string {
  if (metric === 'nps') return signed(value, lang);
  if (metric === 'csat')
    return lang === 'fr' ? `${formatNumber(value, lang)}${NO_BREAK_SPACE}%` : `${formatNumber(value, lang)}%`;
  return `${formatNumber(value, lang)}/7`;
}

/** A valence (-2..2) with its sign: `+1,8`, `0`, `−1,3`. */
export const formatValence = (valence: number, lang: Lang): string => signed(valence, lang);

export type EmotionLevel = '-2' | '-1' | '0' | '1' | '2';

/** Nearest of the five levels; halves go away from zero, so that +1.5 and -1.5 mirror each other. */
export function emotionLevel(valence: number): EmotionLevel {
  const level = Math.min(2, Math.round(Math.abs(valence)));
  if (level === 0) return '0';
  return `${valence < 0 ? '-' : ''}${level}` as EmotionLevel;
}

/** Whether the last reading lies above, below or at the first one. */
export function trendOf(trend: readonly number[]): 'rising' | 'falling' | 'steady' {
  const first = trend.at(0) ?? 0;
  const last = trend.at(-1) ?? 0;
  return last > first ? 'rising' : last < first ? 'falling' : 'steady';
}
