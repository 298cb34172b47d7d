import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { current, isDraft } from 'mutative';

/** Anything that stands in an order. */
export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Keys longer than this are replaced by fresh ones at the next change (a key may hold 256 characters). */
const LONG_KEY = 200;

/** Compares by order key (code units), then by id, so that two copies with equal keys agree. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** True for a key that fractional indexing can continue from. */
export function isOrderKey(key: string): boolean {
  try {
    return key.length <= LONG_KEY && /^[A-Za-z][0-9A-Za-z]+$/.test(key) && generateKeyBetween(key, null) > key;
  } catch {
    return false;
  }
}

/** A key between two others, or null when they are equal, reversed or not keys at all. */
function keyBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null;
  if (before !== null && !isOrderKey(before)) return null;
  if (after !== null && !isOrderKey(after)) return null;
  try {
    return generateKeyBetween(before, after);
  } catch {
    return null;
  }
}

/** Reads a draft without turning each of its entries into a draft: what costs at 5,000 notes. */
export const peek = <T extends object>(draft: T): T => (isDraft(draft) ? current(draft) : draft);

/** The entries of a record that pass, in order. Read-only: write through the record. */
export function inOrder<T extends Ordered>(all: Readonly<Record<string, T>>, belongs: (item: T) => boolean): T[] {
  return Object.values(peek(all)).filter(belongs).sort(compareOrder);
}

/** Index of an item among its siblings, or -1. */
export const indexOf = <T extends Ordered>(
  all: Readonly<Record<string, T>>,
  belongs: (item: T) => boolean,
  id: string,
): number => inOrder(all, belongs).findIndex((item) => item.id === id);

type Writable<T extends Ordered> = Record<string, T & { order: string }>;

/** Gives the listed items fresh, evenly spaced keys in that order. */
export function renumber<T extends Ordered>(all: Writable<T>, ids: readonly string[]): void {
  const keys = generateNKeysBetween(null, null, ids.length);
  ids.forEach((id, at) => {
    const item = all[id];
    const key = keys[at];
    if (item && key && item.order !== key) item.order = key;
  });
}

const clampIndex = (at: number | null, length: number): number =>
  at === null || Number.isNaN(at) ? length : Math.min(length, Math.max(0, Math.trunc(at)));

/**
 * Key for a new item at index `at` (null: the end) among its siblings. Siblings whose keys leave no room (equal after a
 * merge, or damaged) are renumbered first.
 */
export function orderAt<T extends Ordered>(all: Writable<T>, belongs: (item: T) => boolean, at: number | null): string {
  const siblings = inOrder<T>(all, belongs);
  const index = clampIndex(at, siblings.length);
  const key = keyBetween(siblings[index - 1]?.order ?? null, siblings[index]?.order ?? null);
  if (key !== null) return key;
  const keys = generateNKeysBetween(null, null, siblings.length + 1);
  siblings.forEach((sibling, place) => {
    const item = all[sibling.id];
    const fresh = keys[place < index ? place : place + 1];
    if (item && fresh) item.order = fresh;
  });
  return keys[index] ?? 'a0';
}

/** Moves an item to index `to` (null: the end) among its siblings, itself not counted. Nothing changes when it is there already. */
export function moveTo<T extends Ordered>(
  all: Writable<T>,
  id: string,
  belongs: (item: T) => boolean,
  to: number | null,
): void {
  const item = all[id];
  if (!item) return;
  const siblings = inOrder<T>(all, (other) => belongs(other) || other.id === id);
  const index = clampIndex(to, siblings.length - 1);
  if (siblings[index]?.id === id && hasRoom(siblings, index)) return;
  item.order = orderAt<T>(all, (other) => belongs(other) && other.id !== id, index);
}

/** True when the item at `index` differs from both its neighbours, so that its place is certain. */
function hasRoom(siblings: readonly Ordered[], index: number): boolean {
  const key = siblings[index]?.order;
  return key !== undefined && siblings[index - 1]?.order !== key && siblings[index + 1]?.order !== key;
}
