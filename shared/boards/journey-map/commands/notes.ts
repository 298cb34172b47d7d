import { type ClusterId, isId, type NoteId, type PersonaId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asDate, asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { EMPTY_NOTE, NOTE_CLEANERS } from '../../../model/note';
import { indexOf, moveTo, type Ordered, orderAt } from '../../../model/orderKey';
import { NOTE_DEFAULTS_3 } from '../defaults';
import { CONTENT_STATUSES, CONTENT_TYPES, DECISIONS } from '../enums';
import type { JourneyMapDoc, Note } from '../model';
import type { CellPlace } from '../targets';
import { type JourneyDraft, notePlace } from './journeyDraft';
import { dropEmptyClusters, groupOf, slotsIn } from './slots';

/** What a note says of itself, apart from where it stands. */
export type NoteFields = Omit<Note, 'id' | 'laneId' | 'stageId' | 'stepId' | 'order'>;

const asRating = orNull(asNumber(1, 5, 1));

const CLEANERS: Cleaners<NoteFields> = {
  ...NOTE_CLEANERS,
  severity: asRating,
  impact: asRating,
  effort: asRating,
  personaId: orNull<PersonaId>((value) => (isId(value) ? (value as PersonaId) : undefined)),
  contentType: orNull(asOneOf(CONTENT_TYPES)),
  status: orNull(asOneOf(CONTENT_STATUSES)),
  owner: asText,
  due: asDate,
  decision: orNull(asOneOf(DECISIONS)),
};

const EMPTY: NoteFields = { ...EMPTY_NOTE, severity: null, impact: null, effort: null, ...NOTE_DEFAULTS_3 };

const any = () => true;

/** The group of that id when it stands in this cell. */
const groupIn = (draft: JourneyDraft, place: CellPlace, clusterId: ClusterId | null | undefined): ClusterId | null =>
  groupOf(draft, { ...place, clusterId: clusterId ?? null });

export interface AddNote {
  readonly id: NoteId;
  readonly place: CellPlace;
  /** A group of that cell to put it into; without, it stands beside the groups. */
  readonly clusterId?: ClusterId | null;
  /** Index in the group, or among the groups and ungrouped notes of the cell; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<NoteFields>;
}

/** Adds a note to a cell. */
export const addNote = defineCommand<JourneyMapDoc, AddNote>('journey.addNote', (draft, args) => {
  const { id, at, fields } = args;
  const home = notePlace(draft, args.place);
  if (!home || !isId(id) || entity(draft.notes, id)) return;
  const clusterId = groupIn(draft, home, args.clusterId);
  const note = { id, ...home, ...EMPTY, order: orderAt<Ordered>(slotsIn(draft, home, clusterId), any, at), clusterId };
  setFields<NoteFields>(note, fields, { ...CLEANERS, clusterId: undefined });
  draft.notes[id] = note;
});

export interface AddNotes {
  readonly place: CellPlace;
  readonly clusterId?: ClusterId | null;
  /** Index of the first one; null is the end. */
  readonly at: number | null;
  readonly notes: readonly Pick<AddNote, 'id' | 'fields'>[];
}

/** Adds notes to a cell or a group, one after the other. */
export const addNotes = defineCommand<JourneyMapDoc, AddNotes>('journey.addNotes', (draft, { notes, at, ...home }) => {
  notes.forEach((note, index) => {
    addNote(draft, { ...home, ...note, at: at === null ? null : at + index });
  });
});

/** Writes the text of a note; a locked note keeps its text. */
export const setNoteText = defineCommand<JourneyMapDoc, { readonly id: NoteId; readonly text: string }>(
  'journey.setNoteText',
  (draft, { id, text }) => {
    const note = entity(draft.notes, id);
    if (note && !note.locked) setFields<NoteFields>(note, { text }, CLEANERS);
  },
);

/** Sets what a note says beside its text; values out of range are clamped. Its group is changed by moving it. */
export const setNoteFields = defineCommand<
  JourneyMapDoc,
  { readonly id: NoteId; readonly fields: Partial<Omit<NoteFields, 'text' | 'clusterId'>> }
>('journey.setNoteFields', (draft, { id, fields }) => {
  const note = entity(draft.notes, id);
  if (note) setFields<NoteFields>(note, fields, { ...CLEANERS, text: undefined, clusterId: undefined });
});

export interface NoteChange {
  readonly id: NoteId;
  readonly fields: Partial<Omit<NoteFields, 'text' | 'clusterId'>>;
}

/** Sets fields of several notes as one change. */
export const setNotes = defineCommand<JourneyMapDoc, { readonly changes: readonly NoteChange[] }>(
  'journey.setNotes',
  (draft, { changes }) => {
    for (const change of changes) setNoteFields(draft, change);
  },
);

export interface MoveNote {
  readonly id: NoteId;
  readonly place: CellPlace;
  /** A group of that cell to put it into; without, it stands beside the groups. */
  readonly clusterId?: ClusterId | null;
  /** Index in the group, or among the groups and ungrouped notes of the cell, the note itself not counted; null is the end. */
  readonly at: number | null;
  /** Whom it is for from then on; left out, that stays. */
  readonly personaId?: PersonaId | null;
}

/** Moves a note to a place of a cell or of a group; a locked note stays. */
export const moveNote = defineCommand<JourneyMapDoc, MoveNote>('journey.moveNote', (draft, args) => {
  const { id, at } = args;
  const note = entity(draft.notes, id);
  const home = notePlace(draft, args.place);
  if (!note || note.locked || !home) return;
  const clusterId = groupIn(draft, home, args.clusterId);
  const slots = slotsIn(draft, home, clusterId);
  if (args.personaId !== undefined) setFields<NoteFields>(note, { personaId: args.personaId }, CLEANERS);
  if (Object.hasOwn(slots, id)) moveTo<Ordered>(slots, id, any, at);
  else {
    // Before it leaves: the places of the others are counted without it.
    const order = orderAt<Ordered>(slots, any, at);
    Object.assign(note, home, { order, clusterId });
    dropEmptyClusters(draft);
  }
});

/** Copies a note right after itself, without its votes and unlocked. */
export const duplicateNote = defineCommand<JourneyMapDoc, { readonly id: NoteId; readonly newId: NoteId }>(
  'journey.duplicateNote',
  (draft, { id, newId }) => {
    const note = entity(draft.notes, id);
    if (!note || !isId(newId) || entity(draft.notes, newId)) return;
    const slots = slotsIn(draft, note, groupOf(draft, note));
    const order = orderAt<Ordered>(slots, any, indexOf<Ordered>(slots, any, id) + 1);
    draft.notes[newId] = { ...note, id: newId, order, votes: 0, locked: false };
  },
);

/** Deletes notes; locked ones stay. */
export const deleteNotes = defineCommand<JourneyMapDoc, { readonly ids: readonly NoteId[] }>(
  'journey.deleteNotes',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.notes, id)?.locked === false) delete draft.notes[id];
    dropEmptyClusters(draft);
  },
);
