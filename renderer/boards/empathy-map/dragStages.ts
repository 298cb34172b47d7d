import type { StageId } from '@shared/base/ids';
import { moveStage, setEmotion } from '@shared/boards/empathy-map/commands/stages';
import { emotionOf } from '@shared/boards/empathy-map/emotions';
import { valenceAt } from '@shared/boards/empathy-map/layout/stageEmotion';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { formatValence } from '@shared/boards/pieces/valence';
import type { Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, STILL } from '@/editor/drag';
import { indexAlong } from '@/editor/insertion';
import { followsJourney, stageOf } from './entities';

type Context = DragContext<EmpathyMapDoc>;

/** Drags the face of a stage up and down in tenths: its emotion is set by hand then, and the curve follows. */
export function dragEmotion({ now, from, session, lang }: Context, held: Target): Drag<EmpathyMapDoc> | null {
  const { doc, compact } = now.inputs;
  const stage = stageOf(doc, held.id);
  const placed = now.index.get(targetKey(held));
  if (!stage || !placed) return null;
  const form = compact ? 'compact' : 'screen';
  const at = (y: number): number => valenceAt(placed.box, y, form);
  const start = emotionOf(stage)?.valence;
  // The face keeps the distance it was grabbed at; where there is none yet it comes to the hand.
  const grab = start === undefined ? 0 : start - at(from.y);
  let hand = stage.hand;
  return {
    move: (to) => {
      hand = Math.max(-2, Math.min(2, Math.round((at(to.y) + grab) * 10) / 10));
      const provisional = { ...doc, stages: { ...doc.stages, [stage.id]: { ...stage, hand } } };
      return { ...STILL, badge: { text: formatValence(hand, lang), at: to }, provisional };
    },
    drop: () => {
      if (hand !== stage.hand && hand !== start) session.run(setEmotion, { id: stage.id, fields: { hand } });
      return [held];
    },
  };
}

/** Drags the header of a stage of the map's own to another place; those of a journey stand as the journey does. */
export function dragStage({ now, from, session }: Context, held: Target): Drag<EmpathyMapDoc> | null {
  const { doc } = now.inputs;
  const stage = stageOf(doc, held.id);
  const all = stagesInOrder(doc).flatMap(({ id }) => now.index.get(targetKey({ kind: 'stage', id })) ?? []);
  const own = all.findIndex(({ target }) => target.id === held.id);
  const placed = all[own];
  if (!stage || !placed || followsJourney(doc, stage)) return null;
  const boxes = all.map(({ box }) => box);
  let to = own;
  const markAt = (point: Point) => {
    const index = indexAlong(point.x, boxes, 'x');
    to = index > own ? index - 1 : index;
    const next = boxes[index];
    const last = boxes.at(-1) ?? placed.box;
    const x = next ? next.x : last.x + last.w;
    const bottom = now.scene.height;
    return {
      area: { x: x - 1, y: placed.box.y, w: 2, h: placed.box.h },
      line: { x1: x, y1: placed.box.y, x2: x, y2: bottom },
      allowed: true,
    };
  };
  return {
    move: (point) => ({
      ...STILL,
      hidden: new Map([[placed.key, 'all' as const]]),
      lifted: { items: [placed.group], boxes: [placed.box], dx: point.x - from.x, dy: 0 },
      drop: markAt(point),
    }),
    drop: () => {
      if (to !== own) session.run(moveStage, { id: held.id as StageId, to });
      return [held];
    },
  };
}
