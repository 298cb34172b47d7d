import type { LaneId, StageId, StepId } from '@shared/base/ids';
import { forWhom, isByPersona } from '@shared/boards/journey-map/byPersona';
import type {
  Cluster,
  EmotionPoint,
  Indicator,
  JourneyMapDoc,
  Jump,
  Lane,
  Note,
  Stage,
  Step,
  Touchpoint,
} from '@shared/boards/journey-map/model';
import { stagesInOrder, stepsOf } from '@shared/boards/journey-map/order';
import { type CellPlace, cellPlace, cellTarget, figurePlace } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';

/** What a target stands for, read from a snapshot. */
export type JourneyEntity =
  | { readonly kind: 'note'; readonly entity: Note }
  | { readonly kind: 'cluster'; readonly entity: Cluster }
  | { readonly kind: 'touchpoint'; readonly entity: Touchpoint }
  | { readonly kind: 'indicator'; readonly entity: Indicator }
  | { readonly kind: 'emotion-point'; readonly entity: EmotionPoint }
  | { readonly kind: 'stage'; readonly entity: Stage }
  | { readonly kind: 'step'; readonly entity: Step }
  | { readonly kind: 'lane'; readonly entity: Lane }
  | { readonly kind: 'jump'; readonly entity: Jump };

const own = <T>(all: Readonly<Record<string, T>>, id: string): T | null =>
  Object.hasOwn(all, id) ? (all[id] ?? null) : null;

export const noteOf = (doc: JourneyMapDoc, id: string): Note | null => own<Note>(doc.notes, id);
export const clusterOf = (doc: JourneyMapDoc, id: string): Cluster | null => own<Cluster>(doc.clusters, id);
export const touchpointOf = (doc: JourneyMapDoc, id: string): Touchpoint | null => own<Touchpoint>(doc.touchpoints, id);
export const indicatorOf = (doc: JourneyMapDoc, id: string): Indicator | null => own<Indicator>(doc.indicators, id);
export const pointOf = (doc: JourneyMapDoc, id: string): EmotionPoint | null =>
  own<EmotionPoint>(doc.emotionPoints, id);
export const stageOf = (doc: JourneyMapDoc, id: string): Stage | null => own<Stage>(doc.stages, id);
export const stepOf = (doc: JourneyMapDoc, id: string): Step | null => own<Step>(doc.steps, id);
export const laneOf = (doc: JourneyMapDoc, id: string): Lane | null => own<Lane>(doc.lanes, id);

export const jumpOf = (doc: JourneyMapDoc, id: string): Jump | null => own<Jump>(doc.jumps, id);

/** The entity of a target; a quote is its point. Null when it is gone, or for what is no entity (a cell, the sheet). */
export function entityOf(doc: JourneyMapDoc, target: Target): JourneyEntity | null {
  const found = <K extends JourneyEntity['kind']>(kind: K, entity: unknown): JourneyEntity | null =>
    entity ? ({ kind, entity } as JourneyEntity) : null;
  switch (target.kind) {
    case 'note':
      return found('note', noteOf(doc, target.id));
    case 'cluster':
      return found('cluster', clusterOf(doc, target.id));
    case 'touchpoint':
      return found('touchpoint', touchpointOf(doc, target.id));
    case 'indicator':
      return found('indicator', indicatorOf(doc, target.id));
    case 'emotion-point':
    case 'quote':
      return found('emotion-point', pointOf(doc, target.id));
    case 'stage':
      return found('stage', stageOf(doc, target.id));
    case 'step':
      return found('step', stepOf(doc, target.id));
    case 'lane':
      return found('lane', laneOf(doc, target.id));
    case 'jump':
      return found('jump', jumpOf(doc, target.id));
    default:
      return null;
  }
}

/** Whether a target still stands for something. */
export function exists(doc: JourneyMapDoc, target: Target): boolean {
  if (target.kind === 'title' || target.kind === 'sheet') return true;
  if (target.kind === 'curve') return laneOf(doc, target.id) !== null;
  if (target.kind === 'detail') return stageOf(doc, target.id)?.linkedBoardId != null;
  const figure = figurePlace(target);
  if (figure) return laneOf(doc, figure.laneId) !== null && stageOf(doc, figure.stageId) !== null;
  const place = cellPlace(target);
  if (place) {
    const stepThere = place.stepId === null || stepOf(doc, place.stepId) !== null;
    return laneOf(doc, place.laneId) !== null && stageOf(doc, place.stageId) !== null && stepThere;
  }
  return entityOf(doc, target) !== null;
}

/** Where a target stands: parts are null where it spans (a stage has no lane, a lane no stage). */
export interface Where {
  readonly laneId: LaneId | null;
  readonly stageId: StageId | null;
  readonly stepId: StepId | null;
}

const NOWHERE: Where = { laneId: null, stageId: null, stepId: null };

export function whereIs(doc: JourneyMapDoc, target: Target): Where {
  const place = cellPlace(target);
  if (place) return place;
  const figure = figurePlace(target);
  if (figure) return { ...figure, stepId: null };
  if (target.kind === 'detail') return whereIs(doc, { kind: 'stage', id: target.id });
  const found = entityOf(doc, target);
  switch (found?.kind) {
    case 'note':
    case 'cluster':
      return found.entity;
    case 'touchpoint':
    case 'indicator':
    case 'emotion-point': {
      const { laneId, stepId } = found.entity;
      return { laneId, stepId, stageId: stepOf(doc, stepId)?.stageId ?? null };
    }
    case 'stage':
      return { laneId: null, stageId: found.entity.id, stepId: null };
    case 'step':
      return { laneId: null, stageId: found.entity.stageId, stepId: found.entity.id };
    case 'jump': {
      const stepId = found.entity.fromStepId;
      return { laneId: null, stepId, stageId: stepOf(doc, stepId)?.stageId ?? null };
    }
    case 'lane':
      return { laneId: found.entity.id, stageId: null, stepId: null };
    default:
      return NOWHERE;
  }
}

/** The cell a piece stands in; null for headers. */
export function cellOf(doc: JourneyMapDoc, target: Target): CellPlace | null {
  const { laneId, stageId, stepId } = whereIs(doc, target);
  if (!laneId || !stageId) return null;
  const place = cellPlace(target);
  if (place) return place;
  const lane = laneOf(doc, laneId);
  const note = target.kind === 'note' ? noteOf(doc, target.id) : null;
  const personaId = lane && note && isByPersona(doc, lane) ? forWhom(doc, note) : null;
  return { laneId, stageId, stepId, ...(personaId ? { personaId } : {}) };
}

/** The group a note stands in; null when it stands in none, or in one that is gone or elsewhere. */
export function groupOf(doc: JourneyMapDoc, target: Target): Target | null {
  const note = target.kind === 'note' ? noteOf(doc, target.id) : null;
  const cluster = note?.clusterId ? clusterOf(doc, note.clusterId) : null;
  const sameCell =
    cluster?.laneId === note?.laneId && cluster?.stageId === note?.stageId && cluster?.stepId === note?.stepId;
  return cluster && sameCell ? { kind: 'cluster', id: cluster.id } : null;
}

/** The place a piece stands in: its group, else its cell; null for headers. */
export function placeOf(doc: JourneyMapDoc, target: Target): Target | null {
  const cell = cellOf(doc, target);
  return groupOf(doc, target) ?? (cell && cellTarget(cell));
}

/** Number of a stage, from 1; 0 when it is not on the map. */
export const stageNumber = (doc: JourneyMapDoc, stageId: StageId): number =>
  stagesInOrder(doc).findIndex((stage) => stage.id === stageId) + 1;

/** First step of a stage. */
export const firstStep = (doc: JourneyMapDoc, stageId: StageId): Step | null => stepsOf(doc, stageId)[0] ?? null;
