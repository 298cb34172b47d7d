import { type ClusterId, isId, type NoteId, type StageId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, type Cleaners, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { type CommonNoteFields, EMPTY_NOTE, NOTE_CLEANERS } from '../../../model/note';
import { peek } from '../../../model/orderKey';
import { type EmpathyMapDoc, type EmpathyNote, MOST_DOWN, type NotePlace } from '../model';
import { areaOf, ZONE_EVIDENCE, type ZoneId } from '../zones';
import { type EmpathyDraft, type NoteHome, noteOrder, placeOf } from './noteOrder';

/** Fields of a note that are set one by one; groups have commands of their own. */
export type NoteFields = Omit<CommonNoteFields, 'clusterId'>;

const CLEANERS: Cleaners<CommonNoteFields> = { ...NOTE_CLEANERS, clusterId: undefined };
const asShare = asNumber(0, 1, 1000);
const asDown = asNumber(0, MOST_DOWN, 1);

const asPlace = ({ x, y }: NotePlace): NotePlace => ({ x: asShare(x) ?? 0, y: asDown(y) ?? 0 });

/** A stage that exists, else none. */
const stageIn = (draft: EmpathyDraft, id: StageId | null): StageId | null =>
  id !== null && entity(draft.stages, id) ? id : null;

/** Deletes groups that have no note left. */
export function dropEmptyClusters(draft: EmpathyDraft): void {
  const used = new Set(Object.values(peek(draft.notes)).map((note) => note.clusterId));
  for (const id of Object.keys(peek(draft.clusters)) as ClusterId[]) if (!used.has(id)) delete draft.clusters[id];
}

/** Deletes findings about notes that are gone. */
export function dropLooseFindings(draft: EmpathyDraft): void {
  for (const { id, sayId, doId } of Object.values(peek(draft.findings)))
    if (!entity(draft.notes, sayId) || !entity(draft.notes, doId)) delete draft.findings[id];
}

/** What a note says when somebody types or pastes it into a zone: its text, and the proof that zone most likely has. */
export const noteFromText = (text: string, zone: ZoneId): Partial<NoteFields> => ({
  text,
  evidence: ZONE_EVIDENCE[zone],
});

export interface AddNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  /** Column of the layout by stage; kept for it in the other layouts. */
  readonly stageId: StageId | null;
  /** Index among the notes that the layout shows there; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<NoteFields>;
}

/** Adds a note to a zone. */
export const addNote = defineCommand<EmpathyMapDoc, AddNote>(
  'empathy.addNote',
  (draft, { id, zone, stageId, at, fields }) => {
    if (!isId(id) || entity(draft.notes, id)) return;
    const home: NoteHome = { zone, stageId: stageIn(draft, stageId) };
    const order = noteOrder(draft, home, at, null);
    const note: EmpathyNote = { ...EMPTY_NOTE, tags: [], links: [], id, ...home, order, place: null };
    setFields<CommonNoteFields>(note, fields, CLEANERS);
    draft.notes[id] = note;
  },
);

/** Writes the text of a note; a locked note keeps its text. */
export const setNoteText = defineCommand<EmpathyMapDoc, { readonly id: NoteId; readonly text: string }>(
  'empathy.setNoteText',
  (draft, { id, text }) => {
    const note = entity(draft.notes, id);
    if (note && !note.locked) setFields<CommonNoteFields>(note, { text }, CLEANERS);
  },
);

/** Sets colour, evidence, source, author, votes, lock, tags, picture and links; values out of range are clamped. */
export const setNoteFields = defineCommand<
  EmpathyMapDoc,
  { readonly id: NoteId; readonly fields: Partial<Omit<NoteFields, 'text'>> }
>('empathy.setNoteFields', (draft, { id, fields }) => {
  const note = entity(draft.notes, id);
  if (note) setFields<CommonNoteFields>(note, fields, { ...CLEANERS, text: undefined });
});

export interface MoveNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  /** Left out, the note keeps its stage. */
  readonly stageId?: StageId | null;
  /** Index among the notes that the layout shows there, itself not counted; null is the end. */
  readonly at: number | null;
}

/** Moves a note into the flow of a zone; in another area it leaves its group. A locked note stays. */
export const moveNote = defineCommand<EmpathyMapDoc, MoveNote>(
  'empathy.moveNote',
  (draft, { id, zone, stageId, at }) => {
    const note = entity(draft.notes, id);
    if (!note || note.locked) return;
    const home: NoteHome = { zone, stageId: stageId === undefined ? note.stageId : stageIn(draft, stageId) };
    const { layout } = draft.info;
    const stays =
      areaOf(layout, zone) === areaOf(layout, note.zone) && (layout !== 'stages' || home.stageId === note.stageId);
    const isThere = stays && note.zone === zone && note.stageId === home.stageId && note.place === null;
    if (isThere && at !== null && placeOf(draft, note) === at) return;
    const order = noteOrder(draft, home, at, id);
    Object.assign(note, home, { order, place: null });
    if (stays || note.clusterId === null) return;
    note.clusterId = null;
    dropEmptyClusters(draft);
  },
);

export interface PlaceNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly place: NotePlace;
}

/** Puts a note by hand somewhere in an area, out of the flow and out of its group. A locked note stays. */
export const placeNote = defineCommand<EmpathyMapDoc, PlaceNote>('empathy.placeNote', (draft, { id, zone, place }) => {
  const note = entity(draft.notes, id);
  if (!note || note.locked) return;
  if (note.zone !== zone) note.order = noteOrder(draft, { zone, stageId: note.stageId }, null, id);
  note.zone = zone;
  const next = asPlace(place);
  if (note.place?.x !== next.x || note.place.y !== next.y) note.place = next;
  if (note.clusterId === null) return;
  note.clusterId = null;
  dropEmptyClusters(draft);
});

/** Copies a note right after itself, without its votes and unlocked; the copy of a hand-placed note flows. */
export const duplicateNote = defineCommand<EmpathyMapDoc, { readonly id: NoteId; readonly newId: NoteId }>(
  'empathy.duplicateNote',
  (draft, { id, newId }) => {
    const note = entity(draft.notes, id);
    if (!note || !isId(newId) || entity(draft.notes, newId)) return;
    const order = noteOrder(draft, note, placeOf(draft, note) + 1, null);
    const { tags, links } = peek(note);
    draft.notes[newId] = {
      ...peek(note),
      tags: [...tags],
      links: links.map((link) => ({ ...link })),
      id: newId,
      order,
      votes: 0,
      locked: false,
      place: null,
    };
  },
);

/** Deletes notes, the groups they leave empty and the findings about them; locked ones stay. */
export const deleteNotes = defineCommand<EmpathyMapDoc, { readonly ids: readonly NoteId[] }>(
  'empathy.deleteNotes',
  (draft, { ids }) => removeNotes(draft, ids),
);

/** Deletes notes unless they are locked. */
export function removeNotes(draft: EmpathyDraft, ids: readonly NoteId[]): void {
  for (const id of ids) if (entity(draft.notes, id)?.locked === false) delete draft.notes[id];
  dropEmptyClusters(draft);
  dropLooseFindings(draft);
}
