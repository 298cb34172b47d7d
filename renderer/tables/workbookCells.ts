import { isoDay } from '@shared/table/dateCell';
import { FORMULA_ERROR_MARK, NO_VALUE_MARK } from '@shared/table/parseColumn';

/** What the number format of a cell makes of its number. */
export type CellFormat = 'plain' | 'date' | 'percent' | '€' | '$' | '£';

/** Built-in formats that are dates; those of times alone are left as numbers. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** The kind of a number format: by its number when it is built in, else by its code without quoted and bracketed parts. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';
  const currency = /€|\$|£/.exec(code.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1'))?.[0];
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (/[yd]/i.test(bare) && !/[0#?]/.test(bare)) return 'date';
  if (bare.includes('%')) return 'percent';
  return (currency as CellFormat | undefined) ?? 'plain';
}

/** Days from 1 January 1970 to day 0 of the two calendars of Excel. */
const DAY_0_OF_1900 = -25_569;
const DAY_0_OF_1904 = -24_107;

/** A serial number of Excel as a date, `YYYY-MM-DD`. The calendar of 1900 has a 29 February that never was: days before it are one off. */
export function serialDate(serial: number, since1904: boolean): string {
  const day = Math.floor(serial);
  if (since1904) return isoDay(day + DAY_0_OF_1904);
  return isoDay(day + DAY_0_OF_1900 + (day < 60 ? 1 : 0));
}

/** Number to text without the dust of binary fractions, never as one that could mean thousands. */
function plainText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

export interface RawCell {
  /** Attribute `t`. */
  readonly type: string;
  readonly value: string | null;
  readonly hasFormula: boolean;
  readonly format: CellFormat;
}

/** What a cell of a workbook says, as text. `texts` are the shared ones. */
export function cellText(
  { type, value, hasFormula, format }: RawCell,
  texts: readonly string[],
  since1904: boolean,
): string {
  if (value === null) return hasFormula ? NO_VALUE_MARK : '';
  switch (type) {
    case 's':
      return texts[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'e':
      return value === '#N/A' ? value : `${FORMULA_ERROR_MARK}${value}`;
    case 'str':
    case 'inlineStr':
      return value;
    case 'd':
      return value.slice(0, 10);
    default:
      return numberText(Number(value), value, format, since1904);
  }
}

function numberText(number: number, raw: string, format: CellFormat, since1904: boolean): string {
  if (!Number.isFinite(number) || raw.trim() === '') return raw;
  if (format === 'date') return number >= 0 && number < 2_958_466 ? serialDate(number, since1904) : raw;
  if (format === 'percent') return `${plainText(number * 100)} %`;
  return format === 'plain' ? plainText(number) : `${plainText(number)} ${format}`;
}

/** The column of a reference such as `AB12`, from 0; −1 for none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const code = sign.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}
