import type { StepId, TouchpointId } from '@shared/base/ids';
import { moveTouchpoint, setTouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import type { JourneyMapDoc, Medium, Touchpoint } from '@shared/boards/journey-map/model';
import { touchpointsIn } from '@shared/boards/journey-map/order';
import { cellPlace } from '@shared/boards/journey-map/targets';
import { translator } from '@shared/i18n/translate';
import type { Box, Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import { targetKey } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { type Drag, type DragContext, STILL } from '@/editor/drag';
import { editKey } from '@/editor/textEditing';
import { touchpointOf } from './entities';
import { addWay } from './pathActions';

const cellRank = (target: Target): number => (target.kind === 'cell' ? 1 : -1);
const stationRank = (target: Target): number => (target.kind === 'touchpoint' ? 1 : -1);

/** Where a station would stand: its moment, after how many others of it, on which bank. */
interface Landing {
  readonly stepId: StepId;
  readonly at: number;
  readonly medium: Medium;
  readonly column: Box;
}

function landingAt(now: SceneNow<JourneyMapDoc>, station: Touchpoint, to: Point): Landing | null {
  const cell = now.index.at(to.x, to.y, cellRank);
  const stepId = cell && cellPlace(cell.target)?.stepId;
  if (!cell || !stepId) return null;
  const others = touchpointsIn(now.inputs.doc, { laneId: station.laneId, stepId }).filter(
    ({ id }) => id !== station.id,
  );
  const at = others.filter(({ id }) => {
    const box = now.index.get(targetKey({ kind: 'touchpoint', id }))?.box;
    return box && box.x + box.w / 2 < to.x;
  }).length;
  return { stepId, at, medium: to.y < cell.box.y + cell.box.h / 2 ? 'online' : 'offline', column: cell.box };
}

/**
 * Drags a station along the path (its moment, its order) and between the banks (its medium), as one change. With Ctrl it stays, and a
 * way is drawn from it to the station where the hand lets go.
 */
export function dragStation(context: DragContext<JourneyMapDoc>, held: Target): Drag<JourneyMapDoc> | null {
  const { now, session, lang } = context;
  const station = touchpointOf(now.inputs.doc, held.id);
  const placed = now.index.get(targetKey(held));
  if (!station || !placed) return null;
  const t = translator(lang);
  const middle = { x: placed.box.x + placed.box.w / 2, y: placed.box.y + placed.box.h / 2 };
  let last: Point = middle;
  let landing: Landing | null = null;
  const other = (at: Point): Touchpoint | null => {
    const found = now.index.at(at.x, at.y, stationRank);
    const target = found && touchpointOf(now.inputs.doc, found.target.id);
    return target && target.stepId !== station.stepId ? target : null;
  };
  return {
    move: (to, mods) => {
      last = to;
      if (mods.ctrl) {
        const end = other(to);
        const box = end && now.index.get(targetKey({ kind: 'touchpoint', id: end.id }))?.box;
        const guides = [{ x1: middle.x, y1: middle.y, x2: to.x, y2: to.y }];
        return { ...STILL, guides, drop: box ? { area: box, line: null, allowed: true } : null };
      }
      landing = landingAt(now, station, to);
      if (!landing) return STILL;
      const { column, medium } = landing;
      const half = column.h / 2;
      const area = { ...column, y: medium === 'online' ? column.y : column.y + half, h: half };
      const badge = { text: t(`journey.path.${medium}`), at: to };
      const lifted = { items: [placed.group], boxes: [placed.box], dx: to.x - middle.x, dy: to.y - middle.y };
      return { ...STILL, badge, lifted, drop: { area, line: null, allowed: true } };
    },
    drop: (mods) => {
      const mergeKey = editKey();
      if (mods.ctrl) {
        const end = other(last);
        return end ? [addWay(session, station.stepId, end.stepId, { mergeKey })] : [held];
      }
      if (!landing) return [held];
      const { stepId, at, medium } = landing;
      const id = station.id as TouchpointId;
      const before = touchpointsIn(now.inputs.doc, station).findIndex((one) => one.id === id);
      if (stepId !== station.stepId || at !== before)
        session.run(moveTouchpoint, { id, laneId: station.laneId, stepId, at }, { mergeKey });
      if (medium !== station.medium) session.run(setTouchpointFields, { id, fields: { medium } }, { mergeKey });
      return [held];
    },
  };
}
