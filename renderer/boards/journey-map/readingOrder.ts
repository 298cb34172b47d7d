import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { cellPlace } from '@shared/boards/journey-map/targets';
import type { PlacedTarget } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { whereIs } from './entities';
import { contentsOf, visibleLanes } from './places';
import { isSelectable } from './targetRules';

type Now = SceneNow<JourneyMapDoc>;

const known = new WeakMap<Now, readonly PlacedTarget[]>();

/** A cell is a stop of its own only while it is empty: then one can add to it. */
function isStop(now: Now, placed: PlacedTarget): boolean {
  const { target } = placed;
  if (!isSelectable(target)) return false;
  const place = cellPlace(target);
  return place ? contentsOf(now.inputs.doc, place).length === 0 : true;
}

/** Everything the keyboard walks through, row by row from left to right; each thing once. */
export function stopsOf(now: Now): readonly PlacedTarget[] {
  const ready = known.get(now);
  if (ready) return ready;
  const { doc } = now.inputs;
  const row = new Map<string, number>(visibleLanes(doc).map((lane, at) => [lane.id, at + 1]));
  const rowOf = (placed: PlacedTarget) => row.get(whereIs(doc, placed.target).laneId ?? '') ?? 0;
  const head = (placed: PlacedTarget) => (placed.target.kind === 'lane' ? 0 : 1);
  const stops = now.index.list
    .filter((placed) => isStop(now, placed) && now.index.get(placed.key) === placed)
    .map((placed) => ({ placed, row: rowOf(placed) }))
    .sort((a, b) => {
      // Along the path everything of a station comes together, as it is painted.
      if (doc.info.form === 'path') return a.placed.order - b.placed.order;
      if (a.row !== b.row) return a.row - b.row;
      // The headers above the rows keep the order they are painted in.
      if (a.row === 0) return a.placed.order - b.placed.order;
      return head(a.placed) - head(b.placed) || a.placed.box.x - b.placed.box.x || a.placed.box.y - b.placed.box.y;
    })
    .map(({ placed }) => placed);
  known.set(now, stops);
  return stops;
}
