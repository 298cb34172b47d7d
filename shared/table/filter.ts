import type { ColumnStore } from './columnStore';
import { MISSING_SLOT, type ParsedColumn } from './parseColumn';

/** What a row must fulfil in one column. Columns are named by their index. */
export type Condition =
  /** One of these labels (compared without case); `yes` and `no` for answers. */
  | { readonly kind: 'labels'; readonly column: number; readonly labels: readonly string[] }
  /** A number from and to, both included; null is open. */
  | { readonly kind: 'numbers'; readonly column: number; readonly from: number | null; readonly to: number | null }
  /** A day from and to, both included; null is open. */
  | { readonly kind: 'days'; readonly column: number; readonly from: number | null; readonly to: number | null }
  /** A text that contains these characters, without case and accents. */
  | { readonly kind: 'contains'; readonly column: number; readonly text: string }
  | { readonly kind: 'filled'; readonly column: number }
  | { readonly kind: 'empty'; readonly column: number };

/** The condition of a range, whichever of its ends was written first. */
export function rangeCondition(
  kind: 'numbers' | 'days',
  column: number,
  from: number | null,
  to: number | null,
): Condition {
  const isTurned = from !== null && to !== null && from > to;
  return isTurned ? { kind, column, from: to, to: from } : { kind, column, from, to };
}

export interface Filter {
  /** `and`: every condition; `or`: at least one. */
  readonly join: 'and' | 'or';
  readonly conditions: readonly Condition[];
}

export const NO_FILTER: Filter = { join: 'and', conditions: [] };

/** Small letters without accents, as texts are compared. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export interface FilteredColumn {
  readonly store: Pick<ColumnStore, 'values' | 'codes'>;
  readonly parsed: ParsedColumn;
}

/**
 * Which rows a filter takes, one byte per row (1 or 0). Each condition is answered once per different text of its column. A condition on a
 * column that is not there or not readable takes no row; a filter without conditions takes all.
 */
export function filterRows(columns: readonly (FilteredColumn | undefined)[], filter: Filter, rows: number): Uint8Array {
  const mask = new Uint8Array(rows);
  const { conditions, join } = filter;
  if (conditions.length === 0) return mask.fill(1);
  if (join === 'and') mask.fill(1);
  for (const condition of conditions) {
    const column = columns[condition.column];
    const takes = column && takesPerText(column, condition);
    for (let row = 0; row < rows; row += 1) {
      const taken = takes?.[column?.store.codes[row] ?? 0] ?? 0;
      if (join === 'and') mask[row] = (mask[row] ?? 0) & taken;
      else mask[row] = (mask[row] ?? 0) | taken;
    }
  }
  return mask;
}

/** Per different text of the column: 1 when the condition takes it. */
function takesPerText({ store, parsed }: FilteredColumn, condition: Condition): Uint8Array {
  const takes = slotTest(parsed, condition);
  const result = new Uint8Array(store.values.length);
  if (parsed.kind === 'none') return result;
  for (let code = 0; code < result.length; code += 1) {
    const slot = parsed.slotOf[code] ?? MISSING_SLOT;
    result[code] = takes(slot) ? 1 : 0;
  }
  return result;
}

function slotTest(parsed: ParsedColumn, condition: Condition): (slot: number) => boolean {
  switch (condition.kind) {
    case 'labels': {
      const wanted = new Set(condition.labels.map((label) => label.toLowerCase()));
      return (slot) => slot >= 0 && wanted.has((parsed.labels[slot] ?? '').toLowerCase());
    }
    case 'numbers':
    case 'days': {
      const { from, to } = condition;
      return (slot) => {
        const value = parsed.values[slot];
        if (slot < 0 || value === undefined) return false;
        return (from === null || value >= from) && (to === null || value <= to);
      };
    }
    case 'contains': {
      const part = folded(condition.text.trim());
      return (slot) => slot >= 0 && folded(parsed.labels[slot] ?? '').includes(part);
    }
    case 'filled':
      return (slot) => slot >= 0;
    case 'empty':
      return (slot) => slot === MISSING_SLOT;
  }
}
