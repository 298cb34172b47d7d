import { strToU8 } from 'fflate';
import type { Lang } from '../i18n/translate';
import { guarded } from './formulaSafe';

const quoted = (cell: string, delimiter: string): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const NONE: ReadonlySet<number> = new Set();

/**
 * Rows as a table that spreadsheets open: UTF-8 with a byte order mark; `;` in French, `,` in English. No cell begins a formula. Below the headings of the columns `numbers` (from 0) a
 * number is written as the language's spreadsheets read it, those below zero too.
 */
export function csvBytes(rows: readonly (readonly string[])[], lang: Lang, numbers = NONE): Uint8Array {
  const delimiter = lang === 'fr' ? ';' : ',';
  const written = (cell: string, column: number): string => {
    if (!numbers.has(column) || !NUMBER.test(cell)) return guarded(cell);
    return lang === 'fr' ? cell.replace('.', ',') : cell;
  };
  const lines = rows.map((cells) => cells.map((cell, at) => quoted(written(cell, at), delimiter)).join(delimiter));
  return strToU8(`\uFEFF${lines.join('\r\n')}\r\n`);
}
