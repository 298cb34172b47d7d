import { generateNKeysBetween } from 'fractional-indexing';
import { type BoardId, isId, type StageId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt, peek } from '../../../model/orderKey';
import { STAGE_DEFAULTS } from '../defaults';
import { type JourneyMapDoc, PHASES, type Stage } from '../model';
import { type JourneyDraft, stepsOfStage } from './journeyDraft';
import { dropEmptyClusters } from './slots';
import { deleteStepContent } from './stepContent';

/** What a stage says of itself, apart from where it stands. */
export type StageFields = Omit<Stage, 'id' | 'order'>;

const asPeople = orNull(asNumber(0, 1_000_000_000, 1));

const CLEANERS: Cleaners<StageFields> = {
  title: asText,
  phase: asOneOf(PHASES),
  duration: asText,
  help: asText,
  deadTime: orNull(asNumber(0, 5_256_000, 1)),
  entered: asPeople,
  wentOn: asPeople,
  left: asPeople,
  linkedBoardId: orNull<BoardId>((value) => (isId(value) ? (value as BoardId) : undefined)),
};

const anyStage = () => true;

export interface AddStage {
  readonly id: StageId;
  /** Ids of its first steps, left to right: at least one. */
  readonly stepIds: readonly StepId[];
  /** Index among the stages; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<StageFields>;
}

/** Adds a stage with its first steps. */
export const addStage = defineCommand<JourneyMapDoc, AddStage>(
  'journey.addStage',
  (draft, { id, stepIds, at, fields }) => {
    const fresh = [...new Set(stepIds)].filter((stepId) => isId(stepId) && !entity(draft.steps, stepId));
    if (!isId(id) || entity(draft.stages, id) || fresh.length === 0) return;
    const stage: Stage = {
      id,
      order: orderAt<Stage>(draft.stages, anyStage, at),
      title: '',
      phase: 'pre',
      duration: '',
      help: '',
      ...STAGE_DEFAULTS,
    };
    setFields<StageFields>(stage, fields, CLEANERS);
    draft.stages[id] = stage;
    const orders = generateNKeysBetween(null, null, fresh.length);
    fresh.forEach((stepId, index) => {
      draft.steps[stepId] = { id: stepId, stageId: id, order: orders[index] ?? 'a0', title: '' };
    });
  },
);

/** Sets what a stage says of itself: its name, its phase, how long it lasts, who came in and went on, the map that tells it in detail. */
export const setStageFields = defineCommand<
  JourneyMapDoc,
  { readonly id: StageId; readonly fields: Partial<StageFields> }
>('journey.setStageFields', (draft, { id, fields }) => {
  const stage = entity(draft.stages, id);
  if (stage) setFields<StageFields>(stage, fields, CLEANERS);
});

/** Moves a stage with its content to an index among the other stages (null: the end). */
export const moveStage = defineCommand<JourneyMapDoc, { readonly id: StageId; readonly to: number | null }>(
  'journey.moveStage',
  (draft, { id, to }) => {
    if (entity(draft.stages, id)) moveTo<Stage>(draft.stages, id, anyStage, to);
  },
);

/** Deletes a stage with its steps and everything in them. The last stage of a map stays. */
export const deleteStage = defineCommand<JourneyMapDoc, { readonly id: StageId }>(
  'journey.deleteStage',
  (draft, { id }) => {
    removeStage(draft, id);
  },
);

/** Deletes a stage unless it is the last one. */
export function removeStage(draft: JourneyDraft, id: StageId): void {
  if (!entity(draft.stages, id) || Object.keys(draft.stages).length < 2) return;
  for (const step of stepsOfStage(draft, id)) {
    deleteStepContent(draft, step.id);
    delete draft.steps[step.id];
  }
  for (const note of Object.values(peek(draft.notes))) if (note.stageId === id) delete draft.notes[note.id];
  dropEmptyClusters(draft);
  delete draft.stages[id];
}
