import type { NoteId } from '@shared/base/ids';
import { moveNote, placeNote } from '@shared/boards/empathy-map/commands/notes';
import { empathyMapKind } from '@shared/boards/empathy-map/kind';
import { type EmpathyMapDoc, type EmpathyNote, MOST_DOWN } from '@shared/boards/empathy-map/model';
import { type Area, zoneIn } from '@shared/boards/empathy-map/zones';
import type { Box, Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardController } from '@/editor/boardController';
import { createBoardScene, type SceneNow } from '@/editor/boardScene';
import { editKey } from '@/editor/textEditing';
import type { RunOptions, Session } from '@/session/session';
import { noteAt, zoneOf } from './entities';

type Now = SceneNow<EmpathyMapDoc>;

/** Where notes can be put by hand in an area: from the left edge to the right one, from the top down. */
export interface HandRoom {
  readonly area: Area;
  readonly left: number;
  /** How far a note's left edge can go. */
  readonly width: number;
  readonly top: number;
}

/** True where notes can be put by hand: by stage every note flows. */
export const canPlace = (doc: EmpathyMapDoc): boolean => doc.info.layout !== 'stages';

function withPlace(doc: EmpathyMapDoc, note: EmpathyNote, area: Area, x: number): EmpathyMapDoc {
  const put: EmpathyNote = { ...note, zone: zoneIn(area, note.zone), place: { x, y: 0 }, clusterId: null };
  return { ...doc, notes: { ...doc.notes, [note.id]: put } };
}

/** The room of an area for a note, asked of the layout itself: where it draws the note at the left edge, and at the right one. */
export function handRoom(now: Now, note: EmpathyNote, area: Area): HandRoom | null {
  const layOut = createBoardScene(empathyMapKind);
  const key = targetKey({ kind: 'note', id: note.id });
  const boxAt = (x: number): Box | null =>
    layOut({ ...now.inputs, doc: withPlace(now.inputs.doc, note, area, x) }).index.get(key)?.box ?? null;
  const first = boxAt(0);
  const last = boxAt(1);
  return first && last && { area, left: first.x, width: last.x - first.x, top: first.y };
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** The stored place of a note whose corner stands at a point of the scene. */
export const placeIn = ({ left, width, top }: HandRoom, at: Point): { readonly x: number; readonly y: number } => ({
  x: width > 0 ? within((at.x - left) / width, 1) : 0,
  y: Math.round(within(at.y - top, MOST_DOWN)),
});

/** Puts notes by hand where they are, or back in order, as one step of undo. */
export function setPlaced(
  controller: BoardController<EmpathyMapDoc>,
  targets: readonly Target[],
  placed: boolean,
): void {
  const { session } = controller;
  const mergeKey = editKey();
  // All places are read before the first note moves, for the others move with it.
  const now = controller.now();
  const boxes = targets.map((target) => now.index.get(targetKey(target))?.box);
  for (const [at, target] of targets.entries()) {
    const note = noteAt(now.inputs.doc, target);
    const zone = zoneOf(now.inputs.doc, target);
    const box = boxes[at];
    if (!note || !zone || (note.place !== null) === placed) continue;
    if (!placed) session.run(moveNote, { id: note.id, zone: note.zone, at: null }, { mergeKey });
    else if (box) {
      const room = handRoom(now, note, zone.area);
      if (room) putByHand(session, note, room, box, { mergeKey });
    }
  }
}

/** Puts a note by hand with its corner at a point. */
export function putByHand(
  session: Session<EmpathyMapDoc>,
  note: EmpathyNote,
  room: HandRoom,
  at: Point,
  options: RunOptions,
): void {
  const place = placeIn(room, at);
  session.run(placeNote, { id: note.id as NoteId, zone: zoneIn(room.area, note.zone), place }, options);
}
