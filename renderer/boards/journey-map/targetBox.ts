import { cellPlace } from '@shared/boards/journey-map/targets';
import type { Box, Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import { targetKey } from '@/canvas/targetIndex';
import type { SceneNow } from './boardScene';

/** Where a target is on the sheet. A step without a header is its column. Null when it is not drawn (a hidden row). */
export function targetBox(now: SceneNow, target: Target): Box | null {
  const placed = now.index.get(targetKey(target));
  if (placed) return placed.box;
  if (target.kind !== 'step') return null;
  const cells = now.index.list.flatMap((one) => (cellPlace(one.target)?.stepId === target.id ? [one.box] : []));
  const [first] = cells;
  return first ? cells.reduce(union, first) : null;
}
