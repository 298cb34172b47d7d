import type { LaneId, StageId, StepId } from '../../../base/ids';
import type { Draft } from '../../../document/command';
import { entity } from '../../../model/entity';
import { inOrder } from '../../../model/orderKey';
import { holdsNotes, type JourneyMapDoc, type LaneKind, STEP_LANES, type Step } from '../model';
import type { CellPlace } from '../targets';

/** What commands of a journey map write on. */
export type JourneyDraft = Draft<JourneyMapDoc>;

/** Steps of a stage, left to right. */
export const stepsOfStage = (draft: JourneyDraft, stageId: StageId): Step[] =>
  inOrder<Step>(draft.steps, (step) => step.stageId === stageId);

/**
 * Where a note of this cell really goes: in rows cut by step a note without a step goes to the first one. Null when the row
 * holds no notes or when row, stage or step are gone.
 */
export function notePlace(draft: JourneyDraft, wanted: CellPlace): CellPlace | null {
  const { laneId, stageId, stepId } = wanted;
  const place = { laneId, stageId, stepId };
  const lane = entity(draft.lanes, place.laneId);
  if (!lane || !holdsNotes(lane.kind) || !entity(draft.stages, place.stageId)) return null;
  if (place.stepId !== null) return entity(draft.steps, place.stepId)?.stageId === place.stageId ? place : null;
  if (!STEP_LANES.has(lane.kind)) return place;
  const first = stepsOfStage(draft, place.stageId)[0];
  return first ? { ...place, stepId: first.id } : null;
}

/** True when the row exists, is of this kind, and the step exists. */
export function isStepCell(draft: JourneyDraft, kind: LaneKind, laneId: LaneId, stepId: StepId): boolean {
  return entity(draft.lanes, laneId)?.kind === kind && entity(draft.steps, stepId) !== undefined;
}
