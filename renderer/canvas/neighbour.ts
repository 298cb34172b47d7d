import type { Box } from '@shared/scene/primitives';
import type { PlacedTarget } from './targetIndex';

export type Direction = 'left' | 'right' | 'up' | 'down';

const AXIS = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
} as const;

/** Sideways distance counts three times: an arrow key should not wander off its row or column. */
const SIDE_COST = 3;
/** What lies in the same row or column comes before everything else, however far. */
const NOT_STRAIGHT = 1e6;

const gap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.max(0, otherStart - (start + length), start - (otherStart + otherLength));

/** Rows that share a line are beside each other, not in each other's way: what only touches is not straight ahead. */
const TOUCH = 0.5;
const overlap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

const middle = (box: Box) => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** The target one arrow key away: the nearest straight ahead, else the nearest that lies ahead at all. */
export function neighbourOf(from: Box, direction: Direction, candidates: readonly PlacedTarget[]): PlacedTarget | null {
  const axis = AXIS[direction];
  const start = middle(from);
  let best: PlacedTarget | null = null;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const end = middle(candidate.box);
    const ahead = (end.x - start.x) * axis.x + (end.y - start.y) * axis.y;
    if (ahead <= 1) continue;
    const { box } = candidate;
    const across = axis.x === 0 ? ([from.x, from.w, box.x, box.w] as const) : ([from.y, from.h, box.y, box.h] as const);
    const side = gap(...across);
    const isStraight = overlap(...across) > TOUCH;
    const offset = axis.x === 0 ? Math.abs(end.x - start.x) : Math.abs(end.y - start.y);
    const cost = ahead + SIDE_COST * side + offset * 0.2 + (isStraight ? 0 : NOT_STRAIGHT);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}
