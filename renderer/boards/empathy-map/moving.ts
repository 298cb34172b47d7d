import type { ClusterId, NoteId, StageId } from '@shared/base/ids';
import { groupNotes, moveCluster, ungroup } from '@shared/boards/empathy-map/commands/clusters';
import { moveNote, setNoteFields } from '@shared/boards/empathy-map/commands/notes';
import { moveStage, setEmotion } from '@shared/boards/empathy-map/commands/stages';
import { emotionOf } from '@shared/boards/empathy-map/emotions';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { zoneTarget } from '@shared/boards/empathy-map/targets';
import { zoneIn } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import type { Direction } from '@/canvas/neighbour';
import type { NoteEdit } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import type { RunOptions, Session } from '@/session/session';
import { groupIndex } from './adding';
import { clusterOf, followsJourney, groupOf, noteAt, noteOf, placeOf, stageOf, zoneOf } from './entities';
import { contentsOf, noteIndex, rowBeside, zoneBeside } from './places';

type EmpathySession = Session<EmpathyMapDoc>;

const docOf = (session: EmpathySession): EmpathyMapDoc => session.store.getState().doc;
const sign = (direction: Direction): 1 | -1 => (direction === 'left' || direction === 'up' ? -1 : 1);
const isAcross = (direction: Direction): boolean => direction === 'left' || direction === 'right';

/** Several commands that are taken back together. */
const together = (options: RunOptions): RunOptions =>
  options.mergeKey ? options : { ...options, mergeKey: editKey() };

/** Puts a piece into a zone or, a note, into a group at an index (itself not counted; null is the end). */
export function putIn(
  session: EmpathySession,
  target: Target,
  place: Target,
  at: number | null,
  options: RunOptions = {},
): void {
  const doc = docOf(session);
  const zone = zoneOf(doc, place);
  if (!zone) return;
  const { area, stageId } = zone;
  // Without columns a note keeps the stage it has in the layout by stage.
  const stage = doc.info.layout === 'stages' ? { stageId } : {};
  if (target.kind === 'cluster') {
    const first = contentsOf(doc, target)[0];
    const own = first && noteAt(doc, first)?.zone;
    const index = noteIndex(doc, zone, at, target.id);
    session.run(
      moveCluster,
      { id: target.id as ClusterId, zone: zoneIn(area, own ?? area.zones[0]), ...stage, at: index },
      options,
    );
    return;
  }
  const note = noteAt(doc, target);
  if (!note) return;
  const clusterId = place.kind === 'cluster' ? (place.id as ClusterId) : null;
  const index = clusterId ? groupIndex(doc, zone, clusterId, at, note.id) : noteIndex(doc, zone, at, note.id);
  const all = together(options);
  session.run(moveNote, { id: note.id, zone: zoneIn(area, note.zone), ...stage, at: index }, all);
  const now = noteOf(docOf(session), note.id);
  if (clusterId && now && !now.locked) session.run(groupNotes, { id: clusterId, noteIds: [note.id], title: '' }, all);
  else if (now?.clusterId && !now.locked) leaveGroup(session, note.id, all);
}

/** Takes a note out of its group; it stays in its zone. */
function leaveGroup(session: EmpathySession, id: NoteId, options: RunOptions): void {
  // A group of its own is the way out that commands know; it vanishes with its only member when that is set free.
  const alone = newId<ClusterId>();
  session.run(groupNotes, { id: alone, noteIds: [id], title: '' }, options);
  session.run(ungroup, { id: alone }, options);
}

/** Gathers notes under a new title, in this order; those from elsewhere join the first one's zone. Locked ones stay out. */
export function gatherNotes(session: EmpathySession, targets: readonly Target[], options: RunOptions): Target | null {
  const all = together(options);
  const doc = docOf(session);
  const notes = targets.flatMap((target) => noteAt(doc, target) ?? []).filter(({ locked }) => !locked);
  const [first] = notes;
  if (!first) return null;
  const home = zoneOf(doc, { kind: 'note', id: first.id });
  if (home) {
    const place = zoneTarget(home);
    for (const note of notes) {
      const own = zoneOf(docOf(session), { kind: 'note', id: note.id });
      const isThere = own?.area === home.area && own.stageId === home.stageId;
      if (!isThere) putIn(session, { kind: 'note', id: note.id }, place, null, all);
    }
  }
  const id = newId<ClusterId>();
  session.run(groupNotes, { id, noteIds: notes.map((note) => note.id), title: '' }, all);
  return clusterOf(docOf(session), id) && { kind: 'cluster', id };
}

function moveWithin(session: EmpathySession, target: Target, by: 1 | -1, options: RunOptions): boolean {
  const doc = docOf(session);
  const place = placeOf(doc, target);
  if (!place) return false;
  const siblings = contentsOf(doc, place);
  const from = siblings.findIndex(({ id }) => id === target.id);
  const to = from + by;
  if (from >= 0 && to >= 0 && to < siblings.length) {
    putIn(session, target, place, to, options);
    return true;
  }
  const group = groupOf(doc, target);
  const zone = zoneOf(doc, target);
  if (!group || !zone) return false;
  // Past the edge of its group it stands beside it.
  const at = contentsOf(doc, zoneTarget(zone)).findIndex(({ id }) => id === group.id);
  putIn(session, target, zoneTarget(zone), by > 0 ? at + 1 : at, options);
  return true;
}

/** To the zone after, or the one before; by stage, to the stage beside. */
function moveBeside(session: EmpathySession, target: Target, by: 1 | -1, options: RunOptions): boolean {
  const doc = docOf(session);
  const zone = zoneOf(doc, target);
  const next = zone && zoneBeside(doc, zoneTarget(zone), by);
  if (!next || (doc.info.layout === 'stages' && zoneOf(doc, next)?.area !== zone?.area)) return false;
  putIn(session, target, next, by > 0 ? 0 : null, options);
  return true;
}

/** By stage: past the edge of its cell to the row above or below. */
function moveToRow(session: EmpathySession, target: Target, by: 1 | -1, options: RunOptions): boolean {
  const zone = zoneOf(docOf(session), target);
  const next = zone && rowBeside(zone, by);
  if (!next) return false;
  putIn(session, target, zoneTarget(next), by > 0 ? 0 : null, options);
  return true;
}

function movePiece(session: EmpathySession, target: Target, direction: Direction, options: RunOptions): boolean {
  const by = sign(direction);
  if (docOf(session).info.layout === 'stages') {
    if (isAcross(direction)) return moveBeside(session, target, by, options);
    return moveWithin(session, target, by, options) || moveToRow(session, target, by, options);
  }
  return isAcross(direction) ? moveWithin(session, target, by, options) : moveBeside(session, target, by, options);
}

function moveStageBy(session: EmpathySession, id: StageId, by: 1 | -1): boolean {
  const doc = docOf(session);
  const stage = stageOf(doc, id);
  const stages = stagesInOrder(doc);
  const to = stages.findIndex((one) => one.id === id) + by;
  if (!stage || followsJourney(doc, stage) || to < 0 || to >= stages.length) return false;
  session.run(moveStage, { id, to });
  return true;
}

/** A tenth, or half a point, up or down from what is felt; a stage without an emotion starts from the middle. */
export function nudgeEmotion(session: EmpathySession, id: string, up: boolean, large: boolean): boolean {
  const stage = stageOf(docOf(session), id);
  if (!stage) return false;
  const from = emotionOf(stage)?.valence ?? 0;
  const step = (up ? 1 : -1) * (large ? 0.5 : 0.1);
  const hand = Math.max(-2, Math.min(2, Math.round((from + step) * 10) / 10));
  if (hand === stage.hand) return false;
  session.run(setEmotion, { id: stage.id, fields: { hand } }, { mergeKey: `emotion:${id}` });
  return true;
}

/** Moves a thing one place in a direction (Alt and an arrow). False when it cannot go there. */
export function moveTarget(
  session: EmpathySession,
  target: Target,
  direction: Direction,
  options: RunOptions = {},
): boolean {
  switch (target.kind) {
    case 'note':
      return noteAt(docOf(session), target)?.locked === false && movePiece(session, target, direction, options);
    case 'cluster':
      return movePiece(session, target, direction, options);
    case 'stage':
      return isAcross(direction) && moveStageBy(session, target.id as StageId, sign(direction));
    case 'emotion':
      return !isAcross(direction) && nudgeEmotion(session, target.id, direction === 'up', true);
    default:
      return false;
  }
}

/** Sets fields of notes as one change. */
export function setNotes(session: EmpathySession, edits: readonly NoteEdit[], options: RunOptions = {}): void {
  const all = edits.length > 1 ? together(options) : options;
  for (const { id, fields } of edits) session.run(setNoteFields, { id: id as NoteId, fields }, all);
}
