import type { Box, Primitive } from '@shared/scene/primitives';

/** Arithmetic on boxes, in any unit. */
export const intersects = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;

export const containsPoint = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;

export const inflate = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: box.w + 2 * by,
  h: box.h + 2 * by,
});

export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** Box between two corners given in any order. */
export const boxOf = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  w: Math.abs(x2 - x1),
  h: Math.abs(y2 - y1),
});

function lineBounds(points: readonly number[]): Box {
  let x1 = Infinity;
  let y1 = Infinity;
  let x2 = -Infinity;
  let y2 = -Infinity;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (x < x1) x1 = x;
    if (x > x2) x2 = x;
    if (y < y1) y1 = y;
    if (y > y2) y2 = y;
  }
  return { x: x1, y: y1, w: x2 - x1, h: y2 - y1 };
}

const SHIFT = { left: 0, center: 0.5, right: 1 } as const;

/** What a primitive may touch when it is painted, strokes included. */
export function paintedBounds(item: Primitive): Box {
  switch (item.type) {
    case 'group':
      return item.bounds;
    case 'image':
      return item;
    case 'rect':
      return inflate(item, item.stroke ? (item.strokeWidth ?? 1) / 2 : 0);
    case 'line':
      return inflate(lineBounds(item.points), item.stroke ? (item.strokeWidth ?? 1) : 0);
    case 'path':
      return inflate(item.bounds, item.stroke ? (item.strokeWidth ?? 1) : 0);
    case 'text':
      return {
        x: item.x - item.width * SHIFT[item.align ?? 'left'],
        y: item.y - item.font.size,
        w: item.width,
        h: item.font.size * 1.35,
      };
  }
}
