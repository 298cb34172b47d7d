import type { Lang } from '@shared/i18n/translate';

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it, with at most `decimals` decimals and a true minus sign. */
export function formatNumber(value: number, lang: Lang, decimals = 0): string {
  const key = `${lang}${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  return format.format(value).replace('-', '\u2212');
}

/** Reads a typed number: comma or point, any minus, spaces between thousands; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/[\u2212\u2013]/, '-')
    .replace(/%$/, '')
    .replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(plain);
}
