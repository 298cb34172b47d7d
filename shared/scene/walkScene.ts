import type { Primitive, TextLinePrimitive } from './primitives';

/** Calls back for every line of text, in painting order. */
export function eachText(items: readonly Primitive[], visit: (line: TextLinePrimitive) => void): void {
  for (const item of items) {
    if (item.type === 'text') visit(item);
    else if (item.type === 'group') eachText(item.children, visit);
  }
}
