import { type ColumnStore, createColumnStore, valueCounts } from './columnStore';
import { inferReading } from './inferReading';
import { isAside, type Reading, type RowFault, type TableQuestion } from './model';
import { type ParsedColumn, parseColumn } from './parseColumn';

/** A line of a file that could not even be cut into cells. */
export interface BrokenRow {
  readonly line: number;
  /** Its fields as far as they were read. */
  readonly fields: readonly string[];
  readonly fault: RowFault;
}

/**
 * A table in memory: cells by column, the line each row stands on in its file, and the lines that do not fit. Rows are pushed as they are read; readings
 * (types) are inferred on demand and may be set by the user. Columns that are set aside hold nothing.
 */
export interface Table {
  readonly names: readonly string[];
  readonly stores: readonly ColumnStore[];
  readonly rows: number;
  /** Line in the file per row; longer than the table. */
  readonly lines: Uint32Array;
  readonly broken: readonly BrokenRow[];
  readonly readings: readonly Reading[];
  readonly questions: readonly TableQuestion[];
  /** As many cells as there are columns. Cells of columns set aside are not looked at. */
  readonly push: (line: number, cells: readonly string[]) => void;
  readonly pushBroken: (row: BrokenRow) => void;
  /** Infers what the user did not set; `fromStart` looks at columns anew that were set aside by what their cells look like. */
  readonly infer: () => void;
  /** How the user wants a column to be read; a column that comes back from being set aside has to be read from the file again. */
  readonly choose: (column: number, reading: Reading) => void;
  readonly parsed: (column: number) => ParsedColumn;
  readonly fixCell: (row: number, column: number, text: string) => void;
  /** Takes a broken row in with these cells. */
  readonly fixBroken: (index: number, cells: readonly string[]) => void;
}

/** Broken lines whose fields are kept, to be corrected; all of them are counted and told. */
const MOST_KEPT_BROKEN = 10_000;

/** `chosen` are readings that the user has set, by column; null is inferred. */
export function createTable(names: readonly string[], chosen: readonly (Reading | null)[] = []): Table {
  const stores = names.map(() => createColumnStore());
  const choices = names.map((_, column) => chosen[column] ?? null);
  const known = new Map<number, { readonly size: number; readonly reading: Reading; readonly parsed: ParsedColumn }>();
  let readings = names.map((name, column) => choices[column] ?? inferReading(name, [], []).reading);
  let aside = readings.map(({ type }) => isAside(type));
  let questions: TableQuestion[] = [];
  let lines = new Uint32Array(1024);
  let broken: BrokenRow[] = [];
  let rows = 0;

  const empty = (column: number) => {
    stores[column] = createColumnStore();
    for (let row = 0; row < rows; row += 1) stores[column]?.push('');
    known.delete(column);
  };
  const setReading = (column: number, reading: Reading) => {
    readings = readings.with(column, reading);
    aside = readings.map(({ type }) => isAside(type));
    if (isAside(reading.type)) empty(column);
  };
  const push = (line: number, cells: readonly string[]) => {
    if (rows === lines.length) {
      const larger = new Uint32Array(lines.length * 2);
      larger.set(lines);
      lines = larger;
    }
    lines[rows] = line;
    rows += 1;
    for (let column = 0; column < stores.length; column += 1)
      stores[column]?.push(aside[column] ? '' : (cells[column] ?? '').trim());
  };

  return {
    names,
    stores,
    get rows() {
      return rows;
    },
    get lines() {
      return lines;
    },
    get broken() {
      return broken;
    },
    get readings() {
      return readings;
    },
    get questions() {
      return questions;
    },
    push,
    pushBroken: (row) => broken.push(broken.length < MOST_KEPT_BROKEN ? row : { ...row, fields: [] }),
    infer: () => {
      const asked: TableQuestion[] = [];
      for (const [column, name] of names.entries()) {
        const store = stores[column];
        // What was set aside has no cells left to look at.
        if (!store || choices[column] || aside[column]) continue;
        const { reading, question } = inferReading(name, store.values, valueCounts(store));
        setReading(column, reading);
        if (question) asked.push({ column, ...question });
      }
      questions = asked;
    },
    choose: (column, reading) => {
      choices[column] = reading;
      questions = questions.filter((question) => question.column !== column);
      setReading(column, reading);
    },
    parsed: (column) => {
      const store = stores[column] ?? createColumnStore();
      const reading = readings[column] ?? inferReading('', [], []).reading;
      const before = known.get(column);
      if (before && before.size === store.values.length && before.reading === reading) return before.parsed;
      const parsed = parseColumn(store, reading);
      known.set(column, { size: store.values.length, reading, parsed });
      return parsed;
    },
    fixCell: (row, column, text) => stores[column]?.set(row, text.trim()),
    fixBroken: (index, cells) => {
      const row = broken[index];
      if (!row) return;
      broken = broken.toSpliced(index, 1);
      push(row.line, cells);
    },
  };
}
