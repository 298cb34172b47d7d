import type { Box, Scene } from '@shared/scene/primitives';
import { inflate, union } from './boxes';
import { itemBounds } from './itemIndex';

/** What must be painted again between two scenes: everything, or these rectangles. */
export type SceneChange = { readonly all: true } | { readonly all: false; readonly boxes: readonly Box[] };

/** More rectangles than this are joined into one. */
const MANY = 40;
/** Shadows and smoothing reach a little past the bounds. */
const REACH = 2;

/** Compares scenes by the identity of their items: an unchanged item is the same object. */
export function sceneChange(before: Scene, after: Scene): SceneChange {
  if (before.width !== after.width || before.height !== after.height || before.background !== after.background) {
    return { all: true };
  }
  const old = new Set(before.items);
  const boxes: Box[] = [];
  for (const item of after.items) if (!old.delete(item)) boxes.push(inflate(itemBounds(item), REACH));
  for (const gone of old) boxes.push(inflate(itemBounds(gone), REACH));
  const first = boxes[0];
  if (boxes.length <= MANY || !first) return { all: false, boxes };
  return { all: false, boxes: [boxes.reduce(union, first)] };
}
