import { type Delimiter, detectDelimiter, sepLine } from '@shared/table/delimiter';
import { detectEncoding, type Encoding, eightBitEncoding } from '@shared/table/encoding';
import { TABLE_LIMITS } from '@shared/table/model';
import type { BrokenRow } from '@shared/table/table';
import Papa from 'papaparse';
import { type RowBatch, UnreadableTable } from './rowBatch';

/** What is read first, so that a preview stands at once; then in larger pieces. */
const FIRST_BYTES = 128 * 1024;
const PIECE_BYTES = 1024 * 1024;

export interface CsvFacts {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r';
}

/** What a text file is made of, from its first bytes; what is given is not guessed. */
export async function csvFacts(
  file: Blob,
  given: Partial<Record<'encoding' | 'delimiter', string | null>>,
): Promise<CsvFacts> {
  const sample = new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
  const found = detectEncoding(sample);
  if (found === null && !given.encoding?.startsWith('utf-16')) throw new UnreadableTable({ code: 'binary' });
  const encoding = (given.encoding as Encoding | null) ?? found ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(sample);
  return {
    encoding,
    delimiter: (given.delimiter as Delimiter | null) ?? sepLine(text)?.delimiter ?? detectDelimiter(text),
    newline: text.includes('\n') || !text.includes('\r') ? '\n' : '\r',
  };
}

/** Bytes that are not of the encoding that the first ones were in. */
export class WrongEncoding extends Error {
  /** What they read best in. */
  readonly encoding: Encoding;

  constructor(encoding: Encoding) {
    super();
    this.encoding = encoding;
  }
}

/**
 * The rows of a text file, a piece at a time. A quote that is never closed costs its own line, not the rest of the file: after a million characters, or at
 * the end of the file, the line is given up and reading goes on behind it. Throws `WrongEncoding` when the file turns out not to be UTF-8,
 * `UnreadableTable` when too many quotes stay open.
 */
export async function* csvRows(file: Blob, facts: CsvFacts): AsyncGenerator<RowBatch> {
  const decoder = new TextDecoder(facts.encoding, { fatal: facts.encoding === 'utf-8' });
  const cut = createCutter(facts);
  for (let at = 0; at < file.size; ) {
    const end = Math.min(file.size, at + (at === 0 ? FIRST_BYTES : PIECE_BYTES));
    const bytes = new Uint8Array(await file.slice(at, end).arrayBuffer());
    const text = decode(decoder, bytes, end < file.size);
    if (text.includes('\0')) throw new UnreadableTable({ code: 'binary' });
    yield { ...cut(text, end === file.size), done: end };
    at = end;
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw new WrongEncoding(eightBitEncoding(bytes));
  }
}

type Cut = Omit<RowBatch, 'done'>;

/** Cuts a text that comes in pieces into rows and fields. */
export function createCutter({ delimiter, newline }: Pick<CsvFacts, 'delimiter' | 'newline'>) {
  const parser = new Papa.Parser({ delimiter, newline });
  let rest = '';
  let line = 1;
  let isFirst = true;
  /** Inside a line that was given up before its end was seen. */
  let skipping = false;
  let unclosed = 0;
  let firstUnclosed = 0;

  const giveUpLine = (broken: BrokenRow[], fault: BrokenRow['fault']) => {
    broken.push({ line, fields: [rest.slice(0, 200)], fault });
    if (fault.code === 'unclosed-quote') {
      firstUnclosed ||= line;
      unclosed += 1;
      if (unclosed > TABLE_LIMITS.unclosedQuotes) throw new UnreadableTable({ code: 'quotes', line: firstUnclosed });
    }
    skipping = true;
  };
  /** Behind the end of a line that was given up; false while its end is not there yet. */
  const skipLine = (): boolean => {
    const end = rest.indexOf(newline);
    rest = end < 0 ? '' : rest.slice(end + 1);
    if (end < 0) return false;
    line += 1;
    skipping = false;
    return true;
  };

  return (text: string, isLast: boolean): Cut => {
    rest += text;
    if (isFirst) rest = rest.slice(sepLine(rest)?.length ?? 0);
    if (isFirst && rest.length < text.length) line += 1;
    isFirst = false;
    const out: Mutable = { lines: [], rows: [], broken: [] };
    while (!skipping || skipLine()) {
      const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(rest, 0, true);
      line = keepRows(out, data, errors, rest, meta.cursor, line, newline);
      rest = rest.slice(meta.cursor);
      if (rest.length > TABLE_LIMITS.rowChars) {
        const isQuoted = rest.includes('"') && rest.lastIndexOf(newline, TABLE_LIMITS.rowChars) >= 0;
        giveUpLine(
          out.broken,
          isQuoted ? { code: 'unclosed-quote' } : { code: 'row-too-long', limit: TABLE_LIMITS.rowChars },
        );
        continue;
      }
      if (!isLast || rest === '') break;
      const last: Papa.ParseResult<string[]> = parser.parse(rest, 0, false);
      if (last.errors.some(({ code }) => code === 'MissingQuotes')) {
        giveUpLine(out.broken, { code: 'unclosed-quote' });
        continue;
      }
      line = keepRows(out, last.data, last.errors, rest, rest.length, line, newline);
      rest = '';
      break;
    }
    return out;
  };
}

interface Mutable {
  readonly lines: number[];
  readonly rows: string[][];
  readonly broken: BrokenRow[];
}

/** Takes rows over with their lines; the line that follows them. */
function keepRows(
  out: Mutable,
  data: readonly string[][],
  errors: readonly Papa.ParseError[],
  text: string,
  consumed: number,
  first: number,
  newline: string,
): number {
  const oddQuotes = new Set(errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row));
  const plain = countOf(text, newline, consumed) <= data.length;
  let line = first;
  for (const [at, fields] of data.entries()) {
    const inside = plain ? 0 : fields.reduce((sum, field) => sum + countOf(field, newline, field.length), 0);
    if (oddQuotes.has(at) && inside > 0) out.broken.push({ line, fields, fault: { code: 'unclosed-quote' } });
    else if (fields.length > 1 || (fields[0] ?? '').trim() !== '') {
      out.lines.push(line);
      out.rows.push(fields);
    }
    line += 1 + inside;
  }
  return line;
}

function countOf(text: string, sign: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
