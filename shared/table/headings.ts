import { looksLikeDate } from './dateCell';
import { mostFrequent } from './delimiter';
import { isMissing } from './missing';
import { parseNumberCell } from './numberCell';

type Cells = readonly string[];

/** Rows at the beginning of a file that are looked at, however long it is. */
export const ROWS_LOOKED_AT = 50;

const filledCells = (cells: Cells): number => cells.filter((cell) => cell.trim() !== '').length;

/**
 * Where the table begins among the first rows of a file: the first row from which on they agree in their number of cells, when all that stands above it is
 * titles (`Enquête 2026`). 0 where there is nothing to leave out. `pads` tells that empty cells at the end of a row are not written.
 */
export function firstTableRow(rows: readonly Cells[], pads: boolean): number {
  const lengths = rows.slice(0, ROWS_LOOKED_AT).map(({ length }) => length);
  // Many titles above a few rows: only the end of what is looked at is the table.
  const widths = [mostFrequent(lengths), mostFrequent(lengths.slice(Math.floor(lengths.length / 2)))];
  const width = widths.find((one) => one > 1) ?? 1;
  const first = rows.findIndex((cells) => !isTitle(cells, width, pads));
  const isTable = lengths.slice(Math.max(first, 0)).filter((length) => length === width).length > 1;
  return width > 1 && first > 0 && first < ROWS_LOOKED_AT && isTable ? first : 0;
}

/**
 * A line above a table has one or two filled cells, or reaches over half of the columns at most. Headings may be sparse, as questions over several columns are, and
 * pandas leaves the first one empty: these are no titles.
 */
function isTitle(cells: Cells, width: number, pads: boolean): boolean {
  const filled = filledCells(cells);
  if (filled > 2) return cells.length * 2 <= width;
  if (!pads && cells.length < width) return true;
  return filled * 2 <= width && (filled < width - 1 || cells[0]?.trim() !== '');
}

const isFigure = (text: string): boolean =>
  parseNumberCell(text, 'comma') !== null || parseNumberCell(text, 'point') !== null || looksLikeDate(text);

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/**
 * Whether a row names the columns of the rows below it. Names are words: a row without a number or a date does, unless it says nothing. One with figures does when its
 * cells are all different and none is empty, and either a word stands over a column of figures, or its figures are years that the values below are not.
 */
export function looksLikeHeader(first: Cells, below: readonly Cells[]): boolean {
  const cells = first.map((cell) => cell.trim());
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  if (cells.every(isMissing)) return false;
  const figures = cells.flatMap((cell, column) => (cell !== '' && isFigure(cell) ? [column] : []));
  if (figures.length === 0) return true;
  if (cells.some(isMissing) || new Set(cells).size < cells.length) return false;
  const columns = cells.map((_, column) =>
    below
      .slice(0, ROWS_LOOKED_AT)
      .map((row) => (row[column] ?? '').trim())
      .filter((cell) => !isMissing(cell)),
  );
  const holdsFigures = (column: number) => (columns[column]?.length ?? 0) > 0 && columns[column]?.every(isFigure);
  if (cells.some((_, column) => !figures.includes(column) && holdsFigures(column))) return true;
  return figures.every(
    (column) => isYear(cells[column] ?? '') && holdsFigures(column) && !columns[column]?.some(isYear),
  );
}
