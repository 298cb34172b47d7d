/** How a column of an imported table is read. */
export const COLUMN_TYPES = [
  'number',
  'rating',
  'category',
  'yesno',
  'date',
  'text',
  'identifier',
  'email',
  'phone',
  'name',
  'ignored',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Types that are set aside: the content of such columns is neither read nor kept. */
const ASIDE: ReadonlySet<ColumnType> = new Set(['email', 'phone', 'name', 'ignored']);
export const isAside = (type: ColumnType): boolean => ASIDE.has(type);

export type DecimalSign = 'comma' | 'point';
/** Order of day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Everything needed to read the cells of one column. */
export interface Reading {
  readonly type: ColumnType;
  /** null: the sample allows both, the user is asked; nothing is computed until then. */
  readonly decimal: DecimalSign | null;
  /** null: the sample allows several orders, the user is asked; nothing is computed until then. */
  readonly order: DateOrder | null;
  /** As written behind a value: `€`, `%`; empty for none. Years of age are `years`. */
  readonly unit: string;
  /** Values outside are refused; null is no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** For `yesno`: an empty cell says no, as in a column of ticks. */
  readonly blankIsNo: boolean;
}

/** Why a cell or a row cannot be read. Each has its sentence in `tables.fault`. */
export type RowFault =
  | { readonly code: 'not-a-number' }
  | { readonly code: 'not-a-date' }
  | { readonly code: 'no-such-date' }
  | { readonly code: 'not-yes-no' }
  | { readonly code: 'out-of-range'; readonly min: number | null; readonly max: number | null }
  | { readonly code: 'cell-too-long'; readonly limit: number }
  | { readonly code: 'formula-error' }
  | { readonly code: 'formula-without-value' }
  | { readonly code: 'too-many-fields'; readonly found: number; readonly expected: number }
  | { readonly code: 'too-few-fields'; readonly found: number; readonly expected: number }
  | { readonly code: 'unclosed-quote' }
  | { readonly code: 'row-too-long'; readonly limit: number };

/** What is not known of a column and cannot be guessed. */
export interface TableQuestion {
  readonly column: number;
  readonly kind: 'decimal' | 'order';
  /** A value as read that could mean two things. */
  readonly example: string;
}

/** Why a whole file cannot be read. Each has its sentences in `tables.problem`. */
export type TableProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'empty-sheet' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'binary' }
  | { readonly code: 'old-excel' }
  | { readonly code: 'not-a-workbook' }
  | { readonly code: 'damaged' }
  | { readonly code: 'bomb'; readonly limitMb: number }
  | { readonly code: 'too-large'; readonly limitMb: number }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  | { readonly code: 'quotes'; readonly line: number }
  | { readonly code: 'no-sheet' }
  | { readonly code: 'unreadable' };

export const TABLE_LIMITS = {
  /** Largest file, bytes. */
  fileBytes: 300_000_000,
  workbookBytes: 200_000_000,
  /** A part of a workbook, unpacked, and how many times its packed size it may have. */
  partBytes: 1_500_000_000,
  /** The shared texts of a workbook, unpacked. */
  textsBytes: 300_000_000,
  ratio: 400,
  ratioFromBytes: 20_000_000,
  rows: 500_000,
  columns: 500,
  /** As many characters as a cell of Excel can hold. */
  cellChars: 32_767,
  /** A row, with every line break in its quotes. */
  rowChars: 1_000_000,
  unclosedQuotes: 50,
} as const;

/** Whether a reading can be computed with: not set aside, and nothing left to ask. */
export const isReadable = ({ type, decimal, order }: Reading): boolean =>
  !isAside(type) && !(type === 'number' && decimal === null) && !(type === 'date' && order === null);
