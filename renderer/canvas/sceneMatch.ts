import type { Box, Primitive } from '@shared/scene/primitives';
import { paintedBounds } from './boxes';

/*
 * Most of a scene stays what it was when somebody edits it, and most of the rest only moves down: how the items of one scene
 * correspond to those of the next is found once, and what is dear to make of the first is asked again for the second.
 */

/** So many items from one place of a list stand in another list too, all of them lower by the same. */
export interface Run {
  /** Where it begins in the earlier list and in the later one. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Scene units; 0 for the very same items. */
  readonly dy: number;
}

/** With more than this that has no partner, two lists are taken for different ones. */
const MOST_ALONE = 1500;
const MOST_RUNS = 1000;
/** So far ahead the same item is looked for after one that has no partner. */
const AHEAD = 64;

const boundsOf = new WeakMap<Primitive, Box>();

export function itemBounds(item: Primitive): Box {
  if (item.type === 'group') return item.bounds;
  const known = boundsOf.get(item);
  if (known) return known;
  const made = paintedBounds(item);
  boundsOf.set(item, made);
  return made;
}

/** How far an item stands below another of the same size; NaN where they differ otherwise. */
function shiftOf(a: Primitive | undefined, b: Primitive | undefined): number {
  if (a === b) return a ? 0 : Number.NaN;
  if (!a || !b || a.type !== b.type) return Number.NaN;
  const [one, other] = [itemBounds(a), itemBounds(b)];
  if (one.x !== other.x || one.w !== other.w || one.h !== other.h) return Number.NaN;
  const dy = other.y - one.y;
  // In the same place, it is another item.
  return dy === 0 ? Number.NaN : dy;
}

/** Runs in the order of both lists; null when the lists have too little in common. */
export function matched(before: readonly Primitive[], after: readonly Primitive[]): readonly Run[] | null {
  const ends = endsOf(before, after);
  const { from: endBefore = before.length, to: endAfter = after.length } = ends[0] ?? {};
  const runs: Growing[] = [];
  const add = (from: number, to: number, dy: number): void => {
    const last = runs.at(-1);
    if (last && last.dy === dy && last.from + last.count === from && last.to + last.count === to) last.count += 1;
    else runs.push({ from, to, count: 1, dy });
  };
  let [i, j] = [0, 0];
  let alone = 0;
  while (i < endBefore && j < endAfter) {
    const dy = shiftOf(before[i], after[j]);
    if (!Number.isNaN(dy)) {
      add(i, j, dy);
      i += 1;
      j += 1;
      continue;
    }
    const [gone, come] = skip(before, after, i, j);
    i += gone;
    j += come;
    alone += gone + come;
    if (alone > MOST_ALONE || runs.length > MOST_RUNS) return null;
  }
  if (alone + endBefore - i + endAfter - j > MOST_ALONE) return null;
  return runs.length + ends.length > MOST_RUNS ? null : [...runs, ...ends];
}

/** A run in the making. */
type Growing = { -readonly [Key in keyof Run]: Run[Key] };

/** What corresponds at the end of both lists, apart from what is the same at their beginning. */
function endsOf(before: readonly Primitive[], after: readonly Primitive[]): readonly Run[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  const runs: Growing[] = [];
  for (let tail = 1; tail <= most - head; tail += 1) {
    const [from, to] = [before.length - tail, after.length - tail];
    const dy = shiftOf(before[from], after[to]);
    if (Number.isNaN(dy)) break;
    let run = runs.at(-1);
    if (run?.dy !== dy) {
      run = { from, to, count: 0, dy };
      runs.push(run);
    }
    run.from = from;
    run.to = to;
    run.count += 1;
  }
  return runs.reverse();
}

/** How many items of each list to pass over where they differ. */
function skip(before: readonly Primitive[], after: readonly Primitive[], i: number, j: number): [number, number] {
  if (!Number.isNaN(shiftOf(before[i], after[j + 1]))) return [0, 1];
  if (!Number.isNaN(shiftOf(before[i + 1], after[j]))) return [1, 0];
  for (let ahead = 2; ahead <= AHEAD; ahead += 1) {
    if (before[i] === after[j + ahead]) return [0, ahead];
    if (before[i + ahead] === after[j]) return [ahead, 0];
  }
  return [1, 1];
}

/** From the first list to the last of three, given the runs between neighbours. */
export function joinedRuns(first: readonly Run[], then: readonly Run[]): readonly Run[] {
  const runs: Run[] = [];
  let k = 0;
  for (const one of first) {
    const end = one.to + one.count;
    // Runs of the second step that end before this one begins are of no use to the later ones either.
    while (k < then.length && endOf(then[k] as Run) <= one.to) k += 1;
    for (let at = k; at < then.length && (then[at] as Run).from < end; at += 1) {
      const two = then[at] as Run;
      const start = Math.max(one.to, two.from);
      const count = Math.min(end, endOf(two)) - start;
      runs.push({ from: one.from + start - one.to, to: two.to + start - two.from, count, dy: one.dy + two.dy });
    }
  }
  return runs;
}

const endOf = ({ from, count }: Run): number => from + count;

/** Where an item of the earlier list stands in the later one, if it moved by `dy`; -1 if it did not, or is gone. */
export function placeIn(runs: readonly Run[], at: number, dy: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (at < run.from) high = middle - 1;
    else if (at >= run.from + run.count) low = middle + 1;
    else return run.dy === dy ? run.to + at - run.from : -1;
  }
  return -1;
}

/** Places of a list of `length` that are in no run: of the later list, or of the earlier one. */
export function placesAlone(runs: readonly Run[], length: number, list: 'from' | 'to'): readonly number[] {
  const alone: number[] = [];
  let at = 0;
  for (const run of runs) {
    for (; at < run[list]; at += 1) alone.push(at);
    at = run[list] + run.count;
  }
  for (; at < length; at += 1) alone.push(at);
  return alone;
}
