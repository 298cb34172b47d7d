import type { TableProblem } from '@shared/table/model';
import type { BrokenRow } from '@shared/table/table';

/** Rows of a file as they are read, not yet judged. Blank lines are left out. */
export interface RowBatch {
  /** Line in the file per row. */
  readonly lines: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly broken: readonly BrokenRow[];
  /** Bytes of the file behind us. */
  readonly done: number;
}

/** The sheets of a workbook, and the one that was to be read. */
export interface SheetChoice {
  readonly sheets: readonly string[];
  readonly sheet: string;
}

/** Ends the reading of a file with a sentence for its reader. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem;
  readonly choice: SheetChoice | null;

  constructor(problem: TableProblem, choice: SheetChoice | null = null) {
    super(problem.code);
    this.problem = problem;
    this.choice = choice;
  }
}
