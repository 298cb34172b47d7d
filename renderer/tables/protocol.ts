import type { Delimiter } from '@shared/table/delimiter';
import type { Encoding } from '@shared/table/encoding';
import type { Filter } from '@shared/table/filter';
import type { Reading, TableProblem } from '@shared/table/model';
import type { TableView } from '@shared/table/view';
import type { SheetChoice } from './rowBatch';

/** How a file is to be read; null is recognised by itself. */
export interface FileSettings {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheet: string | null;
  readonly header: boolean | null;
  /** Line of the file that the table begins on. */
  readonly firstLine: number | null;
}
export const RECOGNISE: FileSettings = { encoding: null, delimiter: null, sheet: null, header: null, firstLine: null };

/** How a file was read. */
export interface FileFacts {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly header: boolean;
  /** Line of the file that the table begins on; what stands above is left out. */
  readonly firstLine: number;
}

/** Which rows are shown, and from which one on (counted among those). */
export interface Browse {
  readonly which: 'excerpt' | 'segment' | 'all';
  readonly from: number;
}

export interface ShownRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Columns whose cell cannot be read. */
  readonly bad: readonly number[];
  readonly state: 'segment' | 'ready' | 'refused';
}

export interface ShownRows {
  readonly rows: readonly ShownRow[];
  /** How many there are of that kind. */
  readonly total: number;
}

/** What the screen looks at. */
export interface Look {
  readonly filter: Filter;
  readonly browse: Browse;
  readonly refusals: number;
}

export interface OpenRequest {
  readonly kind: 'open';
  readonly file: Blob;
  readonly settings: FileSettings;
  /** Readings that were set by hand, by column. */
  readonly chosen: readonly (Reading | null)[];
  /** Name of a column without one; `#` stands for its number. */
  readonly unnamed: string;
  readonly look: Look;
}

export type TableRequest =
  | OpenRequest
  | { readonly kind: 'look'; readonly id: number; readonly look: Look }
  | { readonly kind: 'choose'; readonly id: number; readonly column: number; readonly reading: Reading }
  | {
      readonly kind: 'fixCell';
      readonly id: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | { readonly kind: 'fixLine'; readonly id: number; readonly broken: number; readonly text: string }
  /** Every refused row, for a list that is saved. */
  | { readonly kind: 'allRefusals'; readonly id: number };

export type TableAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly rows: number }
  | {
      readonly kind: 'view';
      /** The request it answers; 0 while the file is being read. */
      readonly id: number;
      readonly facts: FileFacts;
      readonly view: TableView;
      readonly shown: ShownRows;
      /** The file is not read to its end yet. */
      readonly partial: boolean;
    }
  /** A corrected line does not fit: so many fields instead of so many. */
  | { readonly kind: 'notFixed'; readonly id: number; readonly found: number; readonly expected: number }
  | { readonly kind: 'refusals'; readonly id: number; readonly list: TableView['refusals'] }
  /** `choice`: where another sheet of the workbook may be read. */
  | { readonly kind: 'problem'; readonly problem: TableProblem; readonly choice: SheetChoice | null };
