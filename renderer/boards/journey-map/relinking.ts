import type { EmotionPointId, NoteId, TouchpointId } from '@shared/base/ids';
import { setEmotionPointFields } from '@shared/boards/journey-map/commands/emotionPoints';
import { setNoteFields } from '@shared/boards/journey-map/commands/notes';
import { setTouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import { linkPieces } from '@shared/boards/journey-map/linkPieces';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { relinked } from '@shared/model/linkGraph';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import type { Session } from '@/session/session';

/** Lets a note, a touchpoint or a feeling rest on something elsewhere, or no more. What was changed. */
export function relink(
  session: Session<JourneyMapDoc>,
  { kind, id }: Target,
  to: NoteLink,
  isOn: boolean,
): readonly Target[] {
  const piece = linkPieces(session.store.getState().doc).find((one) => one.id === id && one.kind === kind);
  const links = piece && relinked(piece.links, to, isOn);
  if (!links) return [];
  const fields = { links };
  if (kind === 'note') session.run(setNoteFields, { id: id as NoteId, fields });
  else if (kind === 'touchpoint') session.run(setTouchpointFields, { id: id as TouchpointId, fields });
  else session.run(setEmotionPointFields, { id: id as EmotionPointId, fields });
  return [{ kind, id }];
}
