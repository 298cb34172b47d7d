import { isId, type StageId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asText, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt, peek } from '../../../model/orderKey';
import type { JourneyMapDoc, Step } from '../model';
import { type JourneyDraft, stepsOfStage } from './journeyDraft';
import { removeStage } from './stages';
import { deleteStepContent } from './stepContent';

const inStage = (stageId: StageId) => (step: Step) => step.stageId === stageId;

export interface AddStep {
  readonly id: StepId;
  readonly stageId: StageId;
  /** Index in the stage; null is the end. */
  readonly at: number | null;
  readonly title: string;
}

/** Adds a step to a stage. */
export const addStep = defineCommand<JourneyMapDoc, AddStep>('journey.addStep', (draft, { id, stageId, at, title }) => {
  if (!entity(draft.stages, stageId) || !isId(id) || entity(draft.steps, id)) return;
  draft.steps[id] = {
    id,
    stageId,
    order: orderAt<Step>(draft.steps, inStage(stageId), at),
    title: asText(title) ?? '',
  };
});

/** Renames a step. */
export const renameStep = defineCommand<JourneyMapDoc, { readonly id: StepId; readonly title: string }>(
  'journey.renameStep',
  (draft, { id, title }) => {
    const step = entity(draft.steps, id);
    if (step) setFields<Pick<Step, 'title'>>(step, { title }, { title: asText });
  },
);

export interface MoveStep {
  readonly id: StepId;
  readonly stageId: StageId;
  /** Index in the stage without the step itself; null is the end. */
  readonly to: number | null;
}

/** Moves a step with its content within its stage or to another one; the only step of a stage stays there. */
export const moveStep = defineCommand<JourneyMapDoc, MoveStep>('journey.moveStep', (draft, { id, stageId, to }) => {
  const step = entity(draft.steps, id);
  if (!step || !entity(draft.stages, stageId)) return;
  if (step.stageId === stageId) return moveTo<Step>(draft.steps, id, inStage(stageId), to);
  if (stepsOfStage(draft, step.stageId).length < 2) return;
  const order = orderAt<Step>(draft.steps, inStage(stageId), to);
  Object.assign(step, { stageId, order });
  for (const { id: noteId, stepId } of Object.values(peek(draft.notes))) {
    const note = stepId === id ? draft.notes[noteId] : undefined;
    if (note) note.stageId = stageId;
  }
  for (const { id: clusterId, stepId } of Object.values(peek(draft.clusters))) {
    const cluster = stepId === id ? draft.clusters[clusterId] : undefined;
    if (cluster) cluster.stageId = stageId;
  }
});

/** Deletes a step with its content. Deleting the only step of a stage deletes the stage (the last stage of a map stays). */
export const deleteStep = defineCommand<JourneyMapDoc, { readonly id: StepId }>(
  'journey.deleteStep',
  (draft, { id }) => {
    removeStep(draft, id);
  },
);

/** Deletes a step, or its stage when it is the only one. */
export function removeStep(draft: JourneyDraft, id: StepId): void {
  const step = entity(draft.steps, id);
  if (!step) return;
  if (stepsOfStage(draft, step.stageId).length < 2) {
    removeStage(draft, step.stageId);
    return;
  }
  deleteStepContent(draft, id);
  delete draft.steps[id];
}
