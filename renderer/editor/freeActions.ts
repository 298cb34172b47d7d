import type { ActionId } from '@shared/actions';
import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import type { Direction } from '@/canvas/neighbour';
import { type Axis, aligned, distributed, type Edge } from './arrange';
import type { BoardController } from './boardController';
import type { Perform } from './boardEditing';
import { targetBox } from './targetBox';
import { editKey } from './textEditing';

interface FreePiece {
  readonly target: Target;
  readonly box: Box;
}

/** The chosen pieces that stand where a hand put them; empty as soon as one of them follows the flow. */
export function chosenFree<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly FreePiece[] {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const now = controller.now();
  const chosen = controller.selection();
  const { free } = plug;
  if (!free || chosen.length === 0 || !chosen.every((target) => free.isFree(doc, target))) return [];
  return chosen.flatMap((target) => {
    const box = targetBox(plug, now, target);
    return box && !plug.texts.isLocked(doc, target) ? [{ target, box }] : [];
  });
}

function place<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  pieces: readonly FreePiece[],
  boxes: readonly Box[],
  mergeKey: string,
): boolean {
  const moves = pieces.flatMap(({ target, box }, at) => {
    const to = boxes[at];
    return to && (to.x !== box.x || to.y !== box.y) ? [{ target, box: to }] : [];
  });
  if (moves.length > 0) controller.plug.free?.put(controller.now(), controller.session, moves, { mergeKey });
  return true;
}

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
/** With Shift a nudge is this much larger. */
const BIG_STEP = 10;

/** Moves freely placed pieces by a unit of the scene, or by ten; null when what is chosen follows the flow. */
export function nudge<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  direction: Direction,
  large: boolean,
): boolean | null {
  const pieces = chosenFree(controller);
  if (pieces.length === 0) return null;
  const [dx, dy] = STEPS[direction];
  const by = large ? BIG_STEP : 1;
  const boxes = pieces.map(({ box }) => ({ ...box, x: box.x + dx * by, y: box.y + dy * by }));
  // A burst of arrows is one step of undo.
  return place(controller, pieces, boxes, `nudge:${pieces.map(({ target }) => target.id).join()}`);
}

/** Lining up and spreading out what was placed by hand. */
export function freeActions<Doc extends AnyDoc>(controller: BoardController<Doc>): Partial<Record<ActionId, Perform>> {
  const arranging =
    (fewest: number, arrange: (boxes: readonly Box[]) => readonly Box[]): Perform =>
    () => {
      const pieces = chosenFree(controller);
      if (pieces.length < fewest) return false;
      return place(controller, pieces, arrange(pieces.map(({ box }) => box)), editKey());
    };
  const lining = (edge: Edge) => arranging(2, (boxes) => aligned(boxes, edge));
  const spreading = (axis: Axis) => arranging(3, (boxes) => distributed(boxes, axis));
  return {
    alignLeft: lining('left'),
    alignCenter: lining('center'),
    alignRight: lining('right'),
    alignTop: lining('top'),
    alignMiddle: lining('middle'),
    alignBottom: lining('bottom'),
    distributeAcross: spreading('x'),
    distributeDown: spreading('y'),
  };
}
