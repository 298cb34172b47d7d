import type { EmotionPointId, StepId } from '@shared/base/ids';
import { moveEmotionPoint } from '@shared/boards/journey-map/commands/emotionPoints';
import { valenceAt } from '@shared/boards/journey-map/layout/emotionLane';
import type { EmotionPoint, JourneyMapDoc } from '@shared/boards/journey-map/model';
import { cellPlace } from '@shared/boards/journey-map/targets';
import { formatValence } from '@shared/boards/pieces/valence';
import type { Box, Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { type Drag, type DragContext, STILL } from '@/editor/drag';
import { pointOf, stepOf } from './entities';
import { cellTarget } from './places';

const placeRank = (target: Target): number => (target.kind === 'cell' ? 1 : -1);

export interface CurveSpot {
  readonly stepId: StepId;
  readonly offset: number;
  readonly valence: number;
}

/** Where a scene point lies on an emotion row: its step, its place in the step, its valence in tenths. Null elsewhere. */
export function curveSpot(now: SceneNow<JourneyMapDoc>, at: Point): (CurveSpot & { readonly laneId: string }) | null {
  const cell = now.index.at(at.x, at.y, placeRank);
  const place = cell ? cellPlace(cell.target) : null;
  if (!cell || !place?.stepId || now.inputs.doc.lanes[place.laneId]?.kind !== 'emotion') return null;
  return { laneId: place.laneId, stepId: place.stepId, ...within(now, cell.box, at) };
}

function within(
  now: SceneNow<JourneyMapDoc>,
  cell: Box,
  at: Point,
): { readonly offset: number; readonly valence: number } {
  const valence = valenceAt(cell, at.y, now.inputs.compact ? 'compact' : 'screen');
  const offset = Math.min(1, Math.max(0, (at.x - cell.x) / cell.w));
  return { valence: Math.round(valence * 10) / 10, offset: Math.round(offset * 1000) / 1000 };
}

const withPoint = (doc: JourneyMapDoc, point: EmotionPoint): JourneyMapDoc => ({
  ...doc,
  emotionPoints: { ...doc.emotionPoints, [point.id]: point },
});

/** Moves of less than this across, in scene units, are meant straight up or down. */
const STRAIGHT = 8;

/** Drags a face up and down in tenths, and across within its step; the curve follows. */
export function dragFace(context: DragContext<JourneyMapDoc>, held: Target): Drag<JourneyMapDoc> | null {
  const { now, from, session, lang } = context;
  const { doc } = now.inputs;
  const point = pointOf(doc, held.id);
  const placed = now.index.get(targetKey(held));
  const stageId = point ? stepOf(doc, point.stepId)?.stageId : undefined;
  if (!point || !placed || !stageId) return null;
  const cell = now.index.get(targetKey(cellTarget({ laneId: point.laneId, stageId, stepId: point.stepId })))?.box;
  if (!cell) return null;
  // The face keeps the distance it was grabbed at.
  const grab = { x: placed.box.x + placed.box.w / 2 - from.x, y: placed.box.y + placed.box.h / 2 - from.y };
  let moved: EmotionPoint = point;
  return {
    move: (to, mods) => {
      const spot = within(now, cell, { x: to.x + grab.x, y: to.y + grab.y });
      const isStraight = mods.shift || Math.abs(to.x - from.x) < STRAIGHT;
      moved = { ...point, valence: spot.valence, offset: isStraight ? point.offset : spot.offset };
      const badge = { text: formatValence(moved.valence, lang), at: to };
      return { ...STILL, badge, provisional: withPoint(doc, moved) };
    },
    drop: () => {
      const { valence, offset } = moved;
      if (valence !== point.valence || offset !== point.offset) {
        session.run(moveEmotionPoint, { id: held.id as EmotionPointId, valence, offset });
      }
      return [held];
    },
  };
}
