/**
 * Signs that make a spreadsheet read a cell as a formula, or step over to the next cell: `=`, `+`, `-`, `@`, their wide forms, tab and line ends.
 * Apostrophes before them are counted too, so that taking one away is always right.
 */
const RISKY = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/** A cell that no spreadsheet runs: with an apostrophe before what would begin a formula. */
export const guarded = (cell: string): string => (RISKY.test(cell) ? `'${cell}` : cell);

/** What `guarded` was given. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
