import type { ClusterId, EmotionPointId, IndicatorId, LaneId, NoteId, StageId, TouchpointId } from '@shared/base/ids';
import { isByPersona } from '@shared/boards/journey-map/byPersona';
import { moveCluster } from '@shared/boards/journey-map/commands/clusters';
import { moveEmotionPoint } from '@shared/boards/journey-map/commands/emotionPoints';
import { moveIndicator } from '@shared/boards/journey-map/commands/indicators';
import { moveLane } from '@shared/boards/journey-map/commands/lanes';
import { moveNote } from '@shared/boards/journey-map/commands/notes';
import { moveStage } from '@shared/boards/journey-map/commands/stages';
import { moveStep } from '@shared/boards/journey-map/commands/steps';
import { moveTouchpoint, setTouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import {
  type EmotionPoint,
  holdsNotes,
  type JourneyMapDoc,
  type Step,
  type Touchpoint,
} from '@shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder, stagesInOrder, stepsOf } from '@shared/boards/journey-map/order';
import { type CellPlace, cellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import type { Direction } from '@/canvas/neighbour';
import type { RunOptions, Session } from '@/session/session';
import { cellOf, entityOf, laneOf, placeOf } from './entities';
import { cellAt, cellBeside, contentsOf, indexInCell, membersOf, visibleLanes } from './places';

type JourneySession = Session<JourneyMapDoc>;

const STEP_VALENCE = 0.1;
const BIG_VALENCE = 0.5;
const STEP_OFFSET = 0.05;

const sign = (direction: Direction): 1 | -1 => (direction === 'left' || direction === 'up' ? -1 : 1);
const isAcross = (direction: Direction): boolean => direction === 'left' || direction === 'right';

/** Puts a piece into a cell or, a note, into a group at an index (itself not counted; null is the end). */
export function putIn(
  session: JourneySession,
  target: Target,
  place: Target,
  at: number | null,
  options: RunOptions = {},
): void {
  const cell = cellPlace(place) ?? cellOf(session.store.getState().doc, place);
  if (!cell) return;
  const { laneId, stepId } = cell;
  const clusterId = place.kind === 'cluster' ? (place.id as ClusterId) : null;
  if (target.kind === 'note') {
    const doc = session.store.getState().doc;
    const lane = laneOf(doc, laneId);
    const byPersona = lane !== null && isByPersona(doc, lane);
    const index = byPersona && !clusterId ? indexInCell(doc, cell, at, target.id) : at;
    const whom = byPersona ? { personaId: cell.personaId ?? null } : {};
    session.run(moveNote, { id: target.id as NoteId, place: cell, clusterId, at: index, ...whom }, options);
  }
  if (target.kind === 'cluster') session.run(moveCluster, { id: target.id as ClusterId, place: cell, at }, options);
  if (stepId === null) return;
  if (target.kind === 'touchpoint') {
    session.run(moveTouchpoint, { id: target.id as TouchpointId, laneId, stepId, at }, options);
  }
  if (target.kind === 'indicator') {
    session.run(moveIndicator, { id: target.id as IndicatorId, laneId, stepId, at }, options);
  }
}

/** True when a place takes this kind of piece: groups take notes, rows what they hold. */
export function takes(doc: JourneyMapDoc, place: Target, target: Target): boolean {
  if (place.kind === 'cluster') return target.kind === 'note';
  const cell = cellPlace(place);
  const kind = cell && laneOf(doc, cell.laneId)?.kind;
  if (!kind) return false;
  if (target.kind === 'note' || target.kind === 'cluster') return holdsNotes(kind);
  if (target.kind === 'touchpoint') return kind === 'touchpoints';
  return target.kind === 'indicator' && kind === 'indicators';
}

/** The same place in the next row (or the one before) that takes the piece. */
function cellBelow(doc: JourneyMapDoc, target: Target, place: CellPlace, by: 1 | -1): CellPlace | null {
  const lanes = visibleLanes(doc);
  for (let at = lanes.findIndex((lane) => lane.id === place.laneId) + by; lanes[at]; at += by) {
    const lane = lanes[at];
    const cell = lane && !lane.folded ? cellAt(doc, lane, place.stageId, place.stepId) : null;
    if (cell && takes(doc, cellTarget(cell), target)) return cell;
  }
  return null;
}

function movePiece(session: JourneySession, target: Target, direction: Direction, options: RunOptions): boolean {
  const doc = session.store.getState().doc;
  const cell = cellOf(doc, target);
  const place = placeOf(doc, target);
  if (!cell || !place) return false;
  const by = sign(direction);
  if (isAcross(direction)) {
    const next = cellBeside(doc, cell, by);
    if (!next) return false;
    putIn(session, target, cellTarget(next), by > 0 ? 0 : null, options);
    return true;
  }
  const siblings = place.kind === 'cluster' ? membersOf(doc, place) : contentsOf(doc, cell);
  const to = siblings.findIndex((one) => one.id === target.id) + by;
  if (to >= 0 && to < siblings.length) {
    putIn(session, target, place, to, options);
    return true;
  }
  if (place.kind === 'cluster') {
    // Past the edge of its group it stands beside it.
    const at = contentsOf(doc, cell).findIndex((one) => one.id === place.id);
    putIn(session, target, cellTarget(cell), by > 0 ? at + 1 : at, options);
    return true;
  }
  const next = cellBelow(doc, target, cell, by);
  if (!next) return false;
  putIn(session, target, cellTarget(next), by > 0 ? 0 : null, options);
  return true;
}

function moveStageBy(session: JourneySession, id: StageId, by: 1 | -1): boolean {
  const stages = stagesInOrder(session.store.getState().doc);
  const to = stages.findIndex((stage) => stage.id === id) + by;
  if (to < 0 || to >= stages.length) return false;
  session.run(moveStage, { id, to });
  return true;
}

function moveStepBy(session: JourneySession, step: Step, by: 1 | -1): boolean {
  const doc = session.store.getState().doc;
  const siblings = stepsOf(doc, step.stageId);
  const to = siblings.findIndex((one) => one.id === step.id) + by;
  if (to >= 0 && to < siblings.length) {
    session.run(moveStep, { id: step.id, stageId: step.stageId, to });
    return true;
  }
  const stages = stagesInOrder(doc);
  const stage = stages[stages.findIndex((one) => one.id === step.stageId) + by];
  if (!stage || siblings.length < 2) return false;
  session.run(moveStep, { id: step.id, stageId: stage.id, to: by > 0 ? 0 : null });
  return true;
}

/** Moves a row past the next row that is on the sheet. */
function moveLaneBy(session: JourneySession, id: LaneId, by: 1 | -1): boolean {
  const doc = session.store.getState().doc;
  const shown = visibleLanes(doc);
  const beside = shown[shown.findIndex((lane) => lane.id === id) + by];
  if (!beside) return false;
  const others = lanesInOrder(doc).filter((lane) => lane.id !== id);
  const at = others.findIndex((lane) => lane.id === beside.id);
  session.run(moveLane, { id, to: by > 0 ? at + 1 : at });
  return true;
}

function movePoint(session: JourneySession, point: EmotionPoint, direction: Direction): boolean {
  const by = sign(direction);
  if (!isAcross(direction)) return changeValence(session, point, -by * BIG_VALENCE);
  const columns = columnsInOrder(session.store.getState().doc);
  const step = columns[columns.findIndex((one) => one.id === point.stepId) + by];
  if (!step) return false;
  session.run(moveEmotionPoint, { id: point.id, stepId: step.id });
  return true;
}

function changeValence(session: JourneySession, point: EmotionPoint, by: number): boolean {
  const valence = Math.max(-2, Math.min(2, Math.round((point.valence + by) * 10) / 10));
  if (valence === point.valence) return false;
  session.run(moveEmotionPoint, { id: point.id, valence }, { mergeKey: `valence:${point.id}` });
  return true;
}

/** Along the path a station passes the next one, up and down it goes over to the other bank. */
function moveStation(session: JourneySession, station: Touchpoint, direction: Direction, options: RunOptions): boolean {
  const target = { kind: 'touchpoint', id: station.id };
  if (isAcross(direction)) {
    const doc = session.store.getState().doc;
    const siblings = contentsOf(doc, { ...station, stageId: doc.steps[station.stepId]?.stageId as StageId });
    const to = siblings.findIndex(({ id }) => id === station.id) + sign(direction);
    if (to < 0 || to >= siblings.length) return movePiece(session, target, direction, options);
    session.run(moveTouchpoint, { id: station.id, laneId: station.laneId, stepId: station.stepId, at: to }, options);
    return true;
  }
  const medium = direction === 'up' ? 'online' : 'offline';
  if (station.medium === medium) return false;
  session.run(setTouchpointFields, { id: station.id, fields: { medium } }, options);
  return true;
}

/** Moves a thing one place in a direction (Alt and an arrow). False when it cannot go there. */
export function moveTarget(
  session: JourneySession,
  target: Target,
  direction: Direction,
  options: RunOptions = {},
): boolean {
  const found = entityOf(session.store.getState().doc, target);
  const by = sign(direction);
  switch (found?.kind) {
    case 'note':
      return !found.entity.locked && movePiece(session, target, direction, options);
    case 'touchpoint':
      if (session.store.getState().doc.info.form === 'path')
        return moveStation(session, found.entity, direction, options);
      return movePiece(session, target, direction, options);
    case 'cluster':
    case 'indicator':
      return movePiece(session, target, direction, options);
    case 'emotion-point':
      return movePoint(session, found.entity, direction);
    case 'stage':
      return isAcross(direction) && moveStageBy(session, found.entity.id, by);
    case 'step':
      return isAcross(direction) && moveStepBy(session, found.entity, by);
    case 'lane':
      return !isAcross(direction) && moveLaneBy(session, found.entity.id, by);
    default:
      return false;
  }
}

/** Up and down on a face: a tenth of the scale, or half a point. */
export function nudgeValence(session: JourneySession, id: EmotionPointId, up: boolean, large: boolean): boolean {
  const found = entityOf(session.store.getState().doc, { kind: 'emotion-point', id });
  if (found?.kind !== 'emotion-point') return false;
  return changeValence(session, found.entity, (up ? 1 : -1) * (large ? BIG_VALENCE : STEP_VALENCE));
}

/** Shifts a face inside its step, in twentieths of the step's width. */
export function nudgeOffset(session: JourneySession, id: EmotionPointId, right: boolean): boolean {
  const found = entityOf(session.store.getState().doc, { kind: 'emotion-point', id });
  if (found?.kind !== 'emotion-point') return false;
  const wanted = found.entity.offset + (right ? STEP_OFFSET : -STEP_OFFSET);
  const offset = Math.max(0, Math.min(1, Math.round(wanted * 1000) / 1000));
  if (offset === found.entity.offset) return false;
  session.run(moveEmotionPoint, { id, offset }, { mergeKey: `offset:${id}` });
  return true;
}
