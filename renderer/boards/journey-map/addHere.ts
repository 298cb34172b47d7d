import { cellPlace } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import { currentT } from '@/ui/useT';
import { addAnyNote, addLaneBy, addStageBy, addStepBy, addToCell } from './adding';
import type { JourneyController } from './controller';
import { cellOf } from './entities';
import { contentsOf } from './places';
import { editKey } from './textEditing';

/** Something that was just added, and the key under which what is written in it is undone with it. */
export interface Added {
  readonly target: Target;
  readonly mergeKey: string;
}

/** Adds to the place of the selection: another of the same kind behind a piece or a header, the first one into a cell. */
export function addNear(controller: JourneyController): Added | null {
  const { session } = controller;
  const selection = controller.selection();
  const only = selection.length === 1 ? (selection[0] ?? null) : null;
  const { doc } = session.store.getState();
  const mergeKey = editKey();
  const options = { mergeKey };
  const add = (): Target | null => {
    if (!only || only.kind === 'title') return addAnyNote(session, null, options);
    if (only.kind === 'stage') return addStageBy(session, only, currentT()('journey.newStage'), options);
    if (only.kind === 'step') return addStepBy(session, only, options);
    if (only.kind === 'lane') return addLaneBy(session, only, options);
    const place = cellPlace(only) ?? cellOf(doc, only);
    if (!place) return null;
    const at = contentsOf(doc, place).findIndex((one) => one.id === only.id);
    return addToCell(session, place, at < 0 ? null : at + 1, options);
  };
  const target = add();
  return target && { target, mergeKey };
}

/** True for what Escape takes away again while it is first written; an indicator may stay without its figure, the others not. */
export const vanishesEmpty = ({ kind }: Target): boolean =>
  kind === 'note' || kind === 'touchpoint' || kind === 'indicator';

/** Adds at the selection and opens it for writing on the board. */
export function addHere(controller: JourneyController): boolean {
  controller.editing.finish();
  const added = addNear(controller);
  if (!added) return false;
  const { target, mergeKey } = added;
  controller.select([target]);
  controller.show(target);
  if (target.kind !== 'emotion-point') {
    controller.editing.start(target, { created: vanishesEmpty(target), mergeKey, selectAll: true });
  }
  return true;
}
