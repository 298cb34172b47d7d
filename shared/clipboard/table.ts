/** Cells by row and column, as text. */
export type Table = readonly (readonly string[])[];

/** Where a quoted cell that starts at `from` (a quote) ends, with its text; null when it is no quoted cell after all. */
function quotedCell(text: string, from: number): { readonly value: string; readonly end: number } | null {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      const next = text[at + 1];
      return next === undefined || next === '\t' || next === '\n' ? { value, end: at + 1 } : null;
    }
  }
  return null;
}

/** Where the plain cell that starts at `from` ends. */
function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n') at += 1;
  return at;
}

/**
 * Reads what spreadsheets put on the clipboard: rows in lines, cells parted by tabs; a cell with line breaks or quotes stands in quotes,
 * its own quotes doubled. Plain text is a table of one column. A quote that opens no such cell is a character like any other. Line
 * breaks of every system count; empty rows at the end are left out.
 */
export function parseTable(input: string): Table {
  const text = input.replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.value ?? text.slice(at, end));
    const isEndOfRow = text[end] !== '\t';
    if (isEndOfRow) {
      rows.push(row);
      row = [];
    } else if (end + 1 >= text.length) {
      rows.push([...row, '']);
      row = [];
    }
    at = end + 1;
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

const cellText = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes cells as spreadsheets read them. */
export const tableText = (table: Table): string => table.map((row) => row.map(cellText).join('\t')).join('\n');

/** The columns of a table, top to bottom, without their empty cells; columns without any are left out. */
export function columnsOf(table: Table): readonly (readonly string[])[] {
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    table.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''),
  ).filter((column) => column.length > 0);
}

/** Columns of different lengths as rows. */
export function rowsOf(columns: readonly (readonly string[])[]): Table {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? ''));
}
