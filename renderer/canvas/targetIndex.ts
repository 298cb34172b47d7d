import type { Box, EditBox, GroupPrimitive, Scene, Target } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { containsPoint, intersects } from './boxes';
import { freshPlaces, placeNow, sharedEnds } from './patchedList';

/** A thing on the board that can be hit, with where it was drawn. */
export interface PlacedTarget {
  readonly target: Target;
  readonly key: string;
  readonly box: Box;
  readonly group: GroupPrimitive;
  readonly editBox: EditBox | null;
  /** Position in painting order, which is the reading order. */
  readonly order: number;
  /** Index of the top-level item it belongs to. */
  readonly item: number;
}

export const targetKey = (target: Target): string => `${target.kind}:${target.id}`;

/** Higher wins when targets lie on top of each other; below 0 is never hit. */
export type TargetRank = (target: Target) => number;

export interface TargetIndex {
  readonly list: readonly PlacedTarget[];
  readonly get: (key: string) => PlacedTarget | null;
  /** Best target at a scene point; `reach` widens small ones, in scene units. */
  readonly at: (x: number, y: number, rank: TargetRank, reach?: number) => PlacedTarget | null;
  /** Every target that touches a box, in reading order. */
  readonly touching: (box: Box) => readonly PlacedTarget[];
  /** Makes now what the next question would wait for. */
  readonly prepare: () => void;
}

/** With more that the last index does not know, a new one is worth making. */
const MANY_NEW = 300;
/** So many targets are looked for one by one before a list of all of them is made. */
const FEW = 4;

/** How the targets of an item were placed last: items keep their identity while they do not change, and most keep their place. */
const placedIn = new WeakMap<GroupPrimitive, readonly PlacedTarget[]>();

function placedAs(target: Target, group: GroupPrimitive, order: number, item: number): PlacedTarget {
  return { target, key: targetKey(target), box: group.bounds, group, editBox: group.editBox ?? null, order, item };
}

function collect(group: GroupPrimitive, start: number, item: number, into: PlacedTarget[]): void {
  if (group.target) into.push(placedAs(group.target, group, start + into.length, item));
  for (const child of group.children) if (child.type === 'group') collect(child, start, item, into);
}

/** The targets of a scene in order, and where those of each item begin among them. */
interface Placing {
  readonly items: Scene['items'];
  readonly list: readonly PlacedTarget[];
  readonly starts: readonly number[];
}

/** Adds the targets of the items from one place to another. */
function placeItems(items: Scene['items'], from: number, to: number, list: PlacedTarget[], starts: number[]): void {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    starts.push(list.length);
    if (item?.type !== 'group') continue;
    let own = placedIn.get(item);
    if (!own || own[0]?.order !== list.length || own[0].item !== at) {
      const fresh: PlacedTarget[] = [];
      collect(item, list.length, at, fresh);
      own = fresh;
      placedIn.set(item, own);
    }
    for (const one of own) list.push(one);
  }
}

function placedAnew({ items }: Scene): Placing {
  const list: PlacedTarget[] = [];
  const starts: number[] = [];
  placeItems(items, 0, items.length, list, starts);
  return { items, list, starts };
}

/** The targets of a scene in which as many items and targets stand as before and few are new; null for another one. */
function placedLike(last: Placing, { items }: Scene): Placing | null {
  if (items.length !== last.items.length) return null;
  const { head, tail } = sharedEnds(last.items, items);
  const to = items.length - tail;
  if (to - head > MANY_NEW) return null;
  const [from, after] = [last.starts[head] ?? last.list.length, last.starts[to] ?? last.list.length];
  const list = last.list.slice(0, from);
  const starts = last.starts.slice(0, head);
  placeItems(items, head, to, list, starts);
  if (list.length !== after) return null;
  return { items, list: list.concat(last.list.slice(after)), starts: starts.concat(last.starts.slice(to)) };
}

/** The first target with a key, looked for in a scene that has no list yet. */
function firstIn({ items }: Scene, kind: string, id: string): PlacedTarget | null {
  let order = 0;
  const search = (group: GroupPrimitive, item: number): PlacedTarget | null => {
    const { target } = group;
    if (target && target.id === id && target.kind === kind) return placedAs(target, group, order, item);
    if (target) order += 1;
    for (const child of group.children) {
      const found = child.type === 'group' ? search(child, item) : null;
      if (found) return found;
    }
    return null;
  };
  for (const [at, item] of items.entries()) {
    const found = item.type === 'group' ? search(item, at) : null;
    if (found) return found;
  }
  return null;
}

/** What is dear to make of a list of targets: made when it is first asked for, and asked again for later lists. */
interface Base {
  readonly list: readonly PlacedTarget[];
  readonly tree: () => Flatbush | null;
  readonly places: () => ReadonlyMap<string, number>;
}

function baseOf(list: readonly PlacedTarget[]): Base {
  let tree: Flatbush | null | undefined;
  let places: Map<string, number> | undefined;
  return {
    list,
    tree: () => {
      if (tree === undefined) tree = treeOf(list);
      return tree;
    },
    places: () => {
      if (places) return places;
      places = new Map();
      for (const { key, order } of list) if (!places.has(key)) places.set(key, order);
      return places;
    },
  };
}

function treeOf(list: readonly PlacedTarget[]): Flatbush | null {
  if (list.length === 0) return null;
  const tree = new Flatbush(list.length);
  for (const { box } of list) tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
  tree.finish();
  return tree;
}

const sameGroup = (a: PlacedTarget, b: PlacedTarget): boolean => a.group === b.group;

function better(a: PlacedTarget, b: PlacedTarget, rank: TargetRank): PlacedTarget {
  const difference = rank(a.target) - rank(b.target);
  if (difference !== 0) return difference > 0 ? a : b;
  // Equal rank: what was painted later lies on top.
  return a.order > b.order ? a : b;
}

/** What an index is asked for, once it has its list. */
interface Listed {
  readonly placing: Placing;
  readonly base: Base;
  readonly search: (box: Box) => PlacedTarget[];
  readonly get: (key: string) => PlacedTarget | null;
}

function listed(placing: Placing, before: Base | undefined): Listed {
  const { list } = placing;
  const known = before ? sharedEnds(before.list, list, sameGroup) : null;
  const isClose = before && known && list.length - known.head - known.tail <= MANY_NEW;
  const base = isClose ? before : baseOf(list);
  const shared = isClose ? known : { head: list.length, tail: 0 };
  const now = (at: number): number => placeNow(at, base.list.length, list.length, shared);
  const fresh = freshPlaces(list.length, shared);
  return {
    placing,
    base,
    search: (box) => {
      const found = base.tree()?.search(box.x, box.y, box.x + box.w, box.y + box.h) ?? [];
      const more = fresh.filter((at) => intersects((list[at] as PlacedTarget).box, box));
      return [...found.map(now), ...more].flatMap((at) => list[at] ?? []);
    },
    get: (key) => {
      const at = base.places().get(key);
      const place = at === undefined ? -1 : now(at);
      const added = fresh.find((one) => list[one]?.key === key) ?? -1;
      // The first of its kind is gone and no new one in its place: another may stand further down.
      if (at !== undefined && place < 0 && added < 0) return list.find((placed) => placed.key === key) ?? null;
      const first = place < 0 || (added >= 0 && added < place) ? added : place;
      return list[first] ?? null;
    },
  };
}

/**
 * Index of the targets of a scene. What is dear is made at the first question that needs it: the frame after an edit asks for
 * one or two targets only. `last` is the index of the scene before.
 */
export function targetIndex(scene: Scene, last?: TargetIndex | null): TargetIndex {
  // Not `last` itself: each index would keep the one before it.
  const before = last ? listings.get(last)?.() : undefined;
  const same = before && placedLike(before.placing, scene);
  let made = same ? listed(same, before.base) : null;
  const found = new Map<string, PlacedTarget | null>();
  const all = (): Listed => {
    made ??= listed(placedAnew(scene), before?.base);
    return made;
  };
  const search = (box: Box) => all().search(box);
  const get = (key: string): PlacedTarget | null => {
    // Once there is a list, what is asked for is what stands in it: callers compare the two.
    if (made) return made.get(key);
    const known = found.get(key);
    if (known !== undefined) return known;
    if (found.size >= FEW) return all().get(key);
    const colon = key.indexOf(':');
    const first = firstIn(scene, key.slice(0, colon), key.slice(colon + 1));
    found.set(key, first);
    return first;
  };

  const index: TargetIndex = {
    get list() {
      return all().placing.list;
    },
    get,
    at: (x, y, rank, reach = 0) => {
      const near = search({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach }).filter(
        (placed) => rank(placed.target) >= 0,
      );
      const exact = near.filter((placed) => containsPoint(placed.box, x, y));
      const candidates = exact.length > 0 ? exact : near;
      return candidates.reduce<PlacedTarget | null>(
        (best, placed) => (best ? better(best, placed, rank) : placed),
        null,
      );
    },
    touching: (box) =>
      search(box)
        .filter((placed) => intersects(placed.box, box))
        .sort((a, b) => a.order - b.order),
    prepare: () => {
      all().base.tree();
      all().base.places();
    },
  };
  listings.set(index, () => made ?? before);
  return index;
}

const listings = new WeakMap<TargetIndex, () => Listed | undefined>();
