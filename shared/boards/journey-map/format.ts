import type { Lang } from '../../i18n/translate';
import { formatNumber, formatSigned } from '../pieces/valence';
import type { Metric } from './model';

/** Fewest answers below which a score is marked as indicative. */
export const LOW_SAMPLE = 60;

const NO_BREAK_SPACE = '\u00A0';

/**
 * A score as people say it: NPS `+41` (-100..100), CSAT `64 %` (0..100; `64%` in English), CES `2,9/7` (1..7).
 * Decimals are rounded to one and shown only when there are some.
 */
export function formatIndicator(value: number, metric: Metric, lang: Lang): string {
  if (metric === 'nps') return formatSigned(value, lang);
  if (metric === 'csat')
    return lang === 'fr' ? `${formatNumber(value, lang)}${NO_BREAK_SPACE}%` : `${formatNumber(value, lang)}%`;
  return `${formatNumber(value, lang)}/7`;
}

/** A share (0..1) in whole percent: `52 %`, `52%`. */
export const formatShare = (share: number, lang: Lang): string =>
  `${formatNumber(Math.round(share * 100), lang)}${lang === 'fr' ? NO_BREAK_SPACE : ''}%`;

/** Whether the last reading lies above, below or at the first one. */
export function trendOf(trend: readonly number[]): 'rising' | 'falling' | 'steady' {
  const first = trend.at(0) ?? 0;
  const last = trend.at(-1) ?? 0;
  return last > first ? 'rising' : last < first ? 'falling' : 'steady';
}
