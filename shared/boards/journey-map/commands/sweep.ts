import type { ClusterId, LaneId, NoteId, RatingId, StageId, StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { compareOrder, inOrder, type Ordered, orderAt, peek, renumber } from '../../../model/orderKey';
import { freeId, idsOf, matchIds, straighten, unsound } from '../../../model/repair';
import { LANE_DEFAULTS, STAGE_DEFAULTS } from '../defaults';
import {
  holdsNotes,
  type JourneyMapDoc,
  journeyMapType,
  type Lane,
  type LaneKind,
  type Note,
  type Participant,
  type Rating,
  STEP_LANES,
  type Stage,
  type Step,
} from '../model';
import type { CellPlace } from '../targets';
import { type JourneyDraft, notePlace, stepsOfStage } from './journeyDraft';
import { dropEmptyClusters, groupOf, sameCell } from './slots';

/**
 * Repairs what merging two copies can leave behind: content of a row, stage or step that the other copy deleted, stages
 * without steps, equal order keys. Nothing is lost: what still holds content comes back under its old id (its title is gone).
 * Deterministic: two copies with the same content are repaired alike. Changes nothing on a sound map.
 */
export const sweep = defineCommand<JourneyMapDoc, null>('journey.sweep', (draft) => {
  for (const name of COLLECTIONS) matchIds(draft[name] as Record<string, { id: string }>);
  rehouseRows(draft);
  restoreSteps(draft);
  restoreStages(draft);
  settleNotes(draft);
  settleClusters(draft);
  orderEverything(draft);
  roundPoints(draft);
  dropLoose(draft);
});

type Collection = Exclude<keyof JourneyDraft, 'kind' | 'schema' | 'info'>;
const COLLECTIONS = journeyMapType.collections as readonly Collection[];

function rehouseRows(draft: JourneyDraft): void {
  rehouse(draft, draft.notes, holdsNotes, 'notes');
  rehouse(draft, draft.touchpoints, (kind) => kind === 'touchpoints', 'touchpoints');
  rehouse(draft, draft.emotionPoints, (kind) => kind === 'emotion', 'emotion');
  rehouse(draft, draft.indicators, (kind) => kind === 'indicators', 'indicators');
}

/** Gives every item a row that can hold it: its own one restored when it is gone, else the first one that fits. */
function rehouse(
  draft: JourneyDraft,
  all: Record<string, { laneId: LaneId }>,
  fits: (kind: LaneKind) => boolean,
  kind: LaneKind,
): void {
  const seen = peek(all);
  for (const id of idsOf(seen)) {
    const laneId = seen[id]?.laneId;
    const lane = laneId && entity(draft.lanes, laneId);
    if (!laneId || (lane && fits(lane.kind))) continue;
    const home = lane
      ? (inOrder<Lane>(draft.lanes, (other) => fits(other.kind))[0]?.id ?? freeId<LaneId>(draft.lanes, kind))
      : laneId;
    restoreLane(draft, home, kind);
    const item = home === laneId ? undefined : all[id];
    if (item) item.laneId = home;
  }
}

function restoreLane(draft: JourneyDraft, id: LaneId, kind: LaneKind): void {
  if (entity(draft.lanes, id)) return;
  const order = orderAt<Lane>(draft.lanes, () => true, null);
  draft.lanes[id] = { id, kind, order, title: '', hidden: false, folded: false, ...LANE_DEFAULTS };
}

/** Brings back steps that still hold something which needs a column. */
function restoreSteps(draft: JourneyDraft): void {
  const stageOf = stageHints(draft);
  const bound = [draft.touchpoints, draft.emotionPoints, draft.indicators].flatMap((all) =>
    Object.values(peek(all)).map((item) => item.stepId),
  );
  const columnNotes = Object.values(peek(draft.notes)).filter((note) =>
    STEP_LANES.has(entity(draft.lanes, note.laneId)?.kind ?? 'notes'),
  );
  const needed = new Set([...bound, ...columnNotes.map((note) => note.stepId).filter((id) => id !== null)]);
  for (const id of [...needed].sort()) {
    if (entity(draft.steps, id)) continue;
    const stageId =
      stageOf.get(id) ?? inOrder<Stage>(draft.stages, () => true).at(-1)?.id ?? freeId<StageId>(draft.stages, 'stage');
    draft.steps[id] = {
      id,
      stageId,
      order: orderAt<Step>(draft.steps, (step) => step.stageId === stageId, null),
      title: '',
    };
  }
}

/** The stage of a step that is gone, as far as a note remembers it. */
function stageHints(draft: JourneyDraft): Map<StepId, StageId> {
  const hints = new Map<StepId, StageId>();
  const notes = peek(draft.notes);
  for (const id of idsOf(notes)) {
    const note = notes[id as keyof typeof notes];
    if (note?.stepId && !hints.has(note.stepId)) hints.set(note.stepId, note.stageId);
  }
  return hints;
}

/** Brings back stages that still hold steps or notes, and gives every stage a step. */
function restoreStages(draft: JourneyDraft): void {
  const ofSteps = Object.values(peek(draft.steps)).map((step) => step.stageId);
  const ofNotes = Object.values(peek(draft.notes))
    .filter((note) => note.stepId === null || !entity(draft.steps, note.stepId))
    .map((note) => note.stageId);
  for (const id of [...new Set([...ofSteps, ...ofNotes])].sort()) {
    if (entity(draft.stages, id)) continue;
    const order = orderAt<Stage>(draft.stages, () => true, null);
    draft.stages[id] = { id, order, title: '', phase: 'pre', duration: '', help: '', ...STAGE_DEFAULTS };
  }
  const filled = new Set(ofSteps);
  for (const stageId of idsOf(peek(draft.stages)) as StageId[]) {
    if (filled.has(stageId)) continue;
    const id = freeId<StepId>(draft.steps, stageId);
    draft.steps[id] = { id, stageId, order: orderAt<Step>(draft.steps, () => false, null), title: '' };
  }
}

/** Makes row, stage and step of every note agree. */
function settleNotes(draft: JourneyDraft): void {
  const seen = peek(draft.notes);
  for (const note of Object.values(seen)) {
    const step = note.stepId === null ? undefined : entity(draft.steps, note.stepId);
    const stageId = step?.stageId ?? note.stageId;
    const byStep = STEP_LANES.has(entity(draft.lanes, note.laneId)?.kind ?? 'notes');
    const stepId = step?.id ?? (byStep ? (stepsOfStage(draft, stageId)[0]?.id ?? null) : null);
    if (stageId === note.stageId && stepId === note.stepId) continue;
    const writable = draft.notes[note.id];
    if (writable) Object.assign(writable, { stageId, stepId });
  }
}

/**
 * Gives every group a cell that is there (its own, else that of its first note) and lets it keep the notes that stand there; notes that
 * name a group elsewhere, or none that exists, stand alone. Groups without notes go.
 */
function settleClusters(draft: JourneyDraft): void {
  const notes = Object.values<Note>(peek(draft.notes));
  for (const id of idsOf(peek(draft.clusters)) as ClusterId[]) {
    const seen = peek(draft.clusters)[id];
    if (!seen) continue;
    const home = notePlace(draft, seen);
    if (home && sameCell(home, seen)) continue;
    const first = notes.filter((note) => note.clusterId === id).sort(compareOrder)[0];
    const cluster = first && draft.clusters[id];
    if (!cluster) delete draft.clusters[id];
    else Object.assign(cluster, { laneId: first.laneId, stageId: first.stageId, stepId: first.stepId });
  }
  for (const note of notes) {
    const writable = note.clusterId !== null && groupOf(draft, note) === null ? draft.notes[note.id] : undefined;
    if (writable) writable.clusterId = null;
  }
  dropEmptyClusters(draft);
}

function orderEverything(draft: JourneyDraft): void {
  straighten<Stage>(draft.stages, () => '');
  straighten<Lane>(draft.lanes, () => '');
  straighten<Participant>(draft.participants, () => '');
  straighten<Step>(draft.steps, (step) => step.stageId);
  orderNotes(draft);
  straighten(draft.touchpoints, (item) => `${item.laneId}/${item.stepId}`);
  straighten(draft.indicators, (item) => `${item.laneId}/${item.stepId}`);
}

/** Groups and the notes beside them share one order; the notes of a group have their own. */
function orderNotes(draft: JourneyDraft): void {
  const slots: Record<string, CellPlace & Ordered & { clusterId?: ClusterId | null; order: string }> = {
    ...peek(draft.notes),
    ...peek(draft.clusters),
  };
  const groupOfSlot = ({ laneId, stageId, stepId, clusterId }: (typeof slots)[string]) =>
    `${laneId}/${stageId}/${stepId ?? ''}/${clusterId ?? ''}`;
  for (const ids of unsound(slots, groupOfSlot)) {
    const own = ids.flatMap((id) => draft.notes[id as NoteId] ?? draft.clusters[id as ClusterId] ?? []);
    renumber<Ordered>(Object.fromEntries(own.map((slot) => [slot.id, slot])), ids);
  }
}

const asValence = asNumber(-2, 2, 10);
const asOffset = asNumber(0, 1, 1000);

function roundPoints(draft: JourneyDraft): void {
  for (const { id, valence, offset } of Object.values(peek(draft.emotionPoints))) {
    if (asValence(valence) === valence && asOffset(offset) === offset) continue;
    const point = draft.emotionPoints[id];
    if (point) Object.assign(point, { valence: asValence(valence) ?? 0, offset: asOffset(offset) ?? 0.5 });
  }
}

/** What a rating or a way through the path was about is gone: so are they. Of two ratings of one thing the first id stays. */
function dropLoose(draft: JourneyDraft): void {
  const rated = new Set<string>();
  const ratings = peek(draft.ratings);
  for (const id of idsOf(ratings) as RatingId[]) {
    const { participantId, stepId, personaId, valence } = ratings[id] as Rating;
    const about = `${participantId}/${stepId}/${personaId ?? ''}`;
    const isLoose = !entity(draft.participants, participantId) || !entity(draft.steps, stepId) || rated.has(about);
    if (isLoose) delete draft.ratings[id];
    else if (asValence(valence) !== valence)
      Object.assign(draft.ratings[id] ?? {}, { valence: asValence(valence) ?? 0 });
    if (!isLoose) rated.add(about);
  }
  for (const { id, fromStepId, toStepId } of Object.values(peek(draft.jumps))) {
    const isLoose = !entity(draft.steps, fromStepId) || (toStepId !== null && !entity(draft.steps, toStepId));
    if (isLoose) delete draft.jumps[id];
  }
  const first = draft.info.firstContactStepId;
  if (first !== null && !entity(draft.steps, first)) draft.info.firstContactStepId = null;
}
