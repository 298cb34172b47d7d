import { z } from '../base/schema';
import { type CommonNoteFields, noteShape } from '../model/note';

/** Format of the app's own clipboard payload, a custom type that only this app reads and writes. */
export const NOTES_FORMAT = 'application/x-personarium-notes';
/** Most notes of one paste, and longest text that is read at all, in UTF-16 units. */
export const MAX_PASTED = 2_000;
export const MAX_CLIPBOARD_TEXT = 5_000_000;

const { clusterId: _group, ...fields } = noteShape;
const copiedNote = z.strictObject({
  ...fields,
  /** Which of the places copied from, counted from 0. */
  column: z.int().min(0).max(MAX_PASTED),
  /** Which of `groups`, if any. */
  group: z.int().min(0).max(MAX_PASTED).nullable(),
  /** What only its kind of board gives a note; read by that kind alone. */
  own: z.record(z.string().max(40), z.union([z.number(), z.string().max(200), z.boolean(), z.null()])),
});

const notesPayload = z.strictObject({
  app: z.literal('personarium'),
  version: z.literal(1),
  groups: z.array(z.strictObject({ title: noteShape.text, folded: z.boolean() })).max(MAX_PASTED),
  notes: z.array(copiedNote).min(1).max(MAX_PASTED),
});

/** Notes on the clipboard, in reading order. */
export type NotesPayload = z.infer<typeof notesPayload>;
export type CopiedNote = z.infer<typeof copiedNote>;
/** What a pasted note is given: a copy has no votes and no lock of its own. */
export type PastedFields = Partial<Omit<CommonNoteFields, 'clusterId'>>;

/** The payload a text stands for; null for anything that this app did not write. */
export function readNotesPayload(text: string): NotesPayload | null {
  if (text === '' || text.length > MAX_CLIPBOARD_TEXT) return null;
  try {
    const read = notesPayload.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const { groups, notes } = read.data;
    return notes.every(({ group }) => group === null || group < groups.length) ? read.data : null;
  } catch {
    return null;
  }
}

export const writeNotesPayload = (payload: NotesPayload): string => JSON.stringify(payload);
