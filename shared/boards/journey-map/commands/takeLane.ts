import { isId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import { orderAt } from '../../../model/orderKey';
import type { LaneCopy } from '../copyLane';
import type { JourneyMapDoc, Lane } from '../model';
import type { JourneyDraft } from './journeyDraft';
import { type StageFields, setStageFields } from './stages';
import { sweep } from './sweep';

/**
 * Takes in a row that was copied from another map (`laneCopy`), below all others. Figures of stages that this map has already said stay as
 * they are; what has no place here is put right like after a merge.
 */
export const takeLane = defineCommand<JourneyMapDoc, { readonly copy: LaneCopy }>(
  'journey.takeLane',
  (draft, { copy }) => {
    const { lane } = copy;
    if (!isId(lane.id) || entity(draft.lanes, lane.id)) return;
    draft.lanes[lane.id] = { ...lane, order: orderAt<Lane>(draft.lanes, () => true, null) };
    put(draft.clusters, copy.clusters);
    put(draft.notes, copy.notes);
    put(draft.touchpoints, copy.touchpoints);
    put(draft.emotionPoints, copy.emotionPoints);
    put(draft.indicators, copy.indicators);
    for (const stage of copy.stages) fillFigures(draft, stage);
    sweep(draft, null);
  },
);

function put<T extends { readonly id: string }>(all: Record<string, T>, items: readonly T[]): void {
  for (const item of items) if (isId(item.id) && !entity(all, item.id)) all[item.id] = { ...item };
}

/** What the stage does not say yet, of its people or of its time. */
function fillFigures(draft: JourneyDraft, { id, duration, deadTime, ...people }: LaneCopy['stages'][number]): void {
  const stage = entity(draft.stages, id);
  if (!stage) return;
  const isUncounted = stage.entered === null && stage.wentOn === null && stage.left === null;
  const fields: Partial<StageFields> = isUncounted ? { ...people } : {};
  if (stage.duration === '') fields.duration = duration;
  if (stage.deadTime === null) fields.deadTime = deadTime;
  setStageFields(draft, { id, fields });
}
