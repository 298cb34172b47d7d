import type { ClusterId, NoteId, StageId } from '@shared/base/ids';
import { groupNotes } from '@shared/boards/empathy-map/commands/clusters';
import { addNote, duplicateNote, noteFromText } from '@shared/boards/empathy-map/commands/notes';
import { addStage } from '@shared/boards/empathy-map/commands/stages';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { type ZonePlace, zonePlace, zoneTarget } from '@shared/boards/empathy-map/targets';
import { type Area, ZONES, type ZoneId, zoneIn } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import type { NewNote, NoteHome } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import type { RunOptions, Session } from '@/session/session';
import { preferences } from '@/ui/preferences';
import { noteAt, placeOf, stageAt, zoneOf } from './entities';
import { askedZone } from './guide/guideStore';
import { contentsOf, firstZone, noteIndex, notesAt } from './places';

type EmpathySession = Session<EmpathyMapDoc>;

const docOf = (session: EmpathySession): EmpathyMapDoc => session.store.getState().doc;

/** Nothing stands there yet: no note and no group has this id. */
const NONE = '';

interface Added {
  readonly zone: ZonePlace;
  readonly zoneId: ZoneId;
  readonly clusterId: ClusterId | null;
  /** Index among what flows there (in a group: among its notes); null is the end. */
  readonly at: number | null;
  readonly fields: NewNote['fields'];
}

function addOne(session: EmpathySession, added: Added, options: RunOptions): Target {
  const { zone, zoneId, clusterId, at, fields } = added;
  const id = newId<NoteId>();
  const doc = docOf(session);
  const index = clusterId ? groupIndex(doc, zone, clusterId, at) : noteIndex(doc, zone, at, NONE);
  const all = { ...noteFromText('', zoneId), author: preferences.getState().author, ...fields };
  session.run(addNote, { id, zone: zoneId, stageId: zone.stageId, at: index, fields: all }, options);
  if (clusterId) session.run(groupNotes, { id: clusterId, noteIds: [id], title: '' }, options);
  return { kind: 'note', id };
}

/** Index among the notes of a zone for a note that becomes the `at`-th of a group there. */
export function groupIndex(
  doc: EmpathyMapDoc,
  zone: ZonePlace,
  clusterId: ClusterId,
  at: number | null,
  self: string = NONE,
): number | null {
  const members = contentsOf(doc, { kind: 'cluster', id: clusterId }).filter(({ id }) => id !== self);
  const all = zoneNotes(doc, zone, self);
  const next = at === null ? undefined : members[at];
  if (next) return all.indexOf(next.id);
  const last = members.at(-1);
  return last ? all.indexOf(last.id) + 1 : null;
}

const zoneNotes = (doc: EmpathyMapDoc, zone: ZonePlace, self: string): readonly string[] =>
  notesAt(doc, zone).flatMap(({ id }) => (id === self ? [] : [id as string]));

/** Zone of a note that comes to an area: what the guide asks for, else the area's first. */
const freshZone = (session: EmpathySession, area: Area): ZoneId => zoneIn(area, askedZone(session) ?? area.zones[0]);

const groupAt = (place: Target): ClusterId | null => (place.kind === 'cluster' ? (place.id as ClusterId) : null);

/** Puts one new note into a zone or a group, at an index (null is the end). */
export function addTo(session: EmpathySession, place: Target, at: number | null, options: RunOptions): Target | null {
  const doc = docOf(session);
  const zone = zoneOf(doc, place);
  if (!zone) return null;
  const clusterId = groupAt(place);
  const first = clusterId ? contentsOf(doc, place)[0] : undefined;
  const zoneId = (first && noteAt(doc, first)?.zone) ?? freshZone(session, zone.area);
  return addOne(session, { zone, zoneId, clusterId, at, fields: {} }, options);
}

/** Adds notes to a place, one after the other. */
export function addNotesTo(
  session: EmpathySession,
  { place, at }: NoteHome,
  notes: readonly NewNote[],
  options: RunOptions,
): readonly Target[] {
  const zone = zoneOf(docOf(session), place);
  if (!zone) return [];
  return notes.map(({ fields, own }, index) => {
    const wished = ZONES.find((known) => known === own?.zone);
    const zoneId = wished ? zoneIn(zone.area, wished) : freshZone(session, zone.area);
    const next = at === null ? null : at + index;
    return addOne(session, { zone, zoneId, clusterId: groupAt(place), at: next, fields }, options);
  });
}

/** Where new notes go for what is chosen: its place, right after it; else the first zone (of its stage). */
export function noteHome(session: EmpathySession, chosen: Target | null): NoteHome | null {
  const doc = docOf(session);
  if (chosen) {
    const place = zonePlace(chosen, doc.info.layout)
      ? chosen
      : chosen.kind === 'cluster'
        ? chosen
        : placeOf(doc, chosen);
    if (place) {
      const at = contentsOf(doc, place).findIndex(({ id }) => id === chosen.id);
      return { place, at: at < 0 ? null : at + 1 };
    }
  }
  const first = firstZone(doc, chosen && stageAt(doc, chosen));
  return first && { place: zoneTarget(first), at: null };
}

/** Another note behind the chosen one, into the chosen zone or group; another stage behind a stage. */
export function addNear(session: EmpathySession, chosen: Target | null, options: RunOptions): Target | null {
  if (chosen?.kind === 'stage') return addStageBy(session, chosen, '', options);
  const home = noteHome(session, chosen);
  return home && addTo(session, home.place, home.at, options);
}

/** Adds a stage of the map's own after the chosen one, or at the end. */
export function addStageBy(session: EmpathySession, chosen: Target | null, title: string, options: RunOptions): Target {
  const doc = docOf(session);
  const index = stagesInOrder(doc).findIndex(({ id }) => chosen && id === stageAt(doc, chosen));
  const id = newId<StageId>();
  session.run(addStage, { id, at: index < 0 ? null : index + 1, fields: { title } }, options);
  return { kind: 'stage', id };
}

/** Copies notes right behind themselves. */
export function duplicateTargets(
  session: EmpathySession,
  targets: readonly Target[],
  options: RunOptions,
): readonly Target[] {
  return targets.flatMap((target): readonly Target[] => {
    if (target.kind !== 'note') return [];
    const id = newId<NoteId>();
    session.run(duplicateNote, { id: target.id as NoteId, newId: id }, options);
    return [{ kind: 'note', id }];
  });
}
