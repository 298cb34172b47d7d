import { parseNumberCell } from './numberCell';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines of the sample that are looked at. */
const MOST_LINES = 200;

/** Excel's own first line that names the delimiter, e.g. `sep=;`. */
const SEP_LINE = /^sep=([;,\t|])\r?(?:\n|$)/i;

/** The delimiter that the first line names, and how many characters that line takes; null without such a line. */
export function sepLine(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const found = SEP_LINE.exec(text);
  return found ? { delimiter: found[1] as Delimiter, length: found[0].length } : null;
}

/**
 * The delimiter of a table: the sign that cuts most lines into the same number of fields, quotes respected; among equals the one that makes
 * more fields, then the first of `DELIMITERS`. A table of one column has none, also where its numbers have decimal commas: `;` then does no harm.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number; fields: number } = { delimiter: ';', score: 0, fields: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = delimitersPerLine(text, delimiter);
    const usual = mostFrequent(counts) || countBelowTitles(counts);
    if (usual === 0 || (delimiter === ',' && isDecimalComma(text))) continue;
    const score = counts.filter((count) => count === usual).length / counts.length;
    if (score > best.score + 1e-9 || (score > best.score - 1e-9 && usual > best.fields))
      best = { delimiter, score, fields: usual };
  }
  return best.delimiter;
}

function delimitersPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let length = 0;
  let quoted = false;
  for (let at = 0; at < text.length && counts.length < MOST_LINES; at += 1) {
    const sign = text[at];
    length += 1;
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === delimiter) count += 1;
    else if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) {
      if (length > 2) counts.push(count);
      count = 0;
      length = 0;
    }
  }
  // The last line of a sample is cut as a rule; alone it is all there is.
  return counts.length > 0 ? counts : [count];
}

/** Few rows below many titles: the count that all of them agree in; 0 where they do not. */
function countBelowTitles(counts: readonly number[]): number {
  const rows = counts.slice(counts.findIndex((count) => count > 0));
  return rows.length > 2 && rows.every((count) => count === rows[0]) ? (rows[0] ?? 0) : 0;
}

/** Every line with a comma is one number: `20,5`. A heading with a comma in it would say that there are two columns. */
const isDecimalComma = (text: string): boolean =>
  text
    .split(/[\r\n]+/, MOST_LINES)
    .every((line) => !line.includes(',') || parseNumberCell(line.trim(), 'comma') !== null);

/** The number that comes most often, the larger one of equals; 0 where there is none. */
export function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
