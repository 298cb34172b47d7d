import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from './boardController';
import { hasTarget, sameTarget } from './targets';

/** What stays chosen while keys walk on, as long as all of it still is chosen: a click elsewhere lets it go. */
export function keptNow<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly Target[] {
  const { kept } = controller.ui.getState();
  const selection = controller.selection();
  return kept.every((target) => hasTarget(selection, target)) ? kept : [];
}

/** Keeps what is chosen while keys walk on; on something that is kept already, lets that go. */
export function keepChosen<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const selection = controller.selection();
  const last = selection.at(-1);
  if (!last) return false;
  const kept = keptNow(controller);
  const next = hasTarget(kept, last) ? kept.filter((target) => !sameTarget(target, last)) : selection;
  controller.ui.setState({ kept: next });
  return true;
}
