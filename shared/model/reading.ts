import { compareOrder, type Ordered } from './orderKey';

/** Computes once per key and keeps the result as long as the key lives: for immutable snapshots only, never for a draft. */
export function memoised<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** The entries of a record in order. */
export const sorted = <T extends Ordered>(all: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(all).sort(compareOrder);

/** The entries of a record in order, by a key of each. */
export function groupedBy<T extends Ordered>(
  all: Readonly<Record<string, T>>,
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of sorted(all)) join(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to the list of its key. */
export function join<T, Key extends string>(lists: Map<Key, T[]>, key: Key, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

interface Origin {
  readonly before: WeakRef<object>;
  readonly ids: ReadonlySet<string>;
}

const origins = new WeakMap<object, Origin>();

/** Remembers that `after` is `before` with these entries changed, added or removed, for `differences` to start from. */
export function noteOrigin(after: object, before: object, ids: ReadonlySet<string>): void {
  origins.set(after, { before: new WeakRef(before), ids });
}

/** Further back than this it is as quick to compare. */
const MOST_STEPS = 40;

/** The ids that may differ, from what is remembered; null when that does not lead from the one to the other. */
function changedIds(before: object, after: object): ReadonlySet<string> | null {
  const ids = new Set<string>();
  let at = after;
  for (let step = 0; step < MOST_STEPS && at !== before; step += 1) {
    const origin = origins.get(at);
    const previous = origin?.before.deref();
    if (!origin || !previous) return null;
    for (const id of origin.ids) ids.add(id);
    at = previous;
  }
  return at === before ? ids : null;
}

const sizes = new WeakMap<object, number>();

/** The number of entries of a snapshot of a collection: counted once, then followed from change to change. */
export function sizeOf(all: object): number {
  const known = sizes.get(all);
  if (known !== undefined) return known;
  const origin = origins.get(all);
  const before = origin?.before.deref();
  const last = before && sizes.get(before);
  let size = last ?? 0;
  if (origin && before && last !== undefined) {
    for (const id of origin.ids) size += Number(Object.hasOwn(all, id)) - Number(Object.hasOwn(before, id));
  } else size = Object.keys(all).length;
  sizes.set(all, size);
  return size;
}

const entryOf = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(all, id) ? all[id] : undefined;

/** What differs between two snapshots of a collection. */
export interface Differences<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * Entries of one snapshot (each under its own id) that are not in the other, by identity; a changed one has gone and come. Null when there are more
 * than `most`: then it is quicker to begin anew than to follow.
 */
export function differences<T extends { readonly id: string }>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  most: number,
): Differences<T> | null {
  const gone: T[] = [];
  const come: T[] = [];
  const known = changedIds(before, after);
  if (known && known.size <= most) {
    for (const id of known) {
      const [old, now] = [entryOf(before, id), entryOf(after, id)];
      if (old === now) continue;
      if (old) gone.push(old);
      if (now) come.push(now);
    }
    return { gone, come };
  }
  let kept = 0;
  for (const now of Object.values(after)) {
    const old = entryOf(before, now.id);
    if (old !== undefined) kept += 1;
    if (old === now) continue;
    if (old !== undefined) gone.push(old);
    come.push(now);
    if (come.length > most) return null;
  }
  const all = Object.values(before);
  if (all.length - kept > most) return null;
  if (all.length > kept) for (const old of all) if (!Object.hasOwn(after, old.id)) gone.push(old);
  return { gone, come };
}
