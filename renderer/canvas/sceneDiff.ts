import type { Box, Scene } from '@shared/scene/primitives';
import { inflate, union } from './boxes';
import { itemBounds, sharedEnds } from './itemIndex';

/** More rectangles than this are joined into one. */
const MANY = 300;
/** Shadows and smoothing reach a little past the bounds. */
const REACH = 2;

/** The rectangles that look different in another scene. Items are compared by identity: an unchanged one is the same object. */
export function sceneChange(before: Scene, after: Scene): readonly Box[] {
  const { head, tail } = sharedEnds(before.items, after.items);
  const old = new Set(before.items.slice(head, before.items.length - tail));
  const boxes: Box[] = [];
  for (const item of after.items.slice(head, after.items.length - tail))
    if (!old.delete(item)) boxes.push(inflate(itemBounds(item), REACH));
  for (const gone of old) boxes.push(inflate(itemBounds(gone), REACH));
  const first = boxes[0];
  return boxes.length <= MANY || !first ? boxes : [boxes.reduce(union, first)];
}
