/**
 * The cells of one column, each different text stored once. Reading a text is then done once per different value, whatever the number of rows,
 * and a column is read anew under another type without touching its rows.
 */
export interface ColumnStore {
  /** The different texts, trimmed, in the order they came. */
  readonly values: readonly string[];
  /** Index into `values` per row; longer than the table, see `length`. */
  readonly codes: Uint32Array;
  readonly length: number;
  readonly push: (text: string) => void;
  /** Replaces the text of a row. */
  readonly set: (row: number, text: string) => void;
}

const FIRST_ROWS = 1024;

/** An empty column. */
export function createColumnStore(): ColumnStore {
  const values: string[] = [];
  const known = new Map<string, number>();
  let codes = new Uint32Array(FIRST_ROWS);
  let length = 0;
  const codeOf = (text: string): number => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const code = values.length;
    values.push(text);
    known.set(text, code);
    return code;
  };
  return {
    values,
    get codes() {
      return codes;
    },
    get length() {
      return length;
    },
    push: (text) => {
      if (length === codes.length) {
        const larger = new Uint32Array(codes.length * 2);
        larger.set(codes);
        codes = larger;
      }
      codes[length] = codeOf(text);
      length += 1;
    },
    set: (row, text) => {
      codes[row] = codeOf(text);
    },
  };
}

/** How many rows hold each different text. */
export function valueCounts({ values, codes, length }: ColumnStore): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < length; row += 1) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1;
  return counts;
}
