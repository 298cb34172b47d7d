import type { JumpId, StepId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { addJump } from '@shared/boards/journey-map/commands/jumps';
import { pathParts, readPath } from '@shared/boards/journey-map/layout/latePath';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { columnOf } from '@shared/boards/journey-map/order';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import type { RunOptions, Session } from '@/session/session';
import { currentT } from '@/ui/useT';
import { whereIs } from './entities';

/** Goes over to the grid, or to the path once its code has been read: the picture before stays until then. */
export function setForm(session: Session<JourneyMapDoc>, form: JourneyMapDoc['info']['form']): void {
  const set = () => session.run(setInfo, { fields: { form } });
  if (form === 'path' && !pathParts()) void readPath().then(set);
  else set();
}

/** Goes over from the grid to the path and back. */
export function toggleForm(session: Session<JourneyMapDoc>): boolean {
  const { form } = session.store.getState().doc.info;
  setForm(session, form === 'grid' ? 'path' : 'grid');
  return true;
}

/** Leads a way from one moment to another: back is a loop, ahead a detour, nowhere an exit. What was added. */
export function addWay(
  session: Session<JourneyMapDoc>,
  fromStepId: StepId,
  toStepId: StepId | null,
  options: RunOptions,
): Target {
  const { doc } = session.store.getState();
  const isBack = toStepId !== null && columnOf(doc, toStepId) < columnOf(doc, fromStepId);
  const kind = toStepId === null ? 'exit' : isBack ? 'loop' : 'detour';
  const id = newId<JumpId>();
  session.run(addJump, { id, fromStepId, toStepId, fields: { kind, label: '' } }, options);
  return { kind: 'jump', id };
}

/** From the one chosen station out of the journey, or from the first of two to the second; its name is written at once. */
export function addJumpFor(controller: BoardController<JourneyMapDoc>): boolean {
  const { session } = controller;
  const { doc } = session.store.getState();
  const moments = [...new Set(controller.selection().flatMap((target) => whereIs(doc, target).stepId ?? []))];
  const [from, to = null] = moments;
  if (!from || moments.length > 2 || doc.info.form !== 'path') {
    controller.refuse(currentT()('editing.jump.choose'));
    return true;
  }
  const mergeKey = editKey();
  const added = addWay(session, from, to, { mergeKey });
  controller.select([added]);
  controller.show(added);
  controller.editing.start(added, { selectAll: true, mergeKey });
  return true;
}
