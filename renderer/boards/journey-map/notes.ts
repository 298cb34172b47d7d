import type { NoteId } from '@shared/base/ids';
import { type NoteChange, type NoteFields, setNoteFields, setNotes } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { RunOptions, Session } from '@/session/session';

/** Sets what a note says of itself beside its text. */
export function setNote(
  session: Session<JourneyMapDoc>,
  id: string,
  fields: Partial<Omit<NoteFields, 'text' | 'clusterId'>>,
  options: RunOptions = {},
): void {
  session.run(setNoteFields, { id: id as NoteId, fields }, options);
}

/** The same for several notes, as one change. */
export function setAll(
  session: Session<JourneyMapDoc>,
  changes: readonly { readonly id: string; readonly fields: NoteChange['fields'] }[],
  options: RunOptions = {},
): void {
  const [only, second] = changes;
  if (only && !second) setNote(session, only.id, only.fields, options);
  else session.run(setNotes, { changes: changes as readonly NoteChange[] }, options);
}
