import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { paintedBounds } from './boxes';

/** Finds the top-level items of a scene that touch a box, in painting order. */
export interface ItemIndex {
  readonly count: (box: Box) => number;
  readonly touching: (box: Box) => readonly Primitive[];
}

/** Below this many items looking at each is quicker than a tree. */
const SMALL = 48;

const boundsOf = new WeakMap<Primitive, Box>();

export function itemBounds(item: Primitive): Box {
  if (item.type === 'group') return item.bounds;
  const known = boundsOf.get(item);
  if (known) return known;
  const made = paintedBounds(item);
  boundsOf.set(item, made);
  return made;
}

function grow(tree: Flatbush, items: readonly Primitive[]): void {
  for (const item of items) {
    const box = itemBounds(item);
    tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
  }
  tree.finish();
}

export function itemIndex(scene: Scene): ItemIndex {
  const { items } = scene;
  if (items.length < SMALL) return { count: () => items.length, touching: () => items };
  let tree: Flatbush | null = null;
  const search = (box: Box): number[] => {
    if (!tree) {
      tree = new Flatbush(items.length);
      grow(tree, items);
    }
    return tree.search(box.x, box.y, box.x + box.w, box.y + box.h);
  };
  return {
    count: (box) => search(box).length,
    touching: (box) =>
      search(box)
        .sort((a, b) => a - b)
        .flatMap((index) => items[index] ?? []),
  };
}
