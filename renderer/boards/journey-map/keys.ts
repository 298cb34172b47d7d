import type { EmotionPointId } from '@shared/base/ids';
import { emotionPointsIn } from '@shared/boards/journey-map/order';
import type { Target } from '@shared/scene/primitives';
import { screenBox } from '@/canvas/camera';
import { type Direction, neighbourOf } from '@/canvas/neighbour';
import { type PlacedTarget, targetKey } from '@/canvas/targetIndex';
import { addHere } from './addHere';
import { writtenPart } from './boardActions';
import type { SceneNow } from './boardScene';
import type { JourneyController } from './controller';
import { pointOf } from './entities';
import { nudgeOffset, nudgeValence } from './moving';
import { contentStops, stopsOf } from './readingOrder';
import { targetBox } from './targetBox';
import { hasTarget, sameTarget } from './targets';

/** What matters of a key event. */
export type BoardKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How far an arrow key pans when nothing is selected, in CSS pixels. */
const PAN = 80;

const onlyOne = (controller: JourneyController): Target | null => {
  const [first, second] = controller.selection();
  return first && !second ? first : null;
};

function go(controller: JourneyController, placed: PlacedTarget | null | undefined, extend: boolean): boolean {
  if (!placed) return false;
  const { target } = placed;
  const selection = controller.selection();
  controller.select(extend && !hasTarget(selection, target) ? [...selection, target] : [target]);
  controller.moves.reveal(placed.box);
  return true;
}

/** The next or previous stop in reading order; null past the ends. */
function stopBeside(now: SceneNow, from: Target, by: 1 | -1): PlacedTarget | null {
  const stops = stopsOf(now);
  const at = stops.findIndex((stop) => sameTarget(stop.target, from));
  return at < 0 ? (stops[0] ?? null) : (stops[at + by] ?? null);
}

function arrowOnFace(controller: JourneyController, target: Target, direction: Direction, shift: boolean): boolean {
  const id = target.id as EmotionPointId;
  const { session } = controller;
  if (direction === 'up' || direction === 'down') return nudgeValence(session, id, direction === 'up', shift) || true;
  if (shift) return nudgeOffset(session, id, direction === 'right') || true;
  const doc = session.store.getState().doc;
  const point = pointOf(doc, id);
  const points = point ? emotionPointsIn(doc, point.laneId) : [];
  const next = points[points.findIndex((one) => one.id === id) + (direction === 'right' ? 1 : -1)];
  return next
    ? go(controller, controller.now().index.get(targetKey({ kind: 'emotion-point', id: next.id })), false)
    : true;
}

function arrow(controller: JourneyController, direction: Direction, shift: boolean): boolean {
  const selection = controller.selection();
  const last = selection.at(-1);
  if (!last) {
    const sign = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] } as const;
    const [x, y] = sign[direction];
    controller.moves.pan(x * PAN, y * PAN);
    return true;
  }
  if (last.kind === 'emotion-point' && selection.length === 1) return arrowOnFace(controller, last, direction, shift);
  const now = controller.now();
  const box = targetBox(now, last);
  if (!box) return true;
  const others = stopsOf(now).filter((stop) => !sameTarget(stop.target, last));
  go(controller, neighbourOf(box, direction, others), shift);
  return true;
}

function enter(controller: JourneyController): boolean {
  const only = onlyOne(controller);
  if (!only) return false;
  if (only.kind === 'cell') return addHere(controller);
  controller.show(only);
  return controller.editing.start(writtenPart(only), { selectAll: only.kind !== 'note' });
}

/** Opens the menu at the selection's corner, in window coordinates. */
export function openMenuAtSelection(controller: JourneyController, container: Element): boolean {
  const [first] = controller.selection();
  const box = container.getBoundingClientRect();
  const at = first ? targetBox(controller.now(), first) : null;
  const on = at ? screenBox(controller.camera.get(), controller.viewSize(), at) : { x: 20, y: 20, w: 0, h: 0 };
  const x = Math.min(Math.max(0, on.x + Math.min(on.w, 40)), box.width);
  const y = Math.min(Math.max(0, on.y + Math.min(on.h, 24)), box.height);
  controller.ui.setState({ menu: { x: box.left + x, y: box.top + y } });
  return true;
}

function withCommand(controller: JourneyController, event: BoardKey): boolean {
  if (event.key.toLowerCase() !== 'a' || event.shiftKey) return false;
  controller.select(contentStops(controller.now()).map(({ target }) => target));
  return true;
}

/** What a key does on the board. True when it did something: then nobody else should act on it. */
export function boardKey(controller: JourneyController, event: BoardKey, container: Element): boolean {
  const direction = ARROWS[event.key];
  if (event.ctrlKey || event.metaKey) return withCommand(controller, event);
  // Alt and an arrow is an action of the app; other chords belong to nobody here.
  if (event.altKey) return false;
  if (direction) return arrow(controller, direction, event.shiftKey);
  switch (event.key) {
    case 'Enter':
      return enter(controller);
    case 'Insert':
      return addHere(controller);
    case 'Home':
    case 'End':
      return go(controller, stopsOf(controller.now()).at(event.key === 'Home' ? 0 : -1), false);
    case 'Tab': {
      const from = controller.selection().at(-1);
      // Past the last stop, or with nothing selected, Tab leaves the board as it leaves any control.
      return from ? go(controller, stopBeside(controller.now(), from, event.shiftKey ? -1 : 1), false) : false;
    }
    case 'Escape':
      if (controller.gestures.cancel()) return true;
      if (controller.selection().length === 0) return false;
      controller.select([]);
      return true;
    case 'ContextMenu':
      return openMenuAtSelection(controller, container);
    case 'F10':
      return event.shiftKey && openMenuAtSelection(controller, container);
    case '+':
    case '-':
      controller.moves.step(event.key === '+' ? 1 : -1);
      return true;
    default:
      // Letters are actions of the app, also with a note selected: Enter, F2 or a double click begin to write.
      return false;
  }
}
