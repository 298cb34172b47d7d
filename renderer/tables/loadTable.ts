import { firstTableRow, looksLikeHeader, ROWS_LOOKED_AT } from '@shared/table/headings';
import { TABLE_LIMITS } from '@shared/table/model';
import { createTable, type Table } from '@shared/table/table';
import { csvFacts, csvRows, WrongEncoding } from './csvRows';
import type { FileFacts, FileSettings, OpenRequest } from './protocol';
import { type RowBatch, UnreadableTable } from './rowBatch';
import { hasRows, openWorkbook, type SheetRef, type Workbook, workbookRows } from './workbookRows';

export interface LoadListener {
  /** The first rows are there. */
  readonly preview: (table: Table, facts: FileFacts) => void;
  readonly progress: (done: number, total: number, rows: number) => void;
}

export interface Loaded {
  readonly table: Table;
  readonly facts: FileFacts;
}

interface Source {
  readonly facts: Omit<FileFacts, 'header' | 'firstLine'>;
  readonly total: number;
  readonly batches: AsyncIterable<RowBatch> | Iterable<RowBatch>;
  /** A row that is shorter than the others is whole: cells at its end were empty. */
  readonly pads: boolean;
}

type LoadJob = Pick<OpenRequest, 'file' | 'settings' | 'chosen' | 'unnamed'>;

/** Reads a file into a table. Rejects with `UnreadableTable`. */
export async function loadTable(job: LoadJob, listener: LoadListener): Promise<Loaded> {
  const source = await sourceOf(job.file, job.settings);
  try {
    return await loadFrom(source, job, listener);
  } catch (error) {
    const { sheet, sheets } = source.facts;
    // The other sheets can still be chosen.
    if (error instanceof UnreadableTable && sheet !== null && sheets.length > 1)
      throw new UnreadableTable(error.problem, { sheet, sheets });
    // Its first part was plain ASCII, what follows is not UTF-8.
    if (!(error instanceof WrongEncoding)) throw error;
    const settings: FileSettings = { ...job.settings, encoding: error.encoding };
    return loadFrom(await sourceOf(job.file, settings), job, listener);
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

async function sourceOf(file: Blob, settings: FileSettings): Promise<Source> {
  if (file.size === 0) throw new UnreadableTable({ code: 'empty' });
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  // The containers of old workbooks, and of encrypted new ones.
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableTable({ code: 'old-excel' });
  const isZip = startsWith(head, [0x50, 0x4b, 3, 4]);
  const limit = isZip ? TABLE_LIMITS.workbookBytes : TABLE_LIMITS.fileBytes;
  if (file.size > limit) throw new UnreadableTable({ code: 'too-large', limitMb: limit / 1_000_000 });
  if (isZip) return workbookSource(file, settings);
  const { encoding, delimiter, newline } = await csvFacts(file, settings);
  return {
    facts: { kind: 'csv', encoding, delimiter, sheets: [], sheet: null },
    total: file.size,
    batches: csvRows(file, { encoding, delimiter, newline }),
    pads: false,
  };
}

async function workbookSource(file: Blob, settings: FileSettings): Promise<Source> {
  const workbook = openWorkbook(new Uint8Array(await file.arrayBuffer()));
  const sheet = workbook.sheets.find(({ name }) => name === settings.sheet) ?? firstWithData(workbook);
  if (!sheet) throw new UnreadableTable({ code: 'empty' });
  return {
    facts: {
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: workbook.sheets.map(({ name }) => name),
      sheet: sheet.name,
    },
    total: sheet.part.packed.length,
    batches: workbookRows(workbook, sheet),
    pads: true,
  };
}

/** The sheet to open: visible ones come before hidden ones, those of several rows before a cover of one line; null when all are empty. */
function firstWithData(workbook: Workbook): SheetRef | null {
  const sheets = [...workbook.sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
  const withRows = (atLeast: number) => sheets.find((sheet) => hasRows(workbook, sheet, atLeast));
  return withRows(2) ?? withRows(1) ?? null;
}

/** Lets messages in between two batches. */
const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

async function loadFrom(source: Source, job: LoadJob, listener: LoadListener): Promise<Loaded> {
  let table: Table | null = null;
  let facts: FileFacts = { ...source.facts, header: true, firstLine: 1 };
  for await (const batch of source.batches) {
    const isFirst: boolean = table === null && batch.rows.length > 0;
    if (table === null) {
      const at = firstRow(batch, job.settings.firstLine, source.pads);
      const first = batch.rows[at];
      if (first) {
        const header = job.settings.header ?? looksLikeHeader(first, batch.rows.slice(at + 1, at + 1 + ROWS_LOOKED_AT));
        const firstLine = batch.lines[at] ?? 1;
        facts = { ...source.facts, header, firstLine };
        table = createTable(columnNames(first, header, job.unnamed), job.chosen);
        for (const row of batch.broken) if (at === 0 || row.line > firstLine) table.pushBroken(row);
        pushRows(table, batch, header ? at + 1 : at, source.pads);
      }
    } else {
      for (const row of batch.broken) table.pushBroken(row);
      pushRows(table, batch, 0, source.pads);
    }
    if (!table) continue;
    const rows = table.rows + table.broken.length;
    if (rows > TABLE_LIMITS.rows) throw new UnreadableTable({ code: 'too-many-rows', limit: TABLE_LIMITS.rows });
    if (isFirst) {
      table.infer();
      listener.preview(table, facts);
    }
    listener.progress(batch.done, source.total, rows);
    await breathe();
  }
  if (!table) throw new UnreadableTable({ code: source.facts.sheet === null ? 'empty' : 'empty-sheet' });
  if (table.rows + table.broken.length === 0) throw new UnreadableTable({ code: 'no-rows' });
  table.infer();
  return { table, facts };
}

/** The row that the table begins with: on the line that was set, or where it is recognised. At least one row is left below it. */
function firstRow({ rows, lines }: RowBatch, line: number | null, pads: boolean): number {
  if (line === null) return firstTableRow(rows, pads);
  const at = lines.findIndex((one) => one >= line);
  return Math.max(0, Math.min(at < 0 ? rows.length : at, rows.length - 2));
}

/** Adds rows from the `from`-th on; those with other than the right number of cells are refused. Empty cells at the end do not count. */
function pushRows(table: Table, { rows, lines }: RowBatch, from: number, pads: boolean): void {
  const expected = table.names.length;
  for (let at = from; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    const line = lines[at] ?? 0;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length === expected || (pads && cells.length < expected)) {
      table.push(line, cells);
      continue;
    }
    const found = lengthWithoutEmptyEnd(cells, expected);
    if (found === expected) table.push(line, cells);
    else if (found > expected)
      table.pushBroken({ line, fields: kept(cells), fault: { code: 'too-many-fields', found, expected } });
    else table.pushBroken({ line, fields: kept(cells), fault: { code: 'too-few-fields', found, expected } });
  }
}

const kept = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.slice(0, 1000));

function lengthWithoutEmptyEnd(cells: readonly string[], atLeast: number): number {
  let length = cells.length;
  while (length > atLeast && (cells[length - 1] ?? '').trim() === '') length -= 1;
  return length;
}

/** Longest name shown. */
const MOST_NAME = 200;

/** A name for every column, each once. */
export function columnNames(first: readonly string[], header: boolean, unnamed: string): readonly string[] {
  let width = first.length;
  // Excel writes empty columns at the end of a sheet that was once wider.
  if (header) while (width > 1 && (first[width - 1] ?? '').trim() === '') width -= 1;
  if (width > TABLE_LIMITS.columns)
    throw new UnreadableTable({ code: 'too-many-columns', limit: TABLE_LIMITS.columns });
  const names: string[] = [];
  const used = new Set<string>();
  for (let column = 0; column < width; column += 1) {
    const read = header ? (first[column] ?? '').replace(/\s+/g, ' ').trim().slice(0, MOST_NAME) : '';
    const name = read || unnamed.replace('#', String(column + 1));
    let unique = name;
    for (let again = 2; used.has(unique); again += 1) unique = `${name} (${again})`;
    used.add(unique);
    names.push(unique);
  }
  return names;
}
