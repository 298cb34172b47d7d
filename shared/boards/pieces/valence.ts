import type { Lang } from '../../i18n/translate';

const MINUS = '\u2212';
const NARROW_NO_BREAK_SPACE = '\u202F';

/** A number with at most one decimal in the language's notation: `−1,3` / `−1.3`, `12 400` / `12,400`. */
export function formatNumber(value: number, lang: Lang): string {
  const [whole = '0', decimals] = (Math.round(Math.abs(value) * 10) / 10).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? NARROW_NO_BREAK_SPACE : ',');
  const digits = decimals ? `${grouped}${lang === 'fr' ? ',' : '.'}${decimals}` : grouped;
  return value < 0 && digits !== '0' ? MINUS + digits : digits;
}

/** The same with a plus sign where it is above nought. */
export const formatSigned = (value: number, lang: Lang): string => {
  const digits = formatNumber(value, lang);
  return value > 0 && digits !== '0' ? `+${digits}` : digits;
};

/** A valence (-2..2) with its sign: `+1,8`, `0`, `−1,3`. */
export const formatValence = (valence: number, lang: Lang): string => formatSigned(valence, lang);

export type EmotionLevel = '-2' | '-1' | '0' | '1' | '2';

/** Nearest of the five levels; halves go away from zero, so that +1.5 and -1.5 mirror each other. */
export function emotionLevel(valence: number): EmotionLevel {
  const level = Math.min(2, Math.round(Math.abs(valence)));
  if (level === 0) return '0';
  return `${valence < 0 ? '-' : ''}${level}` as EmotionLevel;
}
