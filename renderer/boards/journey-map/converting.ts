import type { NoteId } from '@shared/base/ids';
import { addNote } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import { noteTargets } from '@/editor/noteActions';
import { editKey } from '@/editor/textEditing';
import { laneOf, noteOf } from './entities';
import { uncover } from './folding';
import { laneFor, placeFor } from './places';

type Row = 'opportunities' | 'pain-points';

/** The row that a note is carried on into: opportunities, of an opportunity the pain points; null where the map has none. */
export function conversionOf(doc: JourneyMapDoc, note: Note): { readonly to: Row; readonly exists: boolean } {
  const to = laneOf(doc, note.laneId)?.kind === 'opportunities' ? 'pain-points' : 'opportunities';
  return { to, exists: laneFor(doc, (lane) => lane.kind === to, null) !== null };
}

/** Copies what the chosen notes say into the row they are carried on into, in the same stage; the notes stay. */
export function convertNotes(controller: BoardController<JourneyMapDoc>): boolean {
  const { session } = controller;
  const mergeKey = editKey();
  const made = noteTargets(controller).flatMap((target): readonly Target[] => {
    const { doc } = session.store.getState();
    const note = noteOf(doc, target.id);
    const lane = note && laneFor(doc, (one) => one.kind === conversionOf(doc, note).to, null);
    const place = lane && placeFor(doc, lane, target);
    if (!note || !place) return [];
    const id = newId<NoteId>();
    const { text, evidence, source, author, tags } = note;
    session.run(addNote, { id, place, at: null, fields: { text, evidence, source, author, tags } }, { mergeKey });
    uncover(controller, { kind: 'note', id });
    return [{ kind: 'note', id }];
  });
  const [first] = made;
  if (!first) return false;
  controller.select(made);
  controller.show(first);
  return true;
}
