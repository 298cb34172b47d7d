import type { ActionId } from '@shared/actions';
import type { NoteId, TouchpointId } from '@shared/base/ids';
import { duplicateNote } from '@shared/boards/journey-map/commands/notes';
import { duplicateTouchpoint } from '@shared/boards/journey-map/commands/touchpoints';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { stagesInOrder } from '@shared/boards/journey-map/order';
import { cellPlace } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import { addBy } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import type { Perform } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import type { RunOptions, Session } from '@/session/session';
import { currentT } from '@/ui/useT';
import { addAnyNote, addLaneBy, addStageBy, addStepBy, addToCell, addToGroup, addToLane } from './adding';
import { convertNotes } from './converting';
import { goBackToMap, openChosenDetail } from './detail/detailMaps';
import { cellOf, groupOf } from './entities';
import { addJumpFor, toggleForm } from './pathActions';
import { contentsOf, membersOf } from './places';

type JourneySession = Session<JourneyMapDoc>;

/** Copies notes and touchpoints right behind themselves. */
export function duplicateTargets(
  session: JourneySession,
  targets: readonly Target[],
  options: RunOptions,
): readonly Target[] {
  return targets.flatMap((target): readonly Target[] => {
    if (target.kind === 'note') {
      const id = newId<NoteId>();
      session.run(duplicateNote, { id: target.id as NoteId, newId: id }, options);
      return [{ kind: 'note', id }];
    }
    if (target.kind !== 'touchpoint') return [];
    const id = newId<TouchpointId>();
    session.run(duplicateTouchpoint, { id: target.id as TouchpointId, newId: id }, options);
    return [{ kind: 'touchpoint', id }];
  });
}

/** Another of the same kind behind a piece or a header, the first one into a cell. */
export function addNearTarget(session: JourneySession, only: Target | null, options: RunOptions): Target | null {
  const { doc } = session.store.getState();
  if (!only || only.kind === 'title') return addAnyNote(session, null, options);
  if (only.kind === 'stage') return addStageBy(session, only, currentT()('journey.newStage'), options);
  if (only.kind === 'step') return addStepBy(session, only, options);
  if (only.kind === 'lane') return addLaneBy(session, only, options);
  const group = only.kind === 'cluster' ? only : groupOf(doc, only);
  if (group) {
    const index = membersOf(doc, group).findIndex((one) => one.id === only.id);
    return addToGroup(session, group, index < 0 ? null : index + 1, options);
  }
  const place = cellPlace(only) ?? cellOf(doc, only);
  if (!place) return null;
  const at = contentsOf(doc, place).findIndex((one) => one.id === only.id);
  return addToCell(session, place, at < 0 ? null : at + 1, options);
}

/** The actions of the app that only a journey does. */
export function journeyActions(controller: BoardController<JourneyMapDoc>): Partial<Record<ActionId, Perform>> {
  const { session } = controller;
  const adding =
    (add: (selected: Target | null, mergeKey: string) => Target | null): Perform =>
    () =>
      addBy(controller, add);
  const toLane = (kind: Parameters<typeof addToLane>[1]) =>
    adding((selected, mergeKey) => addToLane(session, kind, selected, { mergeKey }));
  const stageTitle = () => {
    const count = stagesInOrder(session.store.getState().doc).length;
    return count === 0 ? '' : currentT()('journey.newStage');
  };
  return {
    convertNote: () => convertNotes(controller),
    addNote: adding((selected, mergeKey) => addAnyNote(session, selected, { mergeKey })),
    addTouchpoint: toLane('touchpoints'),
    addEmotionPoint: toLane('emotion'),
    addIndicator: toLane('indicators'),
    addPainPoint: toLane('pain-points'),
    addOpportunity: toLane('opportunities'),
    addStep: adding((selected, mergeKey) => addStepBy(session, selected, { mergeKey })),
    addStage: adding((selected, mergeKey) => addStageBy(session, selected, stageTitle(), { mergeKey })),
    addLane: adding((selected, mergeKey) => addLaneBy(session, selected, { mergeKey })),
    addJump: () => addJumpFor(controller),
    toggleForm: () => toggleForm(session),
    openDetail: () => openChosenDetail(controller),
    backToMap: () => goBackToMap(controller),
  };
}
