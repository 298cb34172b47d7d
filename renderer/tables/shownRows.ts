import { shownText } from '@shared/table/parseColumn';
import type { Table } from '@shared/table/table';
import { faultsOfRow, type RowStates, type TableView } from '@shared/table/view';
import type { Browse, ShownRow, ShownRows } from './protocol';

/** Rows of one page. */
export const PAGE_ROWS = 25;
/** Rows of an excerpt: the first ones, then some that were refused, each with the row behind it. */
const EXCERPT_ROWS = 9;
const FIRST_ROWS = 3;
const REFUSED_SHOWN = 3;
/** Most of a cell that is shown. */
const MOST_CELL = 300;

/** The rows that a screen shows of a table. */
export function shownRows(table: Table, states: RowStates, view: TableView, { which, from }: Browse): ShownRows {
  const parsed = table.names.map((_, column) => table.parsed(column));
  const shown = (row: number): ShownRow => ({
    line: table.lines[row] ?? 0,
    cells: table.stores.map((store) => shownText(store.values[store.codes[row] ?? 0] ?? '').slice(0, MOST_CELL)),
    bad: states.ready[row]
      ? []
      : faultsOfRow(table, parsed, row).flatMap(({ column }) => (column === null ? [] : [column])),
    state: states.segment[row] ? 'segment' : states.ready[row] ? 'ready' : 'refused',
  });
  if (which === 'excerpt') {
    const rows = excerpt(table.rows, view);
    return { rows: rows.map(shown), total: table.rows };
  }
  if (which === 'all') {
    const rows = Array.from({ length: Math.max(0, Math.min(PAGE_ROWS, table.rows - from)) }, (_, at) => from + at);
    return { rows: rows.map(shown), total: table.rows };
  }
  const rows: number[] = [];
  let passed = 0;
  for (let row = 0; row < table.rows && rows.length < PAGE_ROWS; row += 1) {
    if (!states.segment[row]) continue;
    if (passed >= from) rows.push(row);
    passed += 1;
  }
  return { rows: rows.map(shown), total: view.segment };
}

function excerpt(count: number, { refusals }: TableView): readonly number[] {
  const rows = new Set<number>();
  const add = (row: number) => {
    if (row < count && rows.size < EXCERPT_ROWS) rows.add(row);
  };
  for (let row = 0; row < FIRST_ROWS; row += 1) add(row);
  const refused = refusals.flatMap(({ row }) => (row === null ? [] : [row])).slice(0, REFUSED_SHOWN);
  for (const row of refused) {
    add(row);
    add(row + 1);
  }
  for (let row = FIRST_ROWS; rows.size < Math.min(EXCERPT_ROWS, count); row += 1) add(row);
  return [...rows].sort((a, b) => a - b);
}
