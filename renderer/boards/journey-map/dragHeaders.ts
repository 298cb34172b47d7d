import type { LaneId, StageId, StepId } from '@shared/base/ids';
import { moveLane } from '@shared/boards/journey-map/commands/lanes';
import { moveStage } from '@shared/boards/journey-map/commands/stages';
import { moveStep } from '@shared/boards/journey-map/commands/steps';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { lanesInOrder, stagesInOrder, stepsOf } from '@shared/boards/journey-map/order';
import type { Box, Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, type DragPicture, STILL } from '@/editor/drag';
import { indexAlong } from '@/editor/insertion';
import { stepOf } from './entities';
import { visibleLanes } from './places';

type Context = DragContext<JourneyMapDoc>;
type JourneyDrag = Drag<JourneyMapDoc>;

interface Placed {
  readonly id: string;
  readonly box: Box;
}

function placedOf(context: Context, kind: string, ids: readonly string[]): readonly Placed[] {
  return ids.flatMap((id) => {
    const box = context.now.index.get(targetKey({ kind, id }))?.box;
    return box ? [{ id, box }] : [];
  });
}

/** Everything below and right of the headers: how far the insertion line reaches. */
function mapBox(context: Context): Box {
  const cells = context.now.index.list.filter(({ target }) => target.kind === 'cell' || target.kind === 'lane');
  const right = Math.max(...cells.map(({ box }) => box.x + box.w));
  const bottom = Math.max(...cells.map(({ box }) => box.y + box.h));
  const left = Math.min(...cells.map(({ box }) => box.x));
  const top = Math.min(...cells.map(({ box }) => box.y));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The header follows the hand along one axis; `markAt` says where it would go. */
function headerDrag(
  context: Context,
  held: Target,
  axis: 'x' | 'y',
  markAt: (to: Point) => DragPicture<JourneyMapDoc>['drop'],
  run: () => void,
): JourneyDrag | null {
  const placed = context.now.index.get(targetKey(held));
  if (!placed) return null;
  const hidden = new Map([[placed.key, 'all' as const]]);
  return {
    move: (to) => ({
      ...STILL,
      hidden,
      lifted: {
        items: [placed.group],
        boxes: [placed.box],
        dx: axis === 'x' ? to.x - context.from.x : 0,
        dy: axis === 'y' ? to.y - context.from.y : 0,
      },
      drop: markAt(to),
    }),
    drop: () => {
      run();
      return [held];
    },
  };
}

const columnMark = (box: Box, x: number, map: Box): DragPicture<JourneyMapDoc>['drop'] => ({
  area: { x: x - 1, y: box.y, w: 2, h: box.h },
  line: { x1: x, y1: box.y, x2: x, y2: map.y + map.h },
  allowed: true,
});

/** Where the boundary before the `index`-th box lies; past the last, its far edge. */
function edge(boxes: readonly Placed[], index: number, axis: 'x' | 'y'): number {
  const at = boxes[index]?.box;
  const last = boxes.at(-1)?.box;
  if (axis === 'x') return at ? at.x : (last?.x ?? 0) + (last?.w ?? 0);
  return at ? at.y : (last?.y ?? 0) + (last?.h ?? 0);
}

/** Drags a stage header to another place among the stages. */
export function dragStage(context: Context, held: Target): JourneyDrag | null {
  const ids = stagesInOrder(context.now.inputs.doc).map((stage) => stage.id);
  const all = placedOf(context, 'stage', ids);
  const own = all.findIndex((one) => one.id === held.id);
  const box = all[own]?.box;
  if (!box) return null;
  const map = mapBox(context);
  let to = own;
  const mark = (point: Point) => {
    const index = indexAlong(
      point.x,
      all.map((one) => one.box),
      'x',
    );
    to = index > own ? index - 1 : index;
    return columnMark(box, edge(all, index, 'x'), map);
  };
  return headerDrag(context, held, 'x', mark, () => {
    if (to !== own) context.session.run(moveStage, { id: held.id as StageId, to });
  });
}

/** Drags a step header within its stage or to another one. */
export function dragStep(context: Context, held: Target): JourneyDrag | null {
  const { doc } = context.now.inputs;
  const step = stepOf(doc, held.id);
  const all = placedOf(
    context,
    'step',
    stagesInOrder(doc).flatMap((stage) => stepsOf(doc, stage.id).map(({ id }) => id)),
  );
  const own = all.find((one) => one.id === held.id);
  if (!step || !own) return null;
  const map = mapBox(context);
  const isOnly = stepsOf(doc, step.stageId).length < 2;
  let landing: { readonly stageId: StageId; readonly to: number } | null = null;
  const mark = (point: Point): DragPicture<JourneyMapDoc>['drop'] => {
    const over = all.find(({ box }) => point.x < box.x + box.w) ?? all.at(-1);
    const stageId = over ? stepOf(doc, over.id)?.stageId : undefined;
    landing = null;
    if (!over || !stageId) return null;
    if (isOnly && stageId !== step.stageId) return { area: over.box, line: null, allowed: false };
    const others = stepsOf(doc, stageId).filter(({ id }) => id !== held.id);
    const after = point.x > over.box.x + over.box.w / 2;
    const index = others.findIndex(({ id }) => id === over.id);
    landing = over.id === held.id ? null : { stageId, to: index + (after ? 1 : 0) };
    return columnMark(own.box, over.box.x + (after ? over.box.w : 0), map);
  };
  return headerDrag(context, held, 'x', mark, () => {
    if (landing) context.session.run(moveStep, { id: held.id as StepId, ...landing });
  });
}

/** Drags the name of a row up or down. */
export function dragLane(context: Context, held: Target): JourneyDrag | null {
  const { doc } = context.now.inputs;
  const all = placedOf(
    context,
    'lane',
    visibleLanes(doc).map((lane) => lane.id),
  );
  const own = all.findIndex((one) => one.id === held.id);
  if (own < 0) return null;
  const map = mapBox(context);
  let index = own;
  const mark = (point: Point): DragPicture<JourneyMapDoc>['drop'] => {
    index = indexAlong(
      point.y,
      all.map((one) => one.box),
      'y',
    );
    const y = edge(all, index, 'y');
    return {
      area: { x: map.x, y: y - 1, w: map.w, h: 2 },
      line: { x1: map.x, y1: y, x2: map.x + map.w, y2: y },
      allowed: true,
    };
  };
  return headerDrag(context, held, 'y', mark, () => {
    if (index === own || index === own + 1) return;
    // Hidden rows keep their place: go before the row under the mark, or behind the last one on the sheet.
    const others = lanesInOrder(doc).filter((lane) => lane.id !== held.id);
    const before = all[index];
    const last = all.filter((one) => one.id !== held.id).at(-1);
    const at = others.findIndex((lane) => lane.id === (before?.id ?? last?.id));
    context.session.run(moveLane, { id: held.id as LaneId, to: before ? at : at + 1 });
  });
}
