import { type Bins, histogram, type LabelCounts, labelCounts, type MonthSeries, monthSeries } from './distribution';
import { type Figure, figuresOf } from './facts';
import { type Filter, filterRows } from './filter';
import type { Reading, RowFault, TableQuestion } from './model';
import { MISSING_SLOT, type ParsedColumn, REFUSED_SLOT, shownText } from './parseColumn';
import { type Summary, summarize } from './statistics';
import type { Table } from './table';

export type Chart =
  | { readonly kind: 'bins'; readonly bins: Bins; readonly min: number; readonly max: number }
  | { readonly kind: 'labels'; readonly counts: LabelCounts }
  | { readonly kind: 'months'; readonly series: MonthSeries }
  /** Texts and identifiers that come once each say nothing as bars. */
  | { readonly kind: 'different'; readonly labels: number }
  | { readonly kind: 'none' };

export interface ColumnView {
  readonly name: string;
  readonly reading: Reading;
  readonly chart: Chart;
  /** Labels to choose from in a filter, most frequent first. */
  readonly labels: readonly string[];
  /** Cells of ready rows that say nothing. */
  readonly missing: number;
  /** Cells that cannot be read. */
  readonly refused: number;
  /** For numbers and ratings; null without a value. */
  readonly summary: { readonly all: Summary | null; readonly segment: Summary | null };
}

/** A row that is not ready, and why. */
export interface RefusedRow {
  readonly line: number;
  /** Row of the table; null for a broken line. */
  readonly row: number | null;
  /** Index among the broken lines. */
  readonly broken: number | null;
  /** null when the line as a whole does not fit. */
  readonly column: number | null;
  /** What was read there. */
  readonly value: string;
  readonly fault: RowFault;
}

export interface TableView {
  /** Rows read = ready + refused, always. */
  readonly read: number;
  readonly ready: number;
  readonly refused: number;
  /** Ready rows that the filter takes. */
  readonly segment: number;
  readonly columns: readonly ColumnView[];
  readonly questions: readonly TableQuestion[];
  readonly figures: readonly Figure[];
  /** The first refused rows in the order of the file; `refused` counts them all. */
  readonly refusals: readonly RefusedRow[];
}

/** What a view is made of, for whoever wants rows of it. */
export interface RowStates {
  /** 1: ready. */
  readonly ready: Uint8Array;
  /** 1: ready and taken by the filter. */
  readonly segment: Uint8Array;
}

/** Labels shown as bars of their own, and labels offered in a filter. */
const MOST_LABELS_SHOWN = 2;
const MOST_LABELS_OFFERED = 200;

/** Looks at a table through a filter. `mostRefusals` limits the list, never the counts. */
export function viewTable(
  table: Table,
  filter: Filter,
  mostRefusals: number,
): { readonly view: TableView; readonly states: RowStates } {
  const parsed = table.names.map((_, column) => table.parsed(column));
  const ready = readyRows(table, parsed);
  const columns = table.stores.map((store, column) => {
    const of = parsed[column];
    return of && { store, parsed: of };
  });
  const segment = filterRows(columns, filter, table.rows);
  let readyCount = 0;
  let segmentCount = 0;
  for (let row = 0; row < table.rows; row += 1) {
    segment[row] = (segment[row] ?? 0) & (ready[row] ?? 0);
    readyCount += ready[row] ?? 0;
    segmentCount += segment[row] ?? 0;
  }
  const views: ColumnView[] = [];
  const figures: Figure[] = [];
  for (const [column, name] of table.names.entries()) {
    const of = parsed[column];
    if (!of) continue;
    const counts = countSlots(table, column, of, ready, segment);
    views.push(columnView(name, of, counts));
    // Of a segment of women, all are women: that is its definition, not a figure.
    const isChosen = ({ statistic, hits, n }: Figure) =>
      statistic === 'share' &&
      hits === n &&
      filter.conditions.some((one) => one.kind === 'labels' && one.column === column);
    figures.push(...figuresOf(column, of, counts.segment).filter((figure) => !isChosen(figure)));
  }
  const refused = table.rows - readyCount + table.broken.length;
  const view = {
    read: table.rows + table.broken.length,
    ready: readyCount,
    refused,
    segment: segmentCount,
    columns: views,
    questions: table.questions,
    figures,
    refusals: listRefusals(table, parsed, ready, mostRefusals),
  };
  return { view, states: { ready, segment } };
}

function readyRows(table: Table, parsed: readonly ParsedColumn[]): Uint8Array {
  const ready = new Uint8Array(table.rows).fill(1);
  for (const [column, { faults, slotOf }] of parsed.entries()) {
    const codes = table.stores[column]?.codes;
    if (!codes || faults.size === 0) continue;
    for (let row = 0; row < table.rows; row += 1) if (slotOf[codes[row] ?? 0] === REFUSED_SLOT) ready[row] = 0;
  }
  return ready;
}

interface SlotCounts {
  readonly all: Uint32Array;
  readonly segment: Uint32Array;
  readonly missing: number;
  readonly refused: number;
}

function countSlots(
  table: Table,
  column: number,
  parsed: ParsedColumn,
  ready: Uint8Array,
  segment: Uint8Array,
): SlotCounts {
  const size = Math.max(parsed.values.length, parsed.labels.length);
  const all = new Uint32Array(size);
  const some = new Uint32Array(size);
  const codes = table.stores[column]?.codes ?? new Uint32Array();
  const { slotOf } = parsed;
  let missing = 0;
  let refused = 0;
  if (parsed.kind === 'none') return { all, segment: some, missing, refused };
  for (let row = 0; row < table.rows; row += 1) {
    const slot = slotOf[codes[row] ?? 0] ?? MISSING_SLOT;
    if (slot === REFUSED_SLOT) refused += 1;
    else if (ready[row] === 0) continue;
    else if (slot === MISSING_SLOT) missing += 1;
    else {
      all[slot] = (all[slot] ?? 0) + 1;
      if (segment[row] === 1) some[slot] = (some[slot] ?? 0) + 1;
    }
  }
  return { all, segment: some, missing, refused };
}

function columnView(name: string, parsed: ParsedColumn, counts: SlotCounts): ColumnView {
  const { missing, refused } = counts;
  // Identifiers are searched, never chosen from a list.
  const isListed = parsed.kind === 'labels' && parsed.reading.type !== 'identifier';
  const ranked = isListed ? labelCounts(parsed.labels, counts.all, counts.segment, MOST_LABELS_OFFERED) : null;
  const labels = ranked?.top.map(({ label }) => label) ?? [];
  const { values } = parsed;
  const told = parsed.kind === 'numbers';
  const summary = {
    all: told ? summarize({ values, counts: counts.all }) : null,
    segment: told ? summarize({ values, counts: counts.segment }) : null,
  };
  return { name, reading: parsed.reading, chart: chartOf(parsed, counts), labels, missing, refused, summary };
}

function chartOf(parsed: ParsedColumn, { all, segment }: SlotCounts): Chart {
  const { kind, values, labels } = parsed;
  if (kind === 'numbers') {
    const bins = histogram(values, all, segment);
    const used = values.filter((_, at) => (all[at] ?? 0) > 0);
    return bins ? { kind: 'bins', bins, min: used[0] ?? 0, max: used.at(-1) ?? 0 } : { kind: 'none' };
  }
  if (kind === 'days') {
    const series = monthSeries(values, all, segment);
    return series ? { kind: 'months', series } : { kind: 'none' };
  }
  if (kind === 'none') return { kind };
  const used = all.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (used === 0) return { kind: 'none' };
  const most = all.reduce((max, count) => Math.max(max, count), 0);
  if (parsed.reading.type === 'identifier' || (most === 1 && used > 3)) return { kind: 'different', labels: used };
  return { kind: 'labels', counts: labelCounts(labels, all, segment, MOST_LABELS_SHOWN) };
}

/** The first cell of each row that cannot be read, and the broken lines, in the order of the file. */
function listRefusals(
  table: Table,
  parsed: readonly ParsedColumn[],
  ready: Uint8Array,
  most: number,
): readonly RefusedRow[] {
  const found: RefusedRow[] = [];
  for (let row = 0; row < table.rows && found.length < most; row += 1)
    if (ready[row] === 0) found.push(...faultsOfRow(table, parsed, row).slice(0, 1));
  const broken = table.broken.slice(0, most).map(
    ({ line, fields, fault }, index): RefusedRow => ({
      line,
      row: null,
      broken: index,
      column: null,
      value: fields.join(' | ').slice(0, 2000),
      fault,
    }),
  );
  return [...found, ...broken].sort((a, b) => a.line - b.line).slice(0, most);
}

/** Every cell of a row that cannot be read. */
export function faultsOfRow(table: Table, parsed: readonly ParsedColumn[], row: number): readonly RefusedRow[] {
  return parsed.flatMap(({ faults }, column) => {
    const code = table.stores[column]?.codes[row] ?? 0;
    const fault = faults.get(code);
    const value = shownText(table.stores[column]?.values[code] ?? '').slice(0, 2000);
    return fault ? [{ line: table.lines[row] ?? 0, row, broken: null, column, value, fault }] : [];
  });
}
