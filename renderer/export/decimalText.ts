import type { Lang } from '@shared/i18n/translate';

/** A size in points or metres with one decimal at most, as the language writes it. */
export function decimalText(value: number, lang: Lang): string {
  const text = String(Math.round(value * 10) / 10);
  return lang === 'fr' ? text.replace('.', ',') : text;
}
