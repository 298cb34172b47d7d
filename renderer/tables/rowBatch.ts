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

/** Ends the reading of a file with a sentence for its reader. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem;

  constructor(problem: TableProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
