import type { LaneId, StageId, StepId } from '../../base/ids';
import { compareOrder, type Ordered } from '../../model/orderKey';
import { differences, groupedBy, join, memoised, sorted } from '../../model/reading';
import type { Cluster, EmotionPoint, Indicator, JourneyMapDoc, Lane, Note, Stage, Step, Touchpoint } from './model';
import type { CellPlace } from './targets';

/**
 * The journey map in reading order. Every list is computed once per snapshot: the results are cached by the identity of the
 * collections, so these functions take snapshots only, never a draft (a draft changes behind its identity).
 */
const EMPTY: readonly never[] = [];

const stageList = memoised((stages: JourneyMapDoc['stages']) => sorted<Stage>(stages));
const laneList = memoised((lanes: JourneyMapDoc['lanes']) => sorted<Lane>(lanes));
const stepGroups = memoised((steps: JourneyMapDoc['steps']) => groupedBy<Step>(steps, (step) => step.stageId));
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

/** One thing in a cell by its own order: a note, or a group with its notes. */
export type CellSlot =
  | { readonly note: Note; readonly cluster: null }
  | { readonly cluster: Cluster; readonly notes: readonly Note[] };

const cellKey = ({ laneId, stageId, stepId }: CellPlace): string => `${laneId}/${stageId}/${stepId ?? ''}`;

interface Cell {
  readonly slots: readonly CellSlot[];
  readonly notes: readonly Note[];
}

type Cells = ReadonlyMap<string, Cell>;

/** For every row some of whose notes changed since all the cells were made, what its cells are known by now. */
type Rows = ReadonlyMap<LaneId, object>;

const clusterGroups = memoised((clusters: JourneyMapDoc['clusters']) => groupedBy<Cluster>(clusters, cellKey));

/** What stands in one cell. A note whose group is gone or elsewhere stands alone. */
function cellOf(doc: JourneyMapDoc, key: string, unsorted: readonly Note[]): Cell {
  const notes = [...unsorted].sort(compareOrder);
  const clusters = clusterGroups(doc.clusters).get(key) ?? EMPTY;
  const members = new Map<string, Note[]>(clusters.map(({ id }) => [id, []]));
  const slots: (CellSlot & Ordered)[] = [];
  for (const note of notes) {
    const own = note.clusterId === null ? undefined : members.get(note.clusterId);
    if (own) own.push(note);
    else slots.push({ id: note.id, order: note.order, note, cluster: null });
  }
  if (clusters.length === 0) return { slots, notes };
  for (const cluster of clusters) {
    slots.push({ id: cluster.id, order: cluster.order, cluster, notes: members.get(cluster.id) ?? EMPTY });
  }
  slots.sort(compareOrder);
  return { slots, notes: slots.flatMap((slot) => (slot.cluster ? slot.notes : [slot.note])) };
}

function allCells(doc: JourneyMapDoc): Cells {
  const lists = new Map<string, Note[]>();
  for (const key of clusterGroups(doc.clusters).keys()) lists.set(key, []);
  for (const note of Object.values<Note>(doc.notes)) join(lists, cellKey(note), note);
  return new Map([...lists].map(([key, list]) => [key, cellOf(doc, key, list)]));
}

/** With more changed notes than this the cells are made anew. */
const MANY_CHANGES = 500;

/** The cells of a document that differs from another in some notes: what is not touched stays the same object. */
function changedCells(doc: JourneyMapDoc, last: KnownCells): Pick<KnownCells, 'cells' | 'rows' | 'first'> {
  const found = differences<Note>(last.notes, doc.notes, MANY_CHANGES);
  if (!found) return anew(doc);
  const gone = new Set(found.gone);
  const come = new Map<string, Note[]>();
  for (const note of found.come) join(come, cellKey(note), note);
  const cells = new Map(last.cells);
  for (const key of new Set([...found.gone.map(cellKey), ...come.keys()])) {
    const kept = cells.get(key)?.notes.filter((note) => !gone.has(note)) ?? EMPTY;
    cells.set(key, cellOf(doc, key, [...kept, ...(come.get(key) ?? EMPTY)]));
  }
  const changed = new Set([...found.gone, ...found.come].map(({ laneId }) => laneId));
  const rows = new Map([...last.rows, ...[...changed].map((laneId) => [laneId, {}] as const)]);
  return { cells, rows, first: last.first };
}

const anew = (doc: JourneyMapDoc) => ({ cells: allCells(doc), rows: new Map<LaneId, object>(), first: {} });

interface KnownCells {
  readonly notes: JourneyMapDoc['notes'];
  readonly clusters: JourneyMapDoc['clusters'];
  readonly cells: Cells;
  readonly rows: Rows;
  /** What the cells of all other rows are known by. */
  readonly first: object;
}

const cellsByNotes = new WeakMap<JourneyMapDoc['notes'], KnownCells>();
let lastCells: KnownCells | null = null;

/** Notes of every cell, those of a group together where the group stands. */
function knownCells(doc: JourneyMapDoc): KnownCells {
  const { notes, clusters } = doc;
  const known = cellsByNotes.get(notes);
  if (known?.clusters === clusters) return known;
  const found = lastCells?.clusters === clusters ? changedCells(doc, lastCells) : anew(doc);
  lastCells = { notes, clusters, ...found };
  cellsByNotes.set(notes, lastCells);
  return lastCells;
}

const cells = (doc: JourneyMapDoc): Cells => knownCells(doc).cells;

/** What the cells of a row are known by: the same object as for another snapshot only if all of them hold the same. */
export function cellsOfLane(doc: JourneyMapDoc, laneId: LaneId): object {
  const { rows, first } = knownCells(doc);
  return rows.get(laneId) ?? first;
}

/**
 * The notes of a cell of these very snapshots, where they were sorted into cells before; null where they were not. For commands, which
 * would otherwise look at every note of the map.
 */
export function notesKnownIn(
  notes: JourneyMapDoc['notes'],
  clusters: JourneyMapDoc['clusters'],
  place: CellPlace,
): readonly Note[] | null {
  const known = cellsByNotes.get(notes);
  return known?.clusters === clusters ? (known.cells.get(cellKey(place))?.notes ?? EMPTY) : null;
}

/** What stands in exactly this cell: of the step, or of the whole stage when `stepId` is null. */
export const slotsOf = (doc: JourneyMapDoc, place: CellPlace): readonly CellSlot[] =>
  cells(doc).get(cellKey(place))?.slots ?? EMPTY;

/** Notes of exactly this cell, in reading order: those of a group one after the other. */
export const notesIn = (doc: JourneyMapDoc, place: CellPlace): readonly Note[] =>
  cells(doc).get(cellKey(place))?.notes ?? EMPTY;

/** Notes of every cell that has any; each list stays the same object while its cell does not change. */
export const noteLists = (doc: JourneyMapDoc): readonly (readonly Note[])[] =>
  [...cells(doc).values()].flatMap(({ notes }) => (notes.length > 0 ? [notes] : []));

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
  for (const { point } of placed) join(byLane, point.laneId, point);
  const made = { columns: at, byLane };
  curvesByPoints.set(doc.emotionPoints, made);
  return made;
}

/** Points of an emotion lane from left to right (all personas); points of a step that is gone are left out. */
export const emotionPointsIn = (doc: JourneyMapDoc, laneId: LaneId): readonly EmotionPoint[] =>
  curves(doc).byLane.get(laneId) ?? EMPTY;
