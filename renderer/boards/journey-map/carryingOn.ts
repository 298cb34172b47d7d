import type { NoteId } from '@shared/base/ids';
import { addNote } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import type { CarriedNote } from '@/session/otherBoards';
import type { Session } from '@/session/session';
import { readyLane } from './adding';
import { stageOf } from './entities';

/** Takes in notes that another board carries on: into the pain points or the opportunities of their stages, as one step of undo. */
export function takeIn(session: Session<JourneyMapDoc>, notes: readonly CarriedNote[]): readonly Target[] {
  const mergeKey = editKey();
  return notes.flatMap(({ to, stageId, fields }): readonly Target[] => {
    const isThere = stageOf(session.store.getState().doc, stageId) !== null;
    const lane = isThere ? readyLane(session, to, null, { mergeKey }) : null;
    if (!lane) return [];
    const id = newId<NoteId>();
    const place = { laneId: lane.id, stageId, stepId: null };
    session.run(addNote, { id, place, at: null, fields }, { mergeKey });
    return [{ kind: 'note', id }];
  });
}
