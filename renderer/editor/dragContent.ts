import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { Drag, DragContext } from './drag';
import { dragFree } from './dragFree';
import { dragPieces } from './dragPieces';

/**
 * Drags what stands in places: a piece that flows to another place in the order, one that was placed by hand to where the hand lets go.
 * Ctrl turns it round: it takes a piece out of the flow, or back into it.
 */
export function dragContent<Doc extends AnyDoc>(
  context: DragContext<Doc>,
  held: Target,
  selection: readonly Target[],
): Drag<Doc> | null {
  const flow = dragPieces(context, held, selection);
  const free = dragFree(context, held, selection);
  if (!flow || !free) return flow ?? free;
  const wasFree = context.plug.free?.isFree(context.now.inputs.doc, held) ?? false;
  let last = flow;
  return {
    move: (to, mods) => {
      last = mods.ctrl === wasFree ? flow : free;
      return last.move(to, mods);
    },
    drop: (mods) => last.drop(mods),
  };
}
