import type { DateOrder } from './model';

/** Days since 1 January 1970 in the Gregorian calendar: a date without a time zone. */
export type Day = number;

const NUMERIC =
  /^(\d{1,4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,4})(?:[T ,]+\d{1,2}(?::|h)\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?)?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const WORDS = /^(?:[a-zéû]{3,9}\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ \u00A0-]([a-zéû]{3,9})\.?,?[ \u00A0-](\d{4})$/i;
const WORDS_US = /^([a-zéû]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Two-digit years: 69 to 99 are of the last century, as in POSIX. */
const century = (year: number): number => (year < 69 ? 2000 + year : 1900 + year);

/** The month that a French or English name begins with, 1 to 12; 0 for none. */
function monthNamed(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const at = MONTHS.findIndex((start) => plain.startsWith(start));
  return (at >= 0 ? at : MONTHS_EN.findIndex((start) => plain.startsWith(start))) + 1;
}

/** The day of a date; null when there is no such date (31 February). Years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(2000, month - 1, day));
  // Years below 100 mean others to this constructor.
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round(date.getTime() / 86_400_000) : null;
}

/** Year, month (1 to 12) and day of a day. */
export function dateParts(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function isoDay(day: Day): string {
  const { year, month, day: of } = dateParts(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
}

/**
 * A date cell, perhaps with a time, which is left out: `12/10/2026`, `2026-10-12T09:00`, `12.10.26`, `12 oct. 2026`, `Oct 12, 2026`, `20261012`.
 * A four-digit year in front is a year whatever the order. `no-such-date` for 31 February, `not-a-date` for anything else.
 */
export function parseDateCell(text: string, order: DateOrder): Day | 'no-such-date' | 'not-a-date' {
  const trimmed = text.trim();
  const parts = numericParts(trimmed);
  if (parts) {
    const [a, b, c] = parts;
    const readAs = a >= 1000 ? 'ymd' : order === 'ymd' ? (c >= 1000 ? 'dmy' : 'ymd') : order;
    const [year, month, day] = readAs === 'ymd' ? [a, b, c] : readAs === 'dmy' ? [c, b, a] : [c, a, b];
    return dayOf(year < 100 ? century(year) : year, month, day) ?? 'no-such-date';
  }
  const words = WORDS.exec(trimmed);
  const us = words ? null : WORDS_US.exec(trimmed);
  const [day, month, year] = words ? [words[1], words[2], words[3]] : us ? [us[2], us[1], us[3]] : [];
  if (!day || !month || !year) return 'not-a-date';
  const named = monthNamed(month);
  if (named === 0) return 'not-a-date';
  return dayOf(Number(year), named, Number(day)) ?? 'no-such-date';
}

function numericParts(text: string): readonly [number, number, number] | null {
  const found = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (!found) return null;
  const [a, b, c] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // A year has two or four digits, and there is one at most.
  const lengths = [found[1]?.length ?? 0, found[3]?.length ?? 0];
  return lengths.some((length) => length === 3) || lengths.every((length) => length === 4) ? null : [a, b, c];
}

/** True for what is written as a date, even one that does not exist. */
export const looksLikeDate = (text: string): boolean => parseDateCell(text, 'dmy') !== 'not-a-date';

export interface OrderFinding {
  /** null when the values allow several. */
  readonly order: DateOrder | null;
  /** A value that could mean two dates; null when none can. */
  readonly ambiguous: string | null;
}

/**
 * The order of day, month and year of a column, from its different values: a number above 12 is a day, a year of four digits stands where it
 * stands. Where both readings of the first two numbers are possible for every value (`03/04/2026`), it stays open. Where values disagree, most win and the
 * others are refused.
 */
export function detectDateOrder(values: Iterable<string>): OrderFinding {
  let dmy = 0;
  let mdy = 0;
  let ymd = 0;
  let ambiguous: string | null = null;
  for (const text of values) {
    const parts = numericParts(text.trim());
    if (!parts) continue;
    const [a, b, c] = parts;
    if (a >= 1000) ymd += 1;
    else if (a > 31) ymd += 1;
    else if (a > 12 && b <= 12) dmy += 1;
    else if (b > 12 && a <= 12) mdy += 1;
    // The same day and month say the same in both orders.
    else if (a !== b || c < 100) ambiguous ??= text;
  }
  if (dmy + mdy > 0) return { order: dmy >= mdy ? 'dmy' : 'mdy', ambiguous };
  if (ambiguous === null) return { order: ymd > 0 ? 'ymd' : 'dmy', ambiguous };
  return { order: null, ambiguous };
}
