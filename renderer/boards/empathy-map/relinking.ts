import { setNoteFields } from '@shared/boards/empathy-map/commands/notes';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { relinked } from '@shared/model/linkGraph';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import type { Session } from '@/session/session';

/** Lets a note rest on something elsewhere, or no more. What was changed. */
export function relink(
  session: Session<EmpathyMapDoc>,
  { kind, id }: Target,
  to: NoteLink,
  isOn: boolean,
): readonly Target[] {
  const note = Object.values<EmpathyNote>(session.store.getState().doc.notes).find((one) => one.id === id);
  const links = note && relinked(note.links, to, isOn);
  if (!note || !links) return [];
  session.run(setNoteFields, { id: note.id, fields: { links } });
  return [{ kind, id }];
}
