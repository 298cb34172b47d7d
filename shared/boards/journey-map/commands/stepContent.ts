import type { StepId } from '../../../base/ids';
import { peek } from '../../../model/orderKey';
import type { JourneyDraft } from './journeyDraft';
import { dropEmptyClusters } from './slots';

/** Deletes everything that stands in a step, locked notes included: their column goes. */
export function deleteStepContent(draft: JourneyDraft, stepId: StepId): void {
  for (const note of Object.values(peek(draft.notes))) if (note.stepId === stepId) delete draft.notes[note.id];
  for (const item of Object.values(peek(draft.touchpoints)))
    if (item.stepId === stepId) delete draft.touchpoints[item.id];
  for (const point of Object.values(peek(draft.emotionPoints)))
    if (point.stepId === stepId) delete draft.emotionPoints[point.id];
  for (const item of Object.values(peek(draft.indicators)))
    if (item.stepId === stepId) delete draft.indicators[item.id];
  for (const { id, stepId: rated } of Object.values(peek(draft.ratings)))
    if (rated === stepId) delete draft.ratings[id];
  for (const { id, fromStepId, toStepId } of Object.values(peek(draft.jumps)))
    if (fromStepId === stepId || toStepId === stepId) delete draft.jumps[id];
  if (draft.info.firstContactStepId === stepId) draft.info.firstContactStepId = null;
  dropEmptyClusters(draft);
}
