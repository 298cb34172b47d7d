import type { LaneId, StageId, StepId } from '@shared/base/ids';
import { type JourneyMapDoc, type Lane, type LaneKind, STEP_LANES } from '@shared/boards/journey-map/model';
import {
  columnsInOrder,
  emotionPointsIn,
  indicatorsIn,
  lanesInOrder,
  slotsOf,
  stagesInOrder,
  touchpointsIn,
} from '@shared/boards/journey-map/order';
import { type CellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import { cellOf, firstStep, laneOf, stepOf, whereIs } from './entities';

const NOT_NOTES: ReadonlySet<LaneKind> = new Set(['touchpoints', 'emotion', 'indicators']);

/** True for rows that hold notes. */
export const holdsNotes = (kind: LaneKind): boolean => !NOT_NOTES.has(kind);

/** Rows on the sheet, top to bottom. */
export const visibleLanes = (doc: JourneyMapDoc): readonly Lane[] => lanesInOrder(doc).filter((lane) => !lane.hidden);

/** The cell of a row at a place: of the step where the row is cut by steps, else of the whole stage. */
export function cellAt(doc: JourneyMapDoc, lane: Lane, stageId: StageId, stepId: StepId | null): CellPlace | null {
  if (!STEP_LANES.has(lane.kind)) return { laneId: lane.id, stageId, stepId: null };
  const step = stepId && stepOf(doc, stepId)?.stageId === stageId ? stepId : (firstStep(doc, stageId)?.id ?? null);
  return step ? { laneId: lane.id, stageId, stepId: step } : null;
}

/** Cells of a row from left to right. */
export function cellsOf(doc: JourneyMapDoc, lane: Lane): readonly CellPlace[] {
  if (!STEP_LANES.has(lane.kind)) {
    return stagesInOrder(doc).map((stage) => ({ laneId: lane.id, stageId: stage.id, stepId: null }));
  }
  return columnsInOrder(doc).map((step) => ({ laneId: lane.id, stageId: step.stageId, stepId: step.id }));
}

/** What stands in a cell, in order. */
export function contentsOf(doc: JourneyMapDoc, place: CellPlace): readonly Target[] {
  const lane = laneOf(doc, place.laneId);
  const asTargets = (kind: string, list: readonly { readonly id: string }[]): Target[] =>
    list.map(({ id }) => ({ kind, id }));
  switch (lane?.kind) {
    case undefined:
      return [];
    case 'touchpoints':
      return asTargets('touchpoint', touchpointsIn(doc, place));
    case 'indicators':
      return asTargets('indicator', indicatorsIn(doc, place));
    case 'emotion':
      return asTargets(
        'emotion-point',
        emotionPointsIn(doc, place.laneId).filter((point) => point.stepId === place.stepId),
      );
    default:
      return slotsOf(doc, place).map((slot) =>
        slot.cluster ? { kind: 'cluster', id: slot.cluster.id } : { kind: 'note', id: slot.note.id },
      );
  }
}

/** Notes of a group, in order. */
export function membersOf(doc: JourneyMapDoc, group: Target): readonly Target[] {
  const cell = cellOf(doc, group);
  const slot = cell && slotsOf(doc, cell).find(({ cluster }) => cluster?.id === group.id);
  return slot?.cluster ? slot.notes.map(({ id }) => ({ kind: 'note', id })) : [];
}

/** The next cell of a row (or the previous one); null past its end. */
export function cellBeside(doc: JourneyMapDoc, place: CellPlace, by: 1 | -1): CellPlace | null {
  const lane = laneOf(doc, place.laneId);
  if (!lane) return null;
  const cells = cellsOf(doc, lane);
  const at = cells.findIndex((cell) => cell.stageId === place.stageId && cell.stepId === place.stepId);
  if (at >= 0) return cells[at + by] ?? null;
  // A note of one step in a row of stages: go by the row's own cells.
  const stageAt = cells.findIndex((cell) => cell.stageId === place.stageId);
  return stageAt >= 0 ? (cells[stageAt + by] ?? null) : null;
}

/** The row of a kind that something new goes to: the selected one if it fits, else the first one on the sheet, else a hidden one. */
export function laneFor(doc: JourneyMapDoc, fits: (lane: Lane) => boolean, wanted: LaneId | null): Lane | null {
  const own = wanted ? laneOf(doc, wanted) : null;
  if (own && fits(own)) return own;
  return visibleLanes(doc).find(fits) ?? lanesInOrder(doc).find(fits) ?? null;
}

/** Where something new goes for a selection: its cell in the given row, else the first cell. */
export function placeFor(doc: JourneyMapDoc, lane: Lane, selected: Target | null): CellPlace | null {
  const where = selected ? whereIs(doc, selected) : null;
  const stageId = where?.stageId ?? stagesInOrder(doc)[0]?.id;
  return stageId ? cellAt(doc, lane, stageId, where?.stepId ?? null) : null;
}

export { cellTarget };
