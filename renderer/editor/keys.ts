import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { screenBox } from '@/canvas/camera';
import { type Direction, neighbourOf } from '@/canvas/neighbour';
import type { PlacedTarget } from '@/canvas/targetIndex';
import { addHere } from './addHere';
import type { BoardController } from './boardController';
import { nudge } from './freeActions';
import { keepChosen, keptNow } from './keeping';
import type { BoardMenuItem } from './menuItems';
import { targetBox } from './targetBox';
import { sameTarget } from './targets';

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

const onlyOne = <Doc extends AnyDoc>(controller: BoardController<Doc>): Target | null => {
  const [first, second] = controller.selection();
  return first && !second ? first : null;
};

/** Chooses a placed thing and brings it into view; false when there is none. */
export function go<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  placed: PlacedTarget | null | undefined,
  extend: boolean,
): boolean {
  if (!placed) return false;
  const { target } = placed;
  const others = extend ? controller.selection() : keptNow(controller);
  // What keys stand on is the last.
  controller.select([...others.filter((other) => !sameTarget(other, target)), target]);
  controller.moves.reveal(placed.box);
  return true;
}

/** The next or previous stop in reading order; null past the ends. */
function stopBeside(stops: readonly PlacedTarget[], from: Target, by: 1 | -1): PlacedTarget | null {
  const at = stops.findIndex((stop) => sameTarget(stop.target, from));
  return at < 0 ? (stops[0] ?? null) : (stops[at + by] ?? null);
}

const stopsOf = <Doc extends AnyDoc>(controller: BoardController<Doc>): readonly PlacedTarget[] =>
  controller.plug.targets.stops(controller.now());

function arrow<Doc extends AnyDoc>(controller: BoardController<Doc>, direction: Direction, shift: boolean): boolean {
  const { plug } = controller;
  const selection = controller.selection();
  const last = selection.at(-1);
  if (!last) {
    const sign = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] } as const;
    const [x, y] = sign[direction];
    controller.moves.pan(x * PAN, y * PAN);
    return true;
  }
  const nudged = nudge(controller, direction, shift);
  if (nudged !== null) return nudged;
  const own = selection.length === 1 ? plug.gestures.arrow?.(controller, last, direction, shift) : null;
  if (own !== null && own !== undefined) return own;
  const box = targetBox(plug, controller.now(), last);
  if (!box) return true;
  const others = stopsOf(controller).filter((stop) => !sameTarget(stop.target, last));
  go(controller, neighbourOf(box, direction, others), shift);
  return true;
}

function enter<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { doc } = controller.session.store.getState();
  const { places, texts, notes, gestures } = controller.plug;
  const only = onlyOne(controller);
  if (!only) return false;
  if (gestures.opened?.(controller, only)) return true;
  if (places.isPlace(only)) return addHere(controller);
  controller.show(only);
  return controller.editing.start(texts.writtenPart(only), { selectAll: notes.get(doc, only) === null });
}

/** The selection's corner, in window coordinates. */
function selectionCorner<Doc extends AnyDoc>(controller: BoardController<Doc>, container: Element) {
  const [first] = controller.selection();
  const box = container.getBoundingClientRect();
  const at = first ? targetBox(controller.plug, controller.now(), first) : null;
  const on = at ? screenBox(controller.camera.get(), controller.viewSize(), at) : { x: 20, y: 20, w: 0, h: 0 };
  const x = Math.min(Math.max(0, on.x + Math.min(on.w, 40)), box.width);
  const y = Math.min(Math.max(0, on.y + Math.min(on.h, 24)), box.height);
  return { x: box.left + x, y: box.top + y };
}

/** Opens the menu at the selection's corner. */
export function openMenuAtSelection<Doc extends AnyDoc>(controller: BoardController<Doc>, container: Element): boolean {
  controller.ui.setState({ menu: selectionCorner(controller, container) });
  return true;
}

/** Asks something with a few answers, at the selection. */
export function askAtSelection<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  label: string,
  items: readonly BoardMenuItem[],
): void {
  controller.ui.setState({ asked: { label, at: selectionCorner(controller, controller.surface), items } });
}

/** What a key does on the board. True when it did something: then nobody else should act on it. */
export function boardKey<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  event: BoardKey,
  container: Element,
): boolean {
  const direction = ARROWS[event.key];
  if (event.ctrlKey || event.metaKey) {
    const isAll = event.key.toLowerCase() === 'a' && !event.shiftKey && !event.altKey;
    return isAll && controller.perform('selectAll');
  }
  // Alt and an arrow is an action of the app; other chords belong to nobody here.
  if (event.altKey) return false;
  if (controller.plug.gestures.key?.(controller, event.key, event.shiftKey)) return true;
  if (direction) return arrow(controller, direction, event.shiftKey);
  switch (event.key) {
    case 'Enter':
      return enter(controller);
    case ' ':
      return event.shiftKey && keepChosen(controller);
    case 'Insert':
      return addHere(controller);
    case 'Home':
    case 'End':
      return go(controller, stopsOf(controller).at(event.key === 'Home' ? 0 : -1), false);
    case 'Tab': {
      const from = controller.selection().at(-1);
      // Past the last stop, or with nothing selected, Tab leaves the board as it leaves any control.
      return from ? go(controller, stopBeside(stopsOf(controller), from, event.shiftKey ? -1 : 1), false) : false;
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
    case '0':
      controller.moves.actual();
      return true;
    case '1':
      controller.moves.fit();
      return true;
    case '+':
    case '-':
      controller.moves.step(event.key === '+' ? 1 : -1);
      return true;
    default:
      // Letters are actions of the app, also with a note selected: Enter, F2 or a double click begin to write.
      return false;
  }
}
