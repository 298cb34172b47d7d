import type { EmotionPointId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { shownPoints } from '@shared/boards/journey-map/shown';
import type { Target } from '@shared/scene/primitives';
import type { Direction } from '@/canvas/neighbour';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardController } from '@/editor/boardController';
import { go } from '@/editor/keys';
import type { Session } from '@/session/session';
import { laneOf, pointOf } from './entities';
import { nudgeOffset, nudgeValence } from './moving';

/** Arrows on a face: up and down change what is felt, left and right go along the curve, with Shift inside the step. */
export function arrowOnFace(
  controller: BoardController<JourneyMapDoc>,
  target: Target,
  direction: Direction,
  shift: boolean,
): boolean | null {
  if (target.kind !== 'emotion-point') return null;
  const id = target.id as EmotionPointId;
  const { session } = controller;
  if (direction === 'up' || direction === 'down') return nudgeValence(session, id, direction === 'up', shift) || true;
  if (shift) return nudgeOffset(session, id, direction === 'right') || true;
  const doc = session.store.getState().doc;
  const point = pointOf(doc, id);
  const lane = point && laneOf(doc, point.laneId);
  const first = doc.info.personaIds[0] ?? null;
  // Along the curve it stands on, whatever others cross it.
  const points = (lane ? shownPoints(doc, lane) : []).filter(
    (one) => one.state === point?.state && (one.personaId ?? first) === (point.personaId ?? first),
  );
  const next = points[points.findIndex((one) => one.id === id) + (direction === 'right' ? 1 : -1)];
  if (next) go(controller, controller.now().index.get(targetKey({ kind: 'emotion-point', id: next.id })), false);
  return true;
}

/** Plus and minus on the line of a face in the outline. */
export function stepFace(session: Session<JourneyMapDoc>, target: Target, up: boolean): boolean {
  if (target.kind !== 'emotion-point') return false;
  nudgeValence(session, target.id as EmotionPointId, up, false);
  return true;
}
