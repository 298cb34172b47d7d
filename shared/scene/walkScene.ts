import type { ImagePrimitive, Primitive, TextLinePrimitive } from './primitives';

/** Calls back for every line of text, in painting order. */
export function eachText(items: readonly Primitive[], visit: (line: TextLinePrimitive) => void): void {
  for (const item of items) {
    if (item.type === 'text') visit(item);
    else if (item.type === 'group') eachText(item.children, visit);
  }
}

function eachImage(items: readonly Primitive[], visit: (image: ImagePrimitive) => void): void {
  for (const item of items) {
    if (item.type === 'image') visit(item);
    else if (item.type === 'group') eachImage(item.children, visit);
  }
}

/** The pictures that drawing these items takes: the longer side of the largest drawing of each asset, in scene units. */
export function usedImages(items: readonly Primitive[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  eachImage(items, ({ asset, w, h }) => used.set(asset, Math.max(used.get(asset) ?? 0, w, h)));
  return used;
}
