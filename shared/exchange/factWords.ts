import type { FrictionFact } from '../analysis/frictionFactors';
import { formatIndicator, LOW_SAMPLE } from '../boards/journey-map/format';
import { formatNumber, formatValence } from '../boards/pieces/valence';
import type { Lang, TranslateFn } from '../i18n/translate';

/** A share from 0 to 1 in whole percent, as the language writes it. */
export const percent = (share: number, lang: Lang): string =>
  `${formatNumber(Math.round(share * 100), lang)}${lang === 'fr' ? '\u00A0' : ''}%`;

/** The figure of a fact in words: `−1,6`, `CES 2,9/7, n = 412`, `38 %`. */
export function figureOf({ factor, value, metric, n }: FrictionFact, t: TranslateFn, lang: Lang): string {
  if (value === null) return t('analysis.notRated');
  if (metric) {
    const sample =
      n === null ? '' : `, ${t(n < LOW_SAMPLE ? 'journey.indicator.sampleLow' : 'journey.indicator.sample', { n })}`;
    return `${t(`journey.metric.${metric}`)} ${formatIndicator(value, metric, lang)}${sample}`;
  }
  if (factor === 'dropOut') return percent(value, lang);
  if (factor === 'wait') return t('analysis.days', { days: formatNumber(value, lang) });
  return factor === 'severity' ? `${formatNumber(value, lang)}/5` : formatValence(value, lang);
}

/** A fact in one line: `gravité 5/5, Des fiches techniques illisibles`. */
export function factLine(fact: FrictionFact, t: TranslateFn, lang: Lang): string {
  const words = fact.words.trim();
  const wide = fact.isStageWide ? `, ${t('analysis.stageWide')}` : '';
  return `${t(`analysis.factor.${fact.factor}`)} ${figureOf(fact, t, lang)}${words ? `, ${words}` : ''}${wide}`;
}
