import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { intersects } from './boxes';
import { itemBounds, joinedRuns, placeIn, placesAlone, type Run } from './sceneMatch';

/** Finds the top-level items of a scene that touch a box, in painting order. */
export interface ItemIndex {
  readonly touching: (box: Box) => readonly Primitive[];
  /** The tree it asks, once there is one: the next scene's index may go on using it. */
  readonly grown: () => Grown | null;
}

/** A tree grown from some scene before, and where its items stand now. */
interface Grown {
  readonly tree: Flatbush;
  readonly runs: readonly Run[];
}

/** Below this many items looking at each is quicker than a tree. */
const SMALL = 48;
/** With more items that the tree does not know, a new tree is worth growing. */
const MANY_NEW = 250;
/** A tree is asked once for each distance that something moved since it was grown. */
const MANY_SHIFTS = 6;

function grow(items: readonly Primitive[]): Grown {
  const tree = new Flatbush(items.length);
  for (const item of items) {
    const box = itemBounds(item);
    tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
  }
  tree.finish();
  return { tree, runs: [{ from: 0, to: 0, count: items.length, dy: 0 }] };
}

/** Asks a tree for what it knows, where that was when it was grown, and looks at the rest one by one. */
function asking(items: readonly Primitive[], { tree, runs }: Grown, fresh: readonly number[]) {
  const shifts = [...new Set(runs.map(({ dy }) => dy))];
  return (box: Box): readonly Primitive[] => {
    const places = fresh.filter((at) => intersects(itemBounds(items[at] as Primitive), box));
    for (const dy of shifts) {
      for (const at of tree.search(box.x, box.y - dy, box.x + box.w, box.y + box.h - dy)) {
        const place = placeIn(runs, at, dy);
        if (place >= 0) places.push(place);
      }
    }
    return places.sort((a, b) => a - b).map((at) => items[at] as Primitive);
  };
}

/** What the index of the scene before can still be asked for; null when a new tree is worth it. */
function carriedOn(items: readonly Primitive[], known: Grown, since: readonly Run[]): ItemIndex | null {
  const grown = { tree: known.tree, runs: joinedRuns(known.runs, since) };
  const fresh = placesAlone(grown.runs, items.length, 'to');
  if (fresh.length > MANY_NEW || new Set(grown.runs.map(({ dy }) => dy)).size > MANY_SHIFTS) return null;
  return { grown: () => grown, touching: asking(items, grown, fresh) };
}

/** `last` is the index of the scene before, and how the items of this one correspond to that one's: its tree may serve on. */
export function itemIndex(
  { items }: Pick<Scene, 'items'>,
  last?: { readonly index: ItemIndex; readonly runs: readonly Run[] | null } | null,
): ItemIndex {
  if (items.length < SMALL) return { touching: () => items, grown: () => null };
  const known = last?.index.grown();
  const carried = known && last?.runs && carriedOn(items, known, last.runs);
  if (carried) return carried;
  let made: Grown | null = null;
  return {
    grown: () => made,
    touching: (box) => {
      made ??= grow(items);
      return asking(items, made, [])(box);
    },
  };
}
