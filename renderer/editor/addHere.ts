import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { RunOptions } from '@/session/session';
import type { BoardController } from './boardController';
import { editKey } from './textEditing';

/** Something that was just added, and the key under which what is written in it is undone with it. */
export interface Added {
  readonly target: Target;
  readonly mergeKey: string;
}

/** Adds to the place of the selection: another of the same kind behind a piece or a header, the first one into a place. */
export function addNear<Doc extends AnyDoc>(controller: BoardController<Doc>): Added | null {
  const selection = controller.selection();
  const only = selection.length === 1 ? (selection[0] ?? null) : null;
  const mergeKey = editKey();
  const target = controller.plug.addNear(controller.session, only, { mergeKey });
  return target && { target, mergeKey };
}

/** Opens the folded groups, and whatever else the kind folds, that something was put into. */
export function unfoldAround<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  targets: readonly Target[],
  options: RunOptions,
): void {
  const { plug, session } = controller;
  for (const target of targets) {
    const { doc } = session.store.getState();
    const group = plug.groups.of(doc, target);
    if (group && plug.groups.isFolded(doc, group)) plug.groups.fold(session, [group], false, options);
    plug.targets.uncover?.(controller, target);
  }
}

/** Chooses what was added and opens it for writing; what has no words to begin with is only chosen. */
export function openAdded<Doc extends AnyDoc>(controller: BoardController<Doc>, { target, mergeKey }: Added): void {
  const { texts } = controller.plug;
  unfoldAround(controller, [target], { mergeKey });
  controller.select([target]);
  controller.show(target);
  if (texts.opensWhenAdded(target)) {
    controller.editing.start(target, { created: texts.vanishesEmpty(target), mergeKey, selectAll: true });
  }
}

/** Adds by a rule of the kind, for the first chosen thing, and opens what was added. False when nothing could be. */
export function addBy<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  add: (chosen: Target | null, mergeKey: string) => Target | null,
): boolean {
  controller.editing.finish();
  const mergeKey = editKey();
  const target = add(controller.selection()[0] ?? null, mergeKey);
  if (target) openAdded(controller, { target, mergeKey });
  return target !== null;
}

/** Adds at the selection and opens it for writing on the board. True as well when that waits until the board takes edits. */
export function addHere<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  let isRefused = false;
  controller.session.whenEditable(() => {
    controller.editing.finish();
    const added = addNear(controller);
    if (added) openAdded(controller, added);
    else isRefused = true;
  });
  return !isRefused;
}
