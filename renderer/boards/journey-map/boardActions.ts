import type { ActionId } from '@shared/actions';
import type { NoteId, TouchpointId } from '@shared/base/ids';
import { deleteTargets } from '@shared/boards/journey-map/commands/deleteTargets';
import { duplicateNote } from '@shared/boards/journey-map/commands/notes';
import { duplicateTouchpoint } from '@shared/boards/journey-map/commands/touchpoints';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import type { Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import type { Direction } from '@/canvas/neighbour';
import { currentT } from '@/ui/useT';
import { newId } from '../newId';
import { vanishesEmpty } from './addHere';
import { addAnyNote, addLaneBy, addStageBy, addStepBy, addToLane } from './adding';
import type { JourneyController } from './controller';
import { cellOf } from './entities';
import { moveTarget } from './moving';
import { cellTarget, contentsOf, visibleLanes } from './places';
import { targetBox } from './targetBox';
import { isDeletable } from './targets';
import { editKey } from './textEditing';

type Perform = () => boolean;

/** Adds something and opens it for writing; a number or a face is only selected. */
function adding(
  controller: JourneyController,
  add: (selected: Target | null, mergeKey: string) => Target | null,
): Perform {
  return () => {
    controller.editing.finish();
    const mergeKey = editKey();
    const added = add(controller.selection()[0] ?? null, mergeKey);
    if (!added) return false;
    controller.select([added]);
    controller.show(added);
    if (added.kind !== 'emotion-point')
      controller.editing.start(added, { created: vanishesEmpty(added), mergeKey, selectAll: true });
    return true;
  };
}

/** Things of the same kind in their order: the columns, the rows, the pieces of a cell. */
function siblingsOf(doc: JourneyMapDoc, target: Target): readonly Target[] {
  const asTargets = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ kind: target.kind, id }));
  if (target.kind === 'stage') return asTargets(stagesInOrder(doc));
  if (target.kind === 'step') return asTargets(columnsInOrder(doc));
  if (target.kind === 'lane') return asTargets(visibleLanes(doc));
  const place = cellOf(doc, target);
  return place ? contentsOf(doc, place) : [];
}

/** What is selected once the selection is gone: its neighbour, or the cell it leaves empty. */
function afterDelete(controller: JourneyController): readonly Target[] {
  const [first] = controller.selection();
  const { doc } = controller.session.store.getState();
  if (!first) return [];
  if (first.kind === 'quote') return [{ kind: 'emotion-point', id: first.id }];
  const siblings = siblingsOf(doc, first);
  const at = siblings.findIndex((one) => one.id === first.id);
  const next = siblings[at + 1] ?? siblings[at - 1];
  const place = cellOf(doc, first);
  return next ? [next] : place ? [cellTarget(place)] : [];
}

/** Why nothing was deleted: a lock, or the last stage of the map. */
const refusalOf = (targets: readonly Target[]): string =>
  currentT()(targets.some(({ kind }) => kind === 'note') ? 'editing.canvas.locked' : 'editing.inspector.lastStage');

function remove(controller: JourneyController): boolean {
  const targets = controller.selection().filter(isDeletable);
  if (targets.length === 0) return false;
  const next = afterDelete(controller);
  const before = controller.session.store.getState().doc;
  controller.session.run(deleteTargets, { targets });
  const changed = controller.session.store.getState().doc !== before;
  if (changed && controller.selection().length === 1) controller.select(next);
  if (!changed) controller.refuse(refusalOf(targets));
  return true;
}

function duplicate(controller: JourneyController): boolean {
  const { session } = controller;
  const mergeKey = editKey();
  const copies = controller.selection().flatMap((target): readonly Target[] => {
    if (target.kind === 'note') {
      const id = newId<NoteId>();
      session.run(duplicateNote, { id: target.id as NoteId, newId: id }, { mergeKey });
      return [{ kind: 'note', id }];
    }
    if (target.kind !== 'touchpoint') return [];
    const id = newId<TouchpointId>();
    session.run(duplicateTouchpoint, { id: target.id as TouchpointId, newId: id }, { mergeKey });
    return [{ kind: 'touchpoint', id }];
  });
  if (copies.length === 0) return false;
  controller.select(copies);
  return true;
}

const moving =
  (controller: JourneyController, direction: Direction): Perform =>
  () => {
    const [only] = controller.selection();
    if (!only || controller.selection().length > 1) return false;
    const moved = moveTarget(controller.session, only, direction);
    if (moved) controller.show(only);
    else controller.ui.setState({ refusal: currentT()('editing.canvas.cannotMove') });
    return moved;
  };

function zoomToSelection(controller: JourneyController): boolean {
  const boxes = controller.selection().flatMap((target) => targetBox(controller.now(), target) ?? []);
  const [first] = boxes;
  if (!first) return false;
  controller.moves.toBox(boxes.reduce(union, first));
  return true;
}

/** A quote is what is written of a face. */
export const writtenPart = (target: Target): Target =>
  target.kind === 'emotion-point' ? { kind: 'quote', id: target.id } : target;

function editSelection(controller: JourneyController): boolean {
  const [only] = controller.selection();
  if (!only || controller.selection().length > 1) return false;
  if (only.kind === 'cell') return boardActions(controller).addNote?.() ?? false;
  controller.show(only);
  return controller.editing.start(writtenPart(only), { selectAll: true });
}

const done =
  (act: () => void): Perform =>
  () => {
    act();
    return true;
  };

/** The actions of the app that this board does; each answers whether it applied. */
export function boardActions(controller: JourneyController): Partial<Record<ActionId, Perform>> {
  const { session, moves } = controller;
  const add = (kind: Parameters<typeof addToLane>[1]) =>
    adding(controller, (selected, mergeKey) => addToLane(session, kind, selected, { mergeKey }));
  const stageTitle = () => {
    const count = stagesInOrder(session.store.getState().doc).length;
    return count === 0 ? '' : currentT()('journey.newStage');
  };
  return {
    editSelection: () => editSelection(controller),
    duplicate: () => duplicate(controller),
    deleteSelection: () => remove(controller),
    moveBack: moving(controller, 'left'),
    moveForward: moving(controller, 'right'),
    moveUp: moving(controller, 'up'),
    moveDown: moving(controller, 'down'),
    addNote: adding(controller, (selected, mergeKey) => addAnyNote(session, selected, { mergeKey })),
    addTouchpoint: add('touchpoints'),
    addEmotionPoint: add('emotion'),
    addIndicator: add('indicators'),
    addPainPoint: add('pain-points'),
    addOpportunity: add('opportunities'),
    addStep: adding(controller, (selected, mergeKey) => addStepBy(session, selected, { mergeKey })),
    addStage: adding(controller, (selected, mergeKey) => addStageBy(session, selected, stageTitle(), { mergeKey })),
    addLane: adding(controller, (selected, mergeKey) => addLaneBy(session, selected, { mergeKey })),
    zoomIn: done(() => moves.step(1)),
    zoomOut: done(() => moves.step(-1)),
    zoomActual: done(moves.actual),
    zoomFit: done(moves.fit),
    zoomSelection: () => zoomToSelection(controller),
  };
}
