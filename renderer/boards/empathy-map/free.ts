import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { Area } from '@shared/boards/empathy-map/zones';
import type { Box, Target } from '@shared/scene/primitives';
import type { FreeAccess } from '@/editor/boardEditing';
import type { SceneNow } from '@/editor/boardScene';
import { noteAt, zoneOf } from './entities';
import { canPlace, type HandRoom, handRoom, putByHand } from './placing';

const zoneRank = (target: Target): number => (target.kind === 'zone' ? 1 : -1);

/** The area that the middle of a box lies in; where it lies beside all of them, the one the note stands in. */
function areaUnder(now: SceneNow<EmpathyMapDoc>, doc: EmpathyMapDoc, target: Target, box: Box): Area | null {
  const over = now.index.at(box.x + box.w / 2, box.y + box.h / 2, zoneRank);
  return (zoneOf(doc, over?.target ?? target) ?? zoneOf(doc, target))?.area ?? null;
}

/** Notes that stand where a hand put them, in their zone. */
export const empathyFree: FreeAccess<EmpathyMapDoc> = {
  isFree: (doc, target) => {
    const note = noteAt(doc, target);
    return note !== null && note.place !== null && !note.clusterId && canPlace(doc);
  },
  put: (now, session, moves, options) => {
    // Asking the layout takes two of its rounds: once per area, not once per note.
    const rooms = new Map<Area, HandRoom | null>();
    for (const { target, box } of moves) {
      const { doc } = session.store.getState();
      const note = noteAt(doc, target);
      const area = note && areaUnder(now, doc, target, box);
      if (!note || !area) continue;
      const room = rooms.get(area) ?? handRoom(now, note, area);
      rooms.set(area, room);
      if (room) putByHand(session, note, room, box, options);
    }
  },
};
