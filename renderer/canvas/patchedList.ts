/*
 * Most of a scene stays what it was when somebody edits it. Indexes that are dear to make are kept for a list (the base) and
 * asked again for a later one that shares its beginning and its end.
 */

/** How two lists correspond: `head` elements at their beginning are the same, and `tail` at their end. */
export interface Shared {
  readonly head: number;
  readonly tail: number;
}

/** How many elements two lists share at their beginning and, apart from those, at their end. */
export function sharedEnds<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean = Object.is): Shared {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && same(a[head] as T, b[head] as T)) head += 1;
  let tail = 0;
  while (tail < most - head && same(a[a.length - 1 - tail] as T, b[b.length - 1 - tail] as T)) tail += 1;
  return { head, tail };
}

/** Where an element of the base stands in the later list; -1 for one that is not shared. */
export function placeNow(at: number, base: number, now: number, { head, tail }: Shared): number {
  if (at < head) return at;
  return at >= base - tail ? at + now - base : -1;
}

/** Places of the later list that the base does not know. */
export const freshPlaces = (now: number, { head, tail }: Shared): number[] =>
  Array.from({ length: now - head - tail }, (_, at) => head + at);
