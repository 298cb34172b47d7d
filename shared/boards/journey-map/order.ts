import type { LaneId, StageId, StepId } from '../../base/ids';
import { groupedBy, memoised, sorted } from '../../model/reading';
import type { EmotionPoint, Indicator, JourneyMapDoc, Lane, Note, Stage, Step, Touchpoint } from './model';
import type { CellPlace } from './targets';

/**
 * The journey map in reading order. Every list is computed once per snapshot: the results are cached by the identity of the
 * collections, so these functions take snapshots only, never a draft (a draft changes behind its identity).
 */
const EMPTY: readonly never[] = [];

const stageList = memoised((stages: JourneyMapDoc['stages']) => sorted<Stage>(stages));
const laneList = memoised((lanes: JourneyMapDoc['lanes']) => sorted<Lane>(lanes));
const stepGroups = memoised((steps: JourneyMapDoc['steps']) => groupedBy<Step>(steps, (step) => step.stageId));
const noteGroups = memoised((notes: JourneyMapDoc['notes']) =>
  groupedBy<Note>(notes, (note) => `${note.laneId}/${note.stageId}/${note.stepId ?? ''}`),
);
const touchpointGroups = memoised((all: JourneyMapDoc['touchpoints']) =>
  groupedBy<Touchpoint>(all, (item) => `${item.laneId}/${item.stepId}`),
);
const indicatorGroups = memoised((all: JourneyMapDoc['indicators']) =>
  groupedBy<Indicator>(all, (item) => `${item.laneId}/${item.stepId}`),
);

/** Stages from left to right. */
export const stagesInOrder = (doc: JourneyMapDoc): readonly Stage[] => stageList(doc.stages);

/** Lanes from top to bottom, hidden ones included. */
export const lanesInOrder = (doc: JourneyMapDoc): readonly Lane[] => laneList(doc.lanes);

/** Steps of one stage from left to right. */
export const stepsOf = (doc: JourneyMapDoc, stageId: StageId): readonly Step[] =>
  stepGroups(doc.steps).get(stageId) ?? EMPTY;

interface Columns {
  readonly stages: JourneyMapDoc['stages'];
  readonly list: readonly Step[];
  readonly index: ReadonlyMap<StepId, number>;
}

const columnsBySteps = new WeakMap<JourneyMapDoc['steps'], Columns>();

function columns(doc: JourneyMapDoc): Columns {
  const known = columnsBySteps.get(doc.steps);
  if (known?.stages === doc.stages) return known;
  const list = stagesInOrder(doc).flatMap((stage) => stepsOf(doc, stage.id));
  const made = { stages: doc.stages, list, index: new Map(list.map((step, at) => [step.id, at])) };
  columnsBySteps.set(doc.steps, made);
  return made;
}

/** Every step of the map from left to right: the columns. Steps of a stage that is gone are left out. */
export const columnsInOrder = (doc: JourneyMapDoc): readonly Step[] => columns(doc).list;

/** Column of a step counted from 0, or -1 when it is not on the map. */
export const columnOf = (doc: JourneyMapDoc, stepId: StepId): number => columns(doc).index.get(stepId) ?? -1;

/** Notes of exactly this cell: of the step, or of the whole stage when `stepId` is null. */
export const notesIn = (doc: JourneyMapDoc, place: CellPlace): readonly Note[] =>
  noteGroups(doc.notes).get(`${place.laneId}/${place.stageId}/${place.stepId ?? ''}`) ?? EMPTY;

/** Touchpoints of a cell (a lane and a step). */
export const touchpointsIn = (doc: JourneyMapDoc, place: Pick<CellPlace, 'laneId' | 'stepId'>): readonly Touchpoint[] =>
  touchpointGroups(doc.touchpoints).get(`${place.laneId}/${place.stepId ?? ''}`) ?? EMPTY;

/** Indicators of a cell (a lane and a step). */
export const indicatorsIn = (doc: JourneyMapDoc, place: Pick<CellPlace, 'laneId' | 'stepId'>): readonly Indicator[] =>
  indicatorGroups(doc.indicators).get(`${place.laneId}/${place.stepId ?? ''}`) ?? EMPTY;

interface Curves {
  readonly columns: Columns;
  readonly byLane: ReadonlyMap<LaneId, readonly EmotionPoint[]>;
}

const curvesByPoints = new WeakMap<JourneyMapDoc['emotionPoints'], Curves>();

function curves(doc: JourneyMapDoc): Curves {
  const at = columns(doc);
  const known = curvesByPoints.get(doc.emotionPoints);
  if (known?.columns === at) return known;
  const placed = Object.values<EmotionPoint>(doc.emotionPoints)
    .map((point) => ({ point, column: at.index.get(point.stepId) ?? -1 }))
    .filter(({ column }) => column >= 0)
    .sort((a, b) => a.column - b.column || a.point.offset - b.point.offset || (a.point.id < b.point.id ? -1 : 1));
  const byLane = new Map<LaneId, EmotionPoint[]>();
  for (const { point } of placed) byLane.set(point.laneId, [...(byLane.get(point.laneId) ?? []), point]);
  const made = { columns: at, byLane };
  curvesByPoints.set(doc.emotionPoints, made);
  return made;
}

/** Points of an emotion lane from left to right (all personas); points of a step that is gone are left out. */
export const emotionPointsIn = (doc: JourneyMapDoc, laneId: LaneId): readonly EmotionPoint[] =>
  curves(doc).byLane.get(laneId) ?? EMPTY;
