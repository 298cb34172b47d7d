import type { Box } from '@shared/scene/primitives';

/** Where boxes are lined up. */
export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'x' | 'y';

const start = (box: Box, axis: Axis): number => (axis === 'x' ? box.x : box.y);
const length = (box: Box, axis: Axis): number => (axis === 'x' ? box.w : box.h);
const end = (box: Box, axis: Axis): number => start(box, axis) + length(box, axis);
const moved = (box: Box, axis: Axis, to: number): Box => (axis === 'x' ? { ...box, x: to } : { ...box, y: to });

/** The boxes lined up on an edge of what they cover together, or about its middle; each keeps its size and its other coordinate. */
export function aligned(boxes: readonly Box[], edge: Edge): readonly Box[] {
  const axis: Axis = edge === 'left' || edge === 'center' || edge === 'right' ? 'x' : 'y';
  const first = Math.min(...boxes.map((box) => start(box, axis)));
  const last = Math.max(...boxes.map((box) => end(box, axis)));
  return boxes.map((box) => {
    if (edge === 'left' || edge === 'top') return moved(box, axis, first);
    if (edge === 'right' || edge === 'bottom') return moved(box, axis, last - length(box, axis));
    return moved(box, axis, (first + last - length(box, axis)) / 2);
  });
}

/** The boxes with the same gap between neighbours; the outermost two stay. Fewer than three are left as they are. */
export function distributed(boxes: readonly Box[], axis: Axis): readonly Box[] {
  if (boxes.length < 3) return boxes;
  const order = boxes.map((_, at) => at);
  const at = (index: number): Box => boxes[index] ?? { x: 0, y: 0, w: 0, h: 0 };
  order.sort((a, b) => start(at(a), axis) + end(at(a), axis) - start(at(b), axis) - end(at(b), axis) || a - b);
  const first = start(at(order[0] ?? 0), axis);
  const last = end(at(order.at(-1) ?? 0), axis);
  const filled = boxes.reduce((sum, box) => sum + length(box, axis), 0);
  const gap = (last - first - filled) / (boxes.length - 1);
  const placed = [...boxes];
  let next = first;
  for (const index of order) {
    placed[index] = moved(at(index), axis, next);
    next += length(at(index), axis) + gap;
  }
  return placed;
}

/** A line that shows what a box was snapped to, in scene units. */
export interface Guide {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Snap {
  readonly by: number;
  /** Coordinate of the shared line. */
  readonly at: number;
  readonly other: Box;
}

/** The smallest move along an axis that brings an edge or the middle of the box onto one of another box's, within reach. */
function nearest(box: Box, others: readonly Box[], axis: Axis, reach: number): Snap | null {
  const lines = (one: Box): readonly number[] => [
    start(one, axis),
    (start(one, axis) + end(one, axis)) / 2,
    end(one, axis),
  ];
  let best: Snap | null = null;
  for (const other of others) {
    for (const at of lines(other)) {
      for (const own of lines(box)) {
        const by = at - own;
        if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, at, other };
      }
    }
  }
  return best;
}

function guideOf(snap: Snap, box: Box, axis: Axis): Guide {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const from = Math.min(start(box, across), start(snap.other, across));
  const to = Math.max(end(box, across), end(snap.other, across));
  return axis === 'x' ? { x1: snap.at, y1: from, x2: snap.at, y2: to } : { x1: from, y1: snap.at, x2: to, y2: snap.at };
}

/** Moves a box the least so that it lines up with its neighbours, each axis for itself; the lines that show with what. */
export function snapped(
  box: Box,
  others: readonly Box[],
  reach: number,
): { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] } {
  const x = nearest(box, others, 'x', reach);
  const y = nearest(box, others, 'y', reach);
  const dx = x?.by ?? 0;
  const dy = y?.by ?? 0;
  const to = { ...box, x: box.x + dx, y: box.y + dy };
  const guides = [x && guideOf(x, to, 'x'), y && guideOf(y, to, 'y')].filter((guide) => guide !== null);
  return { dx, dy, guides };
}
