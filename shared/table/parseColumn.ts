import type { ColumnStore } from './columnStore';
import { parseDateCell } from './dateCell';
import { isMissing } from './missing';
import { isReadable, type Reading, type RowFault, TABLE_LIMITS } from './model';
import { parseNumberCell } from './numberCell';
import { parseYesNo } from './yesNo';

/** In place of a slot: the cell says nothing, or cannot be read. */
export const MISSING_SLOT = -1;
export const REFUSED_SLOT = -2;

/**
 * A column as it is read. Each different meaning (a number, a day, a label) is one slot; counting how many rows fall into each slot is one pass over
 * the rows, and every statistic follows from those counts.
 */
export interface ParsedColumn {
  readonly reading: Reading;
  /** What its slots are; `none` for columns that are set aside or wait for an answer. */
  readonly kind: 'numbers' | 'days' | 'labels' | 'none';
  /** Slot per different text. */
  readonly slotOf: Int32Array;
  /** Per slot, ascending; for numbers and days. */
  readonly values: Float64Array;
  /** Per slot; for labels. Yes is `yes`, no is `no`. */
  readonly labels: readonly string[];
  /** Reasons per different text that cannot be read. */
  readonly faults: ReadonlyMap<number, RowFault>;
}

/** Marks put before what the reader of workbooks met instead of a value. */
export const FORMULA_ERROR_MARK = '\u0001';
export const NO_VALUE_MARK = '\u0002';

/** A cell's text as it is shown: without those marks, and without characters that draw nothing. */
export const shownText = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

type Meaning = number | string | RowFault | null;

/** What one cell says; null when it says nothing. */
function meaningOf(text: string, reading: Reading): Meaning {
  if (text[0] === FORMULA_ERROR_MARK) return { code: 'formula-error' };
  if (text[0] === NO_VALUE_MARK) return { code: 'formula-without-value' };
  if (text === '' && reading.type === 'yesno' && reading.blankIsNo) return 'no';
  if (isMissing(text)) return null;
  if (text.length > TABLE_LIMITS.cellChars) return { code: 'cell-too-long', limit: TABLE_LIMITS.cellChars };
  switch (reading.type) {
    case 'number':
    case 'rating':
      return numberMeaning(text, reading);
    case 'date': {
      const day = parseDateCell(text, reading.order ?? 'dmy');
      return typeof day === 'number' ? day : { code: day };
    }
    case 'yesno': {
      const answer = parseYesNo(text);
      return answer === null ? { code: 'not-yes-no' } : answer ? 'yes' : 'no';
    }
    default:
      return text.replace(/\s+/g, ' ');
  }
}

function numberMeaning(text: string, { decimal, min, max, type }: Reading): Meaning {
  const cell = parseNumberCell(text, decimal ?? 'point');
  if (!cell || (type === 'rating' && !Number.isInteger(cell.value))) return { code: 'not-a-number' };
  if ((min !== null && cell.value < min) || (max !== null && cell.value > max))
    return { code: 'out-of-range', min, max };
  return cell.value;
}

const KINDS: Readonly<Partial<Record<Reading['type'], ParsedColumn['kind']>>> = {
  number: 'numbers',
  rating: 'numbers',
  date: 'days',
};

/** Reads the different texts of a column. Labels that differ in case or spaces only are one, written as the first of them. */
export function parseColumn({ values }: Pick<ColumnStore, 'values'>, reading: Reading): ParsedColumn {
  const slotOf = new Int32Array(values.length).fill(MISSING_SLOT);
  const faults = new Map<number, RowFault>();
  if (!isReadable(reading)) return { reading, kind: 'none', slotOf, values: new Float64Array(), labels: [], faults };
  const kind = KINDS[reading.type] ?? 'labels';
  const slots = new Map<number | string, number>();
  const meanings: (number | string)[] = [];
  for (const [code, text] of values.entries()) {
    const meaning = meaningOf(text, reading);
    if (meaning === null) continue;
    if (typeof meaning === 'object') {
      faults.set(code, meaning);
      slotOf[code] = REFUSED_SLOT;
      continue;
    }
    const key = typeof meaning === 'string' ? meaning.toLowerCase() : meaning;
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = meanings.length;
      slots.set(key, slot);
      meanings.push(meaning);
    }
    slotOf[code] = slot;
  }
  if (kind === 'labels')
    return { reading, kind, slotOf, values: new Float64Array(), labels: meanings.map(String), faults };
  return { reading, kind, ...ascending(meanings as number[], slotOf), labels: [], faults };
}

/** Numbers the slots anew in the order of their values. */
function ascending(meanings: readonly number[], slotOf: Int32Array): Pick<ParsedColumn, 'values' | 'slotOf'> {
  const order = meanings.map((_, at) => at).sort((a, b) => (meanings[a] ?? 0) - (meanings[b] ?? 0));
  const rank = new Int32Array(meanings.length);
  for (const [at, slot] of order.entries()) rank[slot] = at;
  return {
    values: Float64Array.from(order, (slot) => meanings[slot] ?? 0),
    slotOf: slotOf.map((slot) => (slot >= 0 ? (rank[slot] ?? slot) : slot)),
  };
}
