import { strToU8 } from 'fflate';
import type { Lang } from '../i18n/translate';
import { guarded } from './formulaSafe';

const quoted = (cell: string, delimiter: string): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** Rows as a table that spreadsheets open: UTF-8 with a byte order mark; `;` in French, `,` in English. No cell begins a formula. */
export function csvBytes(rows: readonly (readonly string[])[], lang: Lang): Uint8Array {
  const delimiter = lang === 'fr' ? ';' : ',';
  const lines = rows.map((cells) => cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter));
  return strToU8(`\uFEFF${lines.join('\r\n')}\r\n`);
}
