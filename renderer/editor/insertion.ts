import type { Box } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import type { DropHint } from '@/canvas/overlayModel';

/** Where a piece would go among boxes that stand in order: its index, and the line that shows it. */
export interface Insertion {
  readonly index: number;
  readonly line: DropHint['line'];
}

const overlapY = (a: Box, b: Box): boolean => a.y < b.y + b.h && b.y < a.y + a.h;

/** Boxes that stand side by side somewhere: then left and right decide, else above and below. */
function isSideBySide(boxes: readonly Box[]): boolean {
  return boxes.some((box, at) => {
    const next = boxes[at + 1];
    return next !== undefined && overlapY(box, next) && Math.abs(next.x - box.x) > box.w / 2;
  });
}

const horizontal = (x: number, y: number, w: number): DropHint['line'] => ({ x1: x, y1: y, x2: x + w, y2: y });
const vertical = (x: number, y: number, h: number): DropHint['line'] => ({ x1: x, y1: y, x2: x, y2: y + h });

function inStack(point: Point, boxes: readonly Box[], area: Box): Insertion {
  const found = boxes.findIndex((box) => point.y < box.y + box.h / 2);
  const index = found < 0 ? boxes.length : found;
  const above = boxes[index - 1];
  const below = boxes[index];
  const edge =
    above && below ? (above.y + above.h + below.y) / 2 : above ? above.y + above.h + 3 : (below?.y ?? area.y) - 3;
  const y = Math.min(area.y + area.h - 2, Math.max(area.y + 2, edge));
  return { index, line: horizontal(area.x + 6, y, area.w - 12) };
}

function inFlow(point: Point, boxes: readonly Box[]): Insertion {
  let index = boxes.length;
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at];
    if (!box) continue;
    const onRow = point.y < box.y + box.h;
    if (onRow && point.x < box.x + box.w / 2) {
      index = at;
      break;
    }
    const next = boxes[at + 1];
    if (onRow && (!next || !overlapY(box, next))) {
      index = at + 1;
      break;
    }
  }
  const before = boxes[index - 1];
  const after = boxes[index];
  // At the end of a line the mark stands behind its last box, not before the first of the next line.
  const beside = before && (!after || !overlapY(before, after)) ? before : null;
  if (beside) return { index, line: vertical(beside.x + beside.w + 4, beside.y, beside.h) };
  return { index, line: after ? vertical(after.x - 4, after.y, after.h) : null };
}

/** Index and mark for a point over a cell; the boxes are its pieces in order, the dragged ones left out. */
export function insertionAt(point: Point, boxes: readonly Box[], area: Box): Insertion {
  if (boxes.length === 0) return { index: 0, line: null };
  return isSideBySide(boxes) ? inFlow(point, boxes) : inStack(point, boxes, area);
}

/** Index among boxes along one axis: before the first whose middle lies beyond the point. */
export function indexAlong(position: number, boxes: readonly Box[], axis: 'x' | 'y'): number {
  const found = boxes.findIndex((box) => position < (axis === 'x' ? box.x + box.w / 2 : box.y + box.h / 2));
  return found < 0 ? boxes.length : found;
}
