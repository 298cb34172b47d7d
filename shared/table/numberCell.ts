import type { DecimalSign } from './model';

/** Spaces that stand between thousands: plain, no-break, narrow no-break, thin, figure; and the Swiss apostrophes. */
const GROUP_SPACE = "[ \\u00A0\\u202F\\u2009\\u2007'\\u2019]";
const SIGN = '[+\\-\\u2212]?';
const CURRENCY = '(?:€|\\$|£|CHF|EUR|USD|GBP)';
const SPACES = '[\\s\\u00A0\\u202F]*';

const bodyOf = (decimal: string, group: string): string =>
  `(?:\\d{1,3}(?:${GROUP_SPACE}\\d{3})+|\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${decimal}\\d*)?`;
const patternOf = (decimal: string, group: string): RegExp =>
  new RegExp(
    `^(${CURRENCY})?${SPACES}(${SIGN})${SPACES}(${bodyOf(decimal, group)})(?:[eE]([+-]?\\d{1,3}))?${SPACES}(%|${CURRENCY})?$`,
    'i',
  );

const PATTERNS: Readonly<Record<DecimalSign, RegExp>> = {
  comma: patternOf(',', '\\.'),
  point: patternOf('\\.', ','),
};

export interface NumberCell {
  readonly value: number;
  /** The sign it carries: `€`, `%`, `$`…; empty for none. */
  readonly unit: string;
}

const UNITS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' };

/**
 * A number as people and programs write it: `1 234,5`, `1.234,50 €`, `-12`, `1,234.50`, `15 %`, `1e3`. Thousands may be parted by any kind of
 * space, an apostrophe or the sign that is not the decimal one, in threes only. null for anything else.
 */
export function parseNumberCell(text: string, decimal: DecimalSign): NumberCell | null {
  // Most cells of most tables: no unit, no groups.
  if (/^-?\d+$/.test(text)) return { value: Number(text), unit: '' };
  const found = PATTERNS[decimal].exec(text.trim());
  if (!found) return null;
  const [, before = '', sign = '', body = '', exponent = '', after = ''] = found;
  if (!/\d/.test(body)) return null;
  const whole = body.replace(decimal === 'comma' ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  const value = Number(`${sign === '-' || sign === '\u2212' ? '-' : ''}${whole}${exponent && `e${exponent}`}`);
  const unit = (after || before).toUpperCase();
  return Number.isFinite(value) ? { value, unit: UNITS[unit] ?? unit } : null;
}

/** One sign before exactly three digits: thousands for some, decimals for others. */
const EITHER = /^[+\-\u2212]?[1-9]\d{0,2}[.,]\d{3}$/;

export interface DecimalFinding {
  /** null when the values allow both. */
  readonly decimal: DecimalSign | null;
  /** A value that could mean two things; null when none can. */
  readonly ambiguous: string | null;
}

/**
 * The decimal sign of a column, from its different values. A value is for one sign when it can only be read with it; where no value decides
 * and one could be read both ways (`1,234`), it stays open. Without any sign at all the point is as good as the comma.
 */
export function detectDecimal(values: Iterable<string>): DecimalFinding {
  let comma = 0;
  let point = 0;
  let ambiguous: string | null = null;
  for (const text of values) {
    if (!/[.,]/.test(text)) continue;
    const bare = text.replace(/[^\d.,+\-\u2212]/g, '');
    const asComma = parseNumberCell(text, 'comma') !== null;
    const asPoint = parseNumberCell(text, 'point') !== null;
    if (asComma && asPoint && EITHER.test(bare)) ambiguous ??= text;
    else if (asComma && !asPoint) comma += 1;
    else if (asPoint && !asComma) point += 1;
  }
  if (comma === 0 && point === 0) return { decimal: ambiguous === null ? 'point' : null, ambiguous };
  return { decimal: comma >= point ? 'comma' : 'point', ambiguous };
}
