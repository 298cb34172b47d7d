import { LateGroup } from '@shared/scene/lateGroup';
import type { Box, EditBox, GroupPrimitive, Scene, Target } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { containsPoint, intersects } from './boxes';
import { type Kept, kept, MANY_NEW, sharedEnds } from './patchedList';

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

/** So many targets are looked for one by one before a list of all of them is made. */
const FEW = 4;

/** How the targets of an item were placed last: items keep their identity while they do not change, and most keep their place. */
const placedIn = new WeakMap<GroupPrimitive, readonly PlacedTarget[]>();

function placedAs(target: Target, group: GroupPrimitive, order: number, item: number): PlacedTarget {
  return { target, key: targetKey(target), box: group.bounds, group, editBox: group.editBox ?? null, order, item };
}

/** The target of a group that may not be drawn yet: it is, once somebody asks for more than where it stands. */
class LatePlaced implements PlacedTarget {
  readonly target: Target;
  readonly box: Box;
  readonly order: number;
  readonly item: number;
  private readonly late: LateGroup;

  constructor(late: LateGroup, order: number, item: number) {
    const { target, bounds } = late.holds();
    this.target = target;
    this.box = bounds;
    this.order = order;
    this.item = item;
    this.late = late;
  }

  get key(): string {
    return targetKey(this.target);
  }
  get group(): GroupPrimitive {
    return this.late.holder();
  }
  get editBox(): EditBox | null {
    return this.late.holder().editBox ?? null;
  }
}

function collect(group: GroupPrimitive, start: number, item: number, into: PlacedTarget[]): void {
  if (group instanceof LateGroup) {
    into.push(new LatePlaced(group, start + into.length, item));
    return;
  }
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
  const isWanted = (target: Target): boolean => target.id === id && target.kind === kind;
  const search = (group: GroupPrimitive, item: number): PlacedTarget | null => {
    if (group instanceof LateGroup && !isWanted(group.holds().target)) {
      order += 1;
      return null;
    }
    const { target } = group;
    if (target && isWanted(target)) return placedAs(target, group, order, item);
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

/** Under which key the first target stands at which place of a list. */
const PLACES = {
  hold: ({ target }: PlacedTarget): Target => target,
  // What only moved is found under the same key at the same place of the list.
  same: (a: Target, b: Target): boolean => a === b || (a.id === b.id && a.kind === b.kind),
  make: (targets: readonly Target[]): ReadonlyMap<string, number> => {
    const places = new Map<string, number>();
    for (const [at, target] of targets.entries()) {
      const key = targetKey(target);
      if (!places.has(key)) places.set(key, at);
    }
    return places;
  },
};

/** What lies in a box, by its place in a list. */
const TREE = {
  hold: ({ box }: PlacedTarget): Box => box,
  // Each group has bounds of its own.
  same: Object.is,
  make: (boxes: readonly Box[]): Flatbush | null => {
    if (boxes.length === 0) return null;
    const tree = new Flatbush(boxes.length);
    for (const box of boxes) tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
    tree.finish();
    return tree;
  },
};

function better(a: PlacedTarget, b: PlacedTarget, rank: TargetRank): PlacedTarget {
  const difference = rank(a.target) - rank(b.target);
  if (difference !== 0) return difference > 0 ? a : b;
  // Equal rank: what was painted later lies on top.
  return a.order > b.order ? a : b;
}

/** What an index is asked for, once it has its list. */
interface Listed {
  readonly placing: Placing;
  readonly tree: Kept<Box, Flatbush | null>;
  readonly places: Kept<Target, ReadonlyMap<string, number>>;
  readonly search: (box: Box) => PlacedTarget[];
  readonly get: (key: string) => PlacedTarget | null;
}

function listed(placing: Placing, before: Listed | undefined): Listed {
  const { list } = placing;
  const tree = kept(list, before?.tree.base, TREE);
  const places = kept(list, before?.places.base, PLACES);
  return {
    placing,
    tree,
    places,
    search: (box) => {
      const found = tree.base.made()?.search(box.x, box.y, box.x + box.w, box.y + box.h) ?? [];
      const more = tree.fresh.filter((at) => intersects((list[at] as PlacedTarget).box, box));
      return [...found.map(tree.now), ...more].flatMap((at) => list[at] ?? []);
    },
    get: (key) => {
      const at = places.base.made().get(key);
      const place = at === undefined ? -1 : places.now(at);
      const added = places.fresh.find((one) => list[one]?.key === key) ?? -1;
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
  let made = same ? listed(same, before) : null;
  const found = new Map<string, PlacedTarget | null>();
  const all = (): Listed => {
    made ??= listed(placedAnew(scene), before);
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
      all().tree.base.made();
      all().places.base.made();
    },
  };
  listings.set(index, () => made ?? before);
  return index;
}

const listings = new WeakMap<TargetIndex, () => Listed | undefined>();
