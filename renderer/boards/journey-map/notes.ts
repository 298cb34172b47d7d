import type { NoteId } from '@shared/base/ids';
import { type NoteFields, setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { RunOptions, Session } from '@/session/session';

/** Sets what a note says of itself beside its text. */
export function setNote(
  session: Session<JourneyMapDoc>,
  id: string,
  fields: Partial<Omit<NoteFields, 'text'>>,
  options: RunOptions = {},
): void {
  session.run(setNoteFields, { id: id as NoteId, fields }, options);
}
