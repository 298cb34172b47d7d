import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import type { Modifiers } from '@/canvas/pointerMachine';
import { targetKey } from '@/canvas/targetIndex';
import { snapped } from './arrange';
import { type Drag, type DragContext, STILL } from './drag';
import { hasTarget } from './targets';

/** Pieces snap to their neighbours within this distance, in scene units. */
const REACH = 6;
/** Neighbours farther away than this do not count. */
const NEAR = 600;

let drops = 0;

const shifted = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

/** With Shift a drag keeps to the axis it goes along most. */
function along({ x, y }: Point, mods: Modifiers): Point {
  if (!mods.shift) return { x, y };
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}

/** Drags pieces to where the hand lets go of them, lined up with what lies near; copies of them while Alt is held. */
export function dragFree<Doc extends AnyDoc>(
  context: DragContext<Doc>,
  held: Target,
  selection: readonly Target[],
): Drag<Doc> | null {
  const { session, now, from, plug } = context;
  const { free, places, texts } = plug;
  const { doc } = now.inputs;
  const together = hasTarget(selection, held) ? selection.filter((one) => one.kind === held.kind) : [held];
  const carried = together.flatMap((target) => {
    const placed = now.index.get(targetKey(target));
    return placed && !texts.isLocked(doc, target) ? [{ target, box: placed.box, group: placed.group }] : [];
  });
  const grip = carried.find(({ target }) => target.id === held.id);
  if (!free || !grip) return null;
  const others = now.index.list
    .filter(({ target }) => plug.targets.isContent(target) && !hasTarget(together, target))
    .map(({ box }) => box);
  let by: Point = { x: 0, y: 0 };
  let lands = false;

  return {
    move: (to, mods) => {
      const wanted = along({ x: to.x - from.x, y: to.y - from.y }, mods);
      const box = shifted(grip.box, wanted.x, wanted.y);
      const near = others.filter(
        (other) => Math.abs(other.x - box.x) < NEAR + box.w && Math.abs(other.y - box.y) < NEAR + box.h,
      );
      const snap = snapped(box, near, REACH);
      by = { x: wanted.x + snap.dx, y: wanted.y + snap.dy };
      const middle = { x: grip.box.x + grip.box.w / 2 + by.x, y: grip.box.y + grip.box.h / 2 + by.y };
      const place = now.index.at(middle.x, middle.y, (target) => places.rank(target, held));
      lands = place !== null && places.takes(doc, place.target, held);
      return {
        ...STILL,
        hidden: new Map(mods.alt ? [] : carried.map(({ target }) => [targetKey(target), 'all' as const])),
        lifted: {
          items: carried.map(({ group }) => group),
          boxes: carried.map(({ box: one }) => one),
          dx: by.x,
          dy: by.y,
        },
        drop: place && { area: place.box, line: null, allowed: lands },
        // Above what is held, which would cover it.
        badge: mods.alt ? { text: '+', at: { x: to.x, y: Math.min(to.y, grip.box.y + by.y) } } : null,
        guides: snap.guides,
      };
    },
    drop: (mods) => {
      if (!lands) return together;
      drops += 1;
      const mergeKey = `free:${drops}`;
      const targets = mods.alt
        ? plug.duplicate(
            session,
            carried.map(({ target }) => target),
            { mergeKey },
          )
        : carried.map(({ target }) => target);
      const moves = targets.flatMap((target, at) => {
        const one = carried[at];
        return one ? [{ target, box: shifted(one.box, by.x, by.y) }] : [];
      });
      free.put(now, session, moves, { mergeKey });
      return targets;
    },
  };
}
