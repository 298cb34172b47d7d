import type { Box } from './primitives';
import type { ShapePrimitive } from './svgShapes';

function boundsOfPoints(points: readonly number[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = points[index] as number;
    const y = points[index + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Box that a shape may ink, its outline included. */
export function shapeBounds(shape: ShapePrimitive): Box {
  if (shape.type === 'image') return shape;
  const box = shape.type === 'line' ? boundsOfPoints(shape.points) : shape.type === 'path' ? shape.bounds : shape;
  const scale = shape.type === 'path' ? (shape.scale ?? 1) : 1;
  const reach = shape.stroke === undefined ? 0 : ((shape.strokeWidth ?? 1) * scale) / 2;
  return { x: box.x - reach, y: box.y - reach, w: box.w + 2 * reach, h: box.h + 2 * reach };
}
