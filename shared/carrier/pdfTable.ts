import { textAt } from './byteSearch';

/** The tables of a PDF that say where its objects are, from the last one back (ISO 32000-1, 7.5.4 and 7.5.6). */
export interface PdfTables {
  /** Where the last table begins. */
  readonly at: number;
  /** What its trailer says, without the signs around it. */
  readonly trailer: string;
  /** The text of an object, a character a byte, without its number and its end; null where no table has it. */
  readonly object: (number: number) => string | null;
}

interface Section {
  readonly first: number;
  readonly count: number;
  /** Where its entries begin, of 20 bytes each. */
  readonly at: number;
}

interface Table {
  readonly sections: readonly Section[];
  readonly trailer: string;
}

const ENTRY = 20;
/** More changes than this are not ours. */
const MOST_TABLES = 16;

/** Reads the tables of a PDF as this app writes them; null for one that is built otherwise. */
export function readTables(bytes: Uint8Array): PdfTables | null {
  const at = numberIn(textAt(bytes, bytes.length - 1024, bytes.length), /startxref\s+(\d{1,10})\s+%%EOF\s*$/);
  const last = at === null ? null : readTable(bytes, at);
  if (at === null || !last) return null;
  const tables: Table[] = [last];
  for (let before = previous(last); before !== null && tables.length < MOST_TABLES; ) {
    const table = readTable(bytes, before);
    if (!table) return null;
    tables.push(table);
    before = previous(table);
  }
  const sections = tables.flatMap((table) => table.sections);
  return { at, trailer: last.trailer, object: (number) => readObject(bytes, sections, number) };
}

const previous = ({ trailer }: Table): number | null => numberIn(trailer, /\/Prev (\d{1,10})\b/);

function numberIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function readTable(bytes: Uint8Array, start: number): Table | null {
  const sections: Section[] = [];
  let at = start + 'xref\n'.length;
  if (textAt(bytes, start, at) !== 'xref\n') return null;
  for (;;) {
    const head = /^(\d{1,7}) (\d{1,7}) ?\r?\n/.exec(textAt(bytes, at, at + 24));
    if (!head) break;
    const [line, first, count] = head;
    at += line.length;
    sections.push({ first: Number(first), count: Number(count), at });
    at += Number(count) * ENTRY;
  }
  const trailer = /^trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(textAt(bytes, at, at + 4096))?.[1];
  return trailer === undefined ? null : { sections, trailer: trailer.trim() };
}

function readObject(bytes: Uint8Array, sections: readonly Section[], number: number): string | null {
  const section = sections.find(({ first, count }) => number >= first && number < first + count);
  if (!section) return null;
  const entryAt = section.at + (number - section.first) * ENTRY;
  const at = numberIn(textAt(bytes, entryAt, entryAt + ENTRY), /^(\d{10}) \d{5} n/);
  if (at === null) return null;
  const text = textAt(bytes, at, at + 65_536);
  const head = `${number} 0 obj`;
  const end = text.indexOf('endobj');
  return text.startsWith(head) && end > 0 ? text.slice(head.length, end).trim() : null;
}
