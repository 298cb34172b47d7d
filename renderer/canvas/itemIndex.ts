import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { intersects, paintedBounds } from './boxes';
import { freshPlaces, placeNow, type Shared, sharedEnds } from './patchedList';

/** Finds the top-level items of a scene that touch a box, in painting order. */
export interface ItemIndex {
  readonly touching: (box: Box) => readonly Primitive[];
  /** The tree, and the items it was grown from: the next scene's index may go on using them. */
  readonly base: () => Base | null;
}

interface Base {
  readonly items: readonly Primitive[];
  readonly tree: Flatbush;
}

/** Below this many items looking at each is quicker than a tree. */
const SMALL = 48;
/** With more items that the tree does not know, a new tree is worth growing. */
const MANY_NEW = 200;

const boundsOf = new WeakMap<Primitive, Box>();

export function itemBounds(item: Primitive): Box {
  if (item.type === 'group') return item.bounds;
  const known = boundsOf.get(item);
  if (known) return known;
  const made = paintedBounds(item);
  boundsOf.set(item, made);
  return made;
}

function grown(items: readonly Primitive[]): Base {
  const tree = new Flatbush(items.length);
  for (const item of items) {
    const box = itemBounds(item);
    tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
  }
  tree.finish();
  return { items, tree };
}

/** Asks a tree grown from another list of which most is in `items` too, and looks at the rest one by one. */
function patched(items: readonly Primitive[], base: Base, shared: Shared): ItemIndex {
  const fresh = freshPlaces(items.length, shared);
  return {
    base: () => base,
    touching: (box) => {
      const known = base.tree
        .search(box.x, box.y, box.x + box.w, box.y + box.h)
        .map((at) => placeNow(at, base.items.length, items.length, shared))
        .filter((at) => at >= 0);
      const more = fresh.filter((at) => intersects(itemBounds(items[at] as Primitive), box));
      return [...known, ...more].sort((a, b) => a - b).map((at) => items[at] as Primitive);
    },
  };
}

/** `last` is the index of the scene before: after a small change its tree serves on. */
export function itemIndex({ items }: Scene, last?: ItemIndex | null): ItemIndex {
  if (items.length < SMALL) return { touching: () => items, base: () => null };
  const base = last?.base();
  if (base) {
    const shared = sharedEnds(base.items, items);
    if (items.length - shared.head - shared.tail <= MANY_NEW) return patched(items, base, shared);
  }
  let made: Base | null = null;
  const own = (): Base => {
    made ??= grown(items);
    return made;
  };
  return {
    base: () => made,
    touching: (box) =>
      own()
        .tree.search(box.x, box.y, box.x + box.w, box.y + box.h)
        .sort((a, b) => a - b)
        .map((at) => items[at] as Primitive),
  };
}
