import type { LaneId, PersonaId, StageId, StepId } from '../../base/ids';
import type { Target } from '../../scene/primitives';

/** What can be hit, selected or edited on a journey map. `id` is the entity's id, except for cells (see `cellTarget`). */
export const JOURNEY_TARGETS = [
  'sheet',
  'title',
  'stage',
  'step',
  'lane',
  'cell',
  'cluster',
  'note',
  'touchpoint',
  'emotion-point',
  'quote',
  'indicator',
  'curve',
  'figure',
  'jump',
  'detail',
] as const;
export type JourneyTargetKind = (typeof JOURNEY_TARGETS)[number];

export interface CellPlace {
  readonly laneId: LaneId;
  readonly stageId: StageId;
  readonly stepId: StepId | null;
  /** On rows by persona: the line of one. */
  readonly personaId?: PersonaId | null;
}

/** Target of a cell: lane x step, or lane x stage when `stepId` is null. */
export const cellTarget = (place: CellPlace): Target => ({
  kind: 'cell',
  id: `${place.laneId}/${place.stageId}/${place.stepId ?? ''}${place.personaId ? `/${place.personaId}` : ''}`,
});

/** The place a cell target stands for, or null when it is not one. */
export function cellPlace(target: Target): CellPlace | null {
  if (target.kind !== 'cell') return null;
  const [laneId, stageId, stepId, personaId] = target.id.split('/');
  if (!laneId || !stageId) return null;
  const place = { laneId: laneId as LaneId, stageId: stageId as StageId, stepId: stepId ? (stepId as StepId) : null };
  return personaId ? { ...place, personaId: personaId as PersonaId } : place;
}

/** Target of the figure of a stage on a row of figures. */
export const figureTarget = (laneId: LaneId, stageId: StageId): Target => ({
  kind: 'figure',
  id: `${laneId}/${stageId}`,
});

/** The row and the stage of a figure, or null when the target is none. */
export function figurePlace(target: Target): Pick<CellPlace, 'laneId' | 'stageId'> | null {
  if (target.kind !== 'figure') return null;
  const [laneId, stageId] = target.id.split('/');
  return laneId && stageId ? { laneId: laneId as LaneId, stageId: stageId as StageId } : null;
}

/** Target of the sign that another map tells a stage in detail. */
export const detailTarget = (stageId: StageId): Target => ({ kind: 'detail', id: stageId });

/** The title of the map (the board itself in its outline). */
export const TITLE_TARGET: Target = { kind: 'title', id: 'title' };
