import type { NoteId } from '../../shared/base/ids';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';

/** A map so full that no sheet holds it in letters for a wall: its notes many times over. */
export const crowdedMap = (doc: JourneyMapDoc, times: number): JourneyMapDoc => ({
  ...doc,
  notes: Object.fromEntries(
    Object.values(doc.notes).flatMap((note) =>
      Array.from({ length: times }, (_, at) => {
        const id = `${note.id}-${at}` as NoteId;
        return [id, { ...note, id, clusterId: null, order: `${note.order}${String(at).padStart(3, '0')}1` }] as const;
      }),
    ),
  ),
});
