import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  LaneId,
  NoteId,
  StageId,
  StepId,
  TouchpointId,
} from '@shared/base/ids';
import { isByPersona } from '@shared/boards/journey-map/byPersona';
import { addEmotionPoint } from '@shared/boards/journey-map/commands/emotionPoints';
import { addIndicator } from '@shared/boards/journey-map/commands/indicators';
import { addLane, foldLane, hideLane } from '@shared/boards/journey-map/commands/lanes';
import { addNote, addNotes } from '@shared/boards/journey-map/commands/notes';
import { addStage } from '@shared/boards/journey-map/commands/stages';
import { addStep } from '@shared/boards/journey-map/commands/steps';
import { addTouchpoint } from '@shared/boards/journey-map/commands/touchpoints';
import { holdsNotes, type JourneyMapDoc, type Lane, type LaneKind } from '@shared/boards/journey-map/model';
import { lanesInOrder, stagesInOrder, stepsOf } from '@shared/boards/journey-map/order';
import { type CellPlace, cellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import type { NewNote, NoteHome } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import type { RunOptions, Session } from '@/session/session';
import { preferences } from '@/ui/preferences';
import { cellOf, firstStep, groupOf, laneOf, whereIs } from './entities';
import { contentsOf, indexInCell, laneFor, membersOf, placeFor } from './places';

type JourneySession = Session<JourneyMapDoc>;

const docOf = (session: JourneySession): JourneyMapDoc => session.store.getState().doc;

/** Steps that a new stage starts with. */
const NEW_STAGE_STEPS = 2;

/** Puts one new thing into a cell after its `at`-th piece (null: at the end). Null where the row takes none. */
export function addToCell(
  session: JourneySession,
  place: CellPlace,
  at: number | null,
  options: RunOptions,
): Target | null {
  const doc = docOf(session);
  const kind = laneOf(doc, place.laneId)?.kind;
  if (!kind) return null;
  if (holdsNotes(kind)) return addNoteTo(session, place, null, at, options);
  const { laneId } = place;
  const stepId = place.stepId ?? firstStep(doc, place.stageId)?.id;
  if (!stepId) return null;
  switch (kind) {
    case 'touchpoints': {
      const id = newId<TouchpointId>();
      session.run(addTouchpoint, { id, laneId, stepId, at, fields: {} }, options);
      return { kind: 'touchpoint', id };
    }
    case 'indicators': {
      const id = newId<IndicatorId>();
      session.run(addIndicator, { id, laneId, stepId, at, fields: { metric: 'csat' } }, options);
      return { kind: 'indicator', id };
    }
    case 'conversion':
    case 'duration':
      return null;
    default:
      return addPointTo(session, { laneId, stepId, offset: 0.5, valence: 0 }, options);
  }
}

function addNoteTo(
  session: JourneySession,
  place: CellPlace,
  clusterId: ClusterId | null,
  at: number | null,
  options: RunOptions,
): Target {
  const id = newId<NoteId>();
  // The author of an owner's line is its short name, nobody's signature.
  const isOwner = laneOf(docOf(session), place.laneId)?.kind === 'owner';
  const author = isOwner ? '' : preferences.getState().author;
  const doc = docOf(session);
  const lane = laneOf(doc, place.laneId);
  const index = lane && !clusterId && isByPersona(doc, lane) ? indexInCell(doc, place, at) : at;
  const whom = place.personaId ? { personaId: place.personaId } : {};
  session.run(addNote, { id, place, clusterId, at: index, fields: { author, ...whom } }, options);
  return { kind: 'note', id };
}

/** Puts a new note into a group after its `at`-th one (null: at the end). */
export function addToGroup(
  session: JourneySession,
  group: Target,
  at: number | null,
  options: RunOptions,
): Target | null {
  const cell = cellOf(docOf(session), group);
  return cell && addNoteTo(session, cell, group.id as ClusterId, at, options);
}

export interface PointPlace {
  readonly laneId: LaneId;
  readonly stepId: StepId;
  readonly offset: number;
  readonly valence: number;
}

/** Adds a point of the curve for the persona of the row, else the map's first one; aimed at where the row shows that alone. */
export function addPointTo(session: JourneySession, place: PointPlace, options: RunOptions): Target {
  const id = newId<EmotionPointId>();
  const doc = docOf(session);
  const lane = laneOf(doc, place.laneId);
  const personaId = lane?.personaId ?? doc.info.personaIds[0] ?? null;
  const state = lane?.curves === 'target' ? 'target' : 'current';
  session.run(addEmotionPoint, { id, ...place, fields: { personaId, state } }, options);
  return { kind: 'emotion-point', id };
}

/** A row that takes this kind of thing, on the sheet and open: shown, opened or added when it must be. */
export function readyLane(
  session: JourneySession,
  kind: LaneKind,
  selected: Target | null,
  options: RunOptions,
): Lane | null {
  const doc = docOf(session);
  const wanted = selected ? whereIs(doc, selected).laneId : null;
  const lane = laneFor(doc, (one) => one.kind === kind, wanted);
  if (!lane) {
    session.run(addLane, { id: newId<LaneId>(), kind, at: null, title: '' }, options);
    return lanesInOrder(docOf(session)).findLast((one) => one.kind === kind) ?? null;
  }
  return opened(session, lane, options);
}

function opened(session: JourneySession, lane: Lane, options: RunOptions): Lane {
  if (lane.hidden) session.run(hideLane, { id: lane.id, hidden: false }, options);
  if (lane.folded) session.run(foldLane, { id: lane.id, folded: false }, options);
  return lane;
}

/** Adds something of a row's kind where the selection is (right after the selected piece of that row). */
export function addToLane(
  session: JourneySession,
  kind: LaneKind,
  selected: Target | null,
  options: RunOptions,
): Target | null {
  const lane = readyLane(session, kind, selected, options);
  return lane ? addAt(session, lane, selected, options) : null;
}

/** Where new notes go for a selection: its place if that takes notes, else the first row that does, in the same stage. */
export function noteHome(session: JourneySession, selected: Target | null, options: RunOptions): NoteHome | null {
  const doc = docOf(session);
  const group = selected && (selected.kind === 'cluster' ? selected : groupOf(doc, selected));
  const wanted = selected ? whereIs(doc, selected).laneId : null;
  const lane = laneFor(doc, (one) => holdsNotes(one.kind), wanted);
  const place = lane && placeFor(doc, opened(session, lane, options), selected);
  if (!place) return null;
  const home = selected && cellPlace(selected)?.laneId === lane.id ? selected : null;
  const target = group && cellOf(doc, group)?.laneId === lane.id ? group : (home ?? cellTarget(place));
  const siblings = target.kind === 'cluster' ? membersOf(doc, target) : contentsOf(doc, cellPlace(target) ?? place);
  const at = siblings.findIndex((one) => one.id === selected?.id);
  return { place: target, at: at < 0 ? null : at + 1 };
}

/** Adds notes to a place, one after the other. */
export function addNotesTo(
  session: JourneySession,
  { place, at }: NoteHome,
  notes: readonly NewNote[],
  options: RunOptions,
): readonly Target[] {
  const cell = cellPlace(place) ?? cellOf(docOf(session), place);
  if (!cell) return [];
  const clusterId = place.kind === 'cluster' ? (place.id as ClusterId) : null;
  // What a board of another kind gives its notes is no field here: the command takes what it knows.
  const fresh = notes.map(({ fields, own }) => ({ id: newId<NoteId>(), fields: { ...own, ...fields } }));
  session.run(addNotes, { place: cell, clusterId, at, notes: fresh }, options);
  return fresh.map(({ id }) => ({ kind: 'note', id }));
}

/** Adds a note in the selected row if it takes notes, else in the first row that does. */
export function addAnyNote(session: JourneySession, selected: Target | null, options: RunOptions): Target | null {
  const doc = docOf(session);
  const wanted = selected ? whereIs(doc, selected).laneId : null;
  const lane = laneFor(doc, (one) => holdsNotes(one.kind), wanted);
  return lane ? addAt(session, opened(session, lane, options), selected, options) : null;
}

function addAt(session: JourneySession, lane: Lane, selected: Target | null, options: RunOptions): Target | null {
  const doc = docOf(session);
  const group = selected && (selected.kind === 'cluster' ? selected : groupOf(doc, selected));
  if (group && cellOf(doc, group)?.laneId === lane.id) {
    const at = membersOf(doc, group).findIndex((one) => one.id === selected?.id);
    return addToGroup(session, group, at < 0 ? null : at + 1, options);
  }
  const place = placeFor(doc, lane, selected);
  if (!place) return null;
  const own = selected && whereIs(doc, selected).laneId === lane.id ? whereIs(doc, selected) : null;
  // A note of one step in a row of stages keeps the next one beside it.
  const home = own?.stepId && holdsNotes(lane.kind) && own.stageId ? { ...place, stepId: own.stepId } : place;
  const index = selected ? contentsOf(doc, home).findIndex((one) => one.id === selected.id) : -1;
  return addToCell(session, home, index < 0 ? null : index + 1, options);
}

/** Adds a step after the selected one, or at the end of the selected (or last) stage. */
export function addStepBy(session: JourneySession, selected: Target | null, options: RunOptions): Target | null {
  const doc = docOf(session);
  const where = selected ? whereIs(doc, selected) : null;
  const stageId = where?.stageId ?? stagesInOrder(doc).at(-1)?.id;
  if (!stageId) return null;
  const index = where?.stepId ? stepsOf(doc, stageId).findIndex((step) => step.id === where.stepId) : -1;
  const id = newId<StepId>();
  session.run(addStep, { id, stageId, at: index < 0 ? null : index + 1, title: '' }, options);
  return { kind: 'step', id };
}

/** Adds a stage after the selected one, or at the end. */
export function addStageBy(
  session: JourneySession,
  selected: Target | null,
  title: string,
  options: RunOptions,
): Target {
  const doc = docOf(session);
  const stageId = selected ? whereIs(doc, selected).stageId : null;
  const index = stagesInOrder(doc).findIndex((stage) => stage.id === stageId);
  const id = newId<StageId>();
  const stepIds = Array.from({ length: NEW_STAGE_STEPS }, () => newId<StepId>());
  const phase = stagesInOrder(doc)[index < 0 ? stagesInOrder(doc).length - 1 : index]?.phase ?? 'pre';
  session.run(addStage, { id, stepIds, at: index < 0 ? null : index + 1, fields: { title, phase } }, options);
  return { kind: 'stage', id };
}

/** Adds a free row of notes after the selected one, or at the end. */
export function addLaneBy(session: JourneySession, selected: Target | null, options: RunOptions): Target {
  const doc = docOf(session);
  const laneId = selected ? whereIs(doc, selected).laneId : null;
  const index = lanesInOrder(doc).findIndex((lane) => lane.id === laneId);
  const id = newId<LaneId>();
  session.run(addLane, { id, kind: 'notes', at: index < 0 ? null : index + 1, title: '' }, options);
  return { kind: 'lane', id };
}
