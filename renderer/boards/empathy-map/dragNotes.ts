import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { Area } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, type DragPicture, STILL } from '@/editor/drag';
import { dragPieces } from '@/editor/dragPieces';
import { hasTarget } from '@/editor/targets';
import { editKey } from '@/editor/textEditing';
import { currentT } from '@/ui/useT';
import { noteAt, zoneOf } from './entities';
import { canPlace, type HandRoom, handRoom, putByHand } from './placing';

const zoneRank = (target: Target): number => (target.kind === 'zone' ? 1 : -1);

/**
 * Drags notes: into the order of a zone or a group, with a line where they go; or, with Ctrl held, to where the hand lets go of
 * them. A note that was put by hand stays so, and Ctrl puts it back in order.
 */
export function dragNotes(
  context: DragContext<EmpathyMapDoc>,
  held: Target,
  selection: readonly Target[],
): Drag<EmpathyMapDoc> | null {
  const { session, now, from } = context;
  const { doc } = now.inputs;
  const ordered = dragPieces(context, held, selection);
  const note = noteAt(doc, held);
  if (!ordered || !note || !canPlace(doc)) return ordered;
  const together = hasTarget(selection, held) ? selection : [held];
  const notes = together.flatMap((target) => {
    const each = noteAt(doc, target);
    const placed = now.index.get(targetKey(target));
    return each && placed && !each.locked ? [{ note: each, placed }] : [];
  });
  const groups = notes.map(({ placed }) => placed.group);
  const hidden = new Map(notes.map(({ placed }) => [placed.key, 'all' as const]));
  const boxes = notes.map(({ placed }) => placed.box);
  const isPlaced = note.place !== null && !note.clusterId;
  const rooms = new Map<Area, HandRoom | null>();
  const roomOf = (area: Area): HandRoom | null => {
    const known = rooms.get(area);
    if (known !== undefined) return known;
    const room = handRoom(now, note, area);
    rooms.set(area, room);
    return room;
  };
  let landing: { readonly area: Area; readonly dx: number; readonly dy: number } | null = null;
  let byHand = false;

  const moveByHand = (to: { readonly x: number; readonly y: number }): DragPicture<EmpathyMapDoc> => {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const over = now.index.at(to.x, to.y, zoneRank);
    const zone = over && zoneOf(doc, over.target);
    landing = zone ? { area: zone.area, dx, dy } : null;
    const badge = { text: currentT()('empathy.placing.byHand'), at: to };
    const drop = over ? { area: over.box, line: null, allowed: true } : null;
    return { ...STILL, hidden, lifted: { items: groups, boxes, dx, dy }, drop, badge };
  };

  return {
    move: (to, mods) => {
      byHand = mods.ctrl !== isPlaced;
      if (byHand) return moveByHand(to);
      const picture = ordered.move(to, mods);
      return isPlaced ? { ...picture, badge: { text: currentT()('empathy.placing.inOrder'), at: to } } : picture;
    },
    drop: () => {
      if (!byHand) return ordered.drop();
      const room = landing && roomOf(landing.area);
      if (!landing || !room) return together;
      const mergeKey = editKey();
      for (const { note: each, placed } of notes) {
        const at = { x: placed.box.x + landing.dx, y: placed.box.y + landing.dy };
        putByHand(session, each, room, at, { mergeKey });
      }
      return together;
    },
  };
}
