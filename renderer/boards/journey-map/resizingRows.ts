import type { LaneId } from '@shared/base/ids';
import { setLaneLook } from '@shared/boards/journey-map/commands/lanes';
import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardController } from '@/editor/boardController';
import { type Drag, type DragContext, STILL } from '@/editor/drag';
import type { Session } from '@/session/session';
import { laneOf } from './entities';

/** A press so near to the bottom edge of a row's name means its height. In scene units. */
const GRIP = 7;
/** What a key press changes. */
const STEP = 20;
const MOST = 2000;

const withLane = (doc: JourneyMapDoc, lane: Lane): JourneyMapDoc => ({
  ...doc,
  lanes: { ...doc.lanes, [lane.id]: lane },
});
const heightOf = (wanted: number): number => Math.round(Math.min(MOST, Math.max(0, wanted)));

/** Pulls the bottom edge of a row; null for a press elsewhere. Content is never covered: a row keeps the height it needs. */
export function dragRowEdge(context: DragContext<JourneyMapDoc>, held: Target): Drag<JourneyMapDoc> | null {
  const { now, from, session } = context;
  const lane = laneOf(now.inputs.doc, held.id);
  const box = now.index.get(targetKey(held))?.box;
  if (!lane || !box || from.y < box.y + box.h - GRIP) return null;
  let minHeight = lane.minHeight;
  return {
    move: (to) => {
      minHeight = heightOf(box.h + to.y - from.y);
      return { ...STILL, provisional: withLane(now.inputs.doc, { ...lane, minHeight }) };
    },
    drop: () => {
      if (minHeight !== lane.minHeight) session.run(setLaneLook, { id: lane.id, look: { minHeight } });
      return [held];
    },
  };
}

/** Plus and minus on a row: taller, less tall. `drawn` is its height now, 0 when it is not known. */
export function stepRowHeight(session: Session<JourneyMapDoc>, target: Target, up: boolean, drawn = 0): boolean {
  const lane = target.kind === 'lane' ? laneOf(session.store.getState().doc, target.id) : null;
  if (!lane) return false;
  const from = up ? Math.max(lane.minHeight, drawn) : lane.minHeight;
  const minHeight = heightOf(from + (up ? STEP : -STEP));
  session.run(setLaneLook, { id: target.id as LaneId, look: { minHeight } }, { mergeKey: `height:${target.id}` });
  return true;
}

/** The keys plus and minus while a row is chosen. */
export function rowKey(controller: BoardController<JourneyMapDoc>, key: string): boolean {
  const [only, second] = controller.selection();
  if (!only || second || only.kind !== 'lane' || (key !== '+' && key !== '-')) return false;
  const box = controller.now().index.get(targetKey(only))?.box;
  return stepRowHeight(controller.session, only, key === '+', Math.round(box?.h ?? 0));
}
