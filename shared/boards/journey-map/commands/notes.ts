import { isId, type NoteId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { EVIDENCE_KINDS } from '../../../model/evidence';
import { NOTE_COLORS } from '../../../model/note';
import { indexOf, moveTo, orderAt } from '../../../model/orderKey';
import type { JourneyMapDoc, Note } from '../model';
import type { CellPlace } from '../targets';
import { notePlace } from './journeyDraft';

/** What a note says of itself, apart from where it stands. */
export type NoteFields = Omit<Note, 'id' | 'laneId' | 'stageId' | 'stepId' | 'order'>;

const asRating = orNull(asNumber(1, 5, 1));

const CLEANERS: Cleaners<NoteFields> = {
  text: asText,
  color: orNull(asOneOf(NOTE_COLORS)),
  evidence: orNull(asOneOf(EVIDENCE_KINDS)),
  source: asText,
  author: asText,
  votes: asNumber(0, 9999, 1),
  locked: asFlag,
  severity: asRating,
  impact: asRating,
  effort: asRating,
};

const EMPTY: NoteFields = {
  text: '',
  color: null,
  evidence: null,
  source: '',
  author: '',
  votes: 0,
  locked: false,
  severity: null,
  impact: null,
  effort: null,
};

const inCell = (place: CellPlace) => (note: Note) =>
  note.laneId === place.laneId && note.stageId === place.stageId && note.stepId === place.stepId;

export interface AddNote {
  readonly id: NoteId;
  readonly place: CellPlace;
  /** Index in the cell; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<NoteFields>;
}

/** Adds a note to a cell. */
export const addNote = defineCommand<JourneyMapDoc, AddNote>('journey.addNote', (draft, { id, place, at, fields }) => {
  const home = notePlace(draft, place);
  if (!home || !isId(id) || entity(draft.notes, id)) return;
  const note = { id, ...home, order: orderAt<Note>(draft.notes, inCell(home), at), ...EMPTY };
  setFields<NoteFields>(note, fields, CLEANERS);
  draft.notes[id] = note;
});

/** Writes the text of a note; a locked note keeps its text. */
export const setNoteText = defineCommand<JourneyMapDoc, { readonly id: NoteId; readonly text: string }>(
  'journey.setNoteText',
  (draft, { id, text }) => {
    const note = entity(draft.notes, id);
    if (note && !note.locked) setFields<NoteFields>(note, { text }, CLEANERS);
  },
);

/** Sets colour, evidence, source, author, votes, lock and ratings; values out of range are clamped. */
export const setNoteFields = defineCommand<
  JourneyMapDoc,
  { readonly id: NoteId; readonly fields: Partial<Omit<NoteFields, 'text'>> }
>('journey.setNoteFields', (draft, { id, fields }) => {
  const note = entity(draft.notes, id);
  if (note) setFields<NoteFields>(note, fields, { ...CLEANERS, text: undefined });
});

export interface MoveNote {
  readonly id: NoteId;
  readonly place: CellPlace;
  /** Index in the cell without the note itself; null is the end. */
  readonly at: number | null;
}

/** Moves a note to a place of a cell; a locked note stays. */
export const moveNote = defineCommand<JourneyMapDoc, MoveNote>('journey.moveNote', (draft, { id, place, at }) => {
  const note = entity(draft.notes, id);
  const home = notePlace(draft, place);
  if (!note || note.locked || !home) return;
  if (inCell(home)(note)) return moveTo<Note>(draft.notes, id, inCell(home), at);
  const order = orderAt<Note>(draft.notes, inCell(home), at);
  Object.assign(note, home, { order });
});

/** Copies a note right after itself, without its votes and unlocked. */
export const duplicateNote = defineCommand<JourneyMapDoc, { readonly id: NoteId; readonly newId: NoteId }>(
  'journey.duplicateNote',
  (draft, { id, newId }) => {
    const note = entity(draft.notes, id);
    if (!note || !isId(newId) || entity(draft.notes, newId)) return;
    const order = orderAt<Note>(draft.notes, inCell(note), indexOf<Note>(draft.notes, inCell(note), id) + 1);
    draft.notes[newId] = { ...note, id: newId, order, votes: 0, locked: false };
  },
);

/** Deletes notes; locked ones stay. */
export const deleteNotes = defineCommand<JourneyMapDoc, { readonly ids: readonly NoteId[] }>(
  'journey.deleteNotes',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.notes, id)?.locked === false) delete draft.notes[id];
  },
);
