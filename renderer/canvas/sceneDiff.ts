import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import { inflate } from './boxes';
import { itemBounds } from './itemIndex';
import { sharedEnds } from './patchedList';

/** More rectangles than this are joined into one. */
const MANY = 300;
/** Where more items than this stand between what is the same before and after, all of them are taken for changed. */
const VERY_MANY = 1500;
/** Shadows and smoothing reach a little past the bounds. */
const REACH = 2;

/** The rectangles that look different in another scene. Items are compared by identity: an unchanged one is the same object. */
export function sceneChange(before: Scene, after: Scene): readonly Box[] {
  const { head, tail } = sharedEnds(before.items, after.items);
  const gone = before.items.slice(head, before.items.length - tail);
  const come = after.items.slice(head, after.items.length - tail);
  if (gone.length + come.length > VERY_MANY) return joined(gone, come);
  const old = new Set(gone);
  const changed = [...come.filter((item) => !old.delete(item)), ...old];
  return changed.length > MANY ? joined(changed) : changed.map((item) => inflate(itemBounds(item), REACH));
}

function joined(...lists: readonly (readonly Primitive[])[]): readonly Box[] {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const list of lists) {
    for (const item of list) {
      const { x, y, w, h } = itemBounds(item);
      x1 = Math.min(x1, x);
      y1 = Math.min(y1, y);
      x2 = Math.max(x2, x + w);
      y2 = Math.max(y2, y + h);
    }
  }
  return [inflate({ x: x1, y: y1, w: x2 - x1, h: y2 - y1 }, REACH)];
}
