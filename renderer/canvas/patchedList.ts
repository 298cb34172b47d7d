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
export function sharedEnds<A, B>(a: readonly A[], b: readonly B[], same: (a: A, b: B) => boolean = Object.is): Shared {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && same(a[head] as A, b[head] as B)) head += 1;
  let tail = 0;
  while (tail < most - head && same(a[a.length - 1 - tail] as A, b[b.length - 1 - tail] as B)) tail += 1;
  return { head, tail };
}

/** Where an element of the base stands in the later list; -1 for one that is not shared. */
function placeNow(at: number, base: number, now: number, { head, tail }: Shared): number {
  if (at < head) return at;
  return at >= base - tail ? at + now - base : -1;
}

/** Places of the later list that the base does not know. */
const freshPlaces = (now: number, { head, tail }: Shared): number[] =>
  Array.from({ length: now - head - tail }, (_, at) => head + at);

/** With more that the last index does not know, a new one is worth making. */
export const MANY_NEW = 300;

/** What is dear to make of a list: made when it is first asked for, and asked again for later lists. */
interface Base<Held, Made> {
  /** What it takes to know an element again. */
  readonly held: readonly Held[];
  readonly made: () => Made;
}

function baseOf<Held, Made>(held: readonly Held[], make: (held: readonly Held[]) => Made): Base<Held, Made> {
  let made: { readonly value: Made } | null = null;
  return {
    held,
    made: () => {
      made ??= { value: make(held) };
      return made.value;
    },
  };
}

/** What was made of this list or, where most of that is the same, of one before. */
export interface Kept<Held, Made> {
  readonly base: Base<Held, Made>;
  /** Where an element of the base's list stands in this one; -1 for one that is gone. */
  readonly now: (at: number) => number;
  /** Places of this list that the base does not know. */
  readonly fresh: readonly number[];
}

/** What is kept of each element, and what is made of that. */
interface Keeping<T, Held, Made> {
  /**
   * What an element is known again by. A base may live as long as its board: only this of an element lives with it, not the element
   * and all that was drawn of it.
   */
  readonly hold: (one: T) => Held;
  /** Tells which elements mean the same to what is made. */
  readonly same: (held: Held, one: Held) => boolean;
  readonly make: (held: readonly Held[]) => Made;
}

/** `before` is what was kept of the list before. */
export function kept<T, Held, Made>(
  list: readonly T[],
  before: Base<Held, Made> | undefined,
  { hold, same, make }: Keeping<T, Held, Made>,
): Kept<Held, Made> {
  const known = before ? sharedEnds(before.held, list, (held, one: T) => same(held, hold(one))) : null;
  const isClose = before && known && list.length - known.head - known.tail <= MANY_NEW;
  const base = isClose ? before : baseOf(list.map(hold), make);
  const shared = isClose ? known : { head: list.length, tail: 0 };
  return {
    base,
    now: (at) => placeNow(at, base.held.length, list.length, shared),
    fresh: freshPlaces(list.length, shared),
  };
}
