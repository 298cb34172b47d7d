import type { Primitive, TextLinePrimitive } from './primitives';

/** Calls back for every line of text, in painting order. */
export function eachText(items: readonly Primitive[], visit: (line: TextLinePrimitive) => void): void {
  for (const item of items) {
    if (item.type === 'text') visit(item);
    else if (item.type === 'group') eachText(item.children, visit);
  }
}

/** Every asset the pictures of these items need. */
export function assetsOf(items: readonly Primitive[]): ReadonlySet<string> {
  const assets = new Set<string>();
  const walk = (list: readonly Primitive[]): void => {
    for (const item of list) {
      if (item.type === 'image') assets.add(item.asset);
      else if (item.type === 'group') walk(item.children);
    }
  };
  walk(items);
  return assets;
}
