import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  JumpId,
  LaneId,
  NoteId,
  StageId,
  StepId,
  TouchpointId,
} from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import type { Target } from '../../../scene/primitives';
import type { JourneyMapDoc } from '../model';
import { figurePlace, type JourneyTargetKind } from '../targets';
import { removeCluster } from './clusters';
import { deleteEmotionPoints } from './emotionPoints';
import { deleteIndicators } from './indicators';
import type { JourneyDraft } from './journeyDraft';
import { deleteJump } from './jumps';
import { removeLane } from './lanes';
import { deleteNotes } from './notes';
import { removeStage, setStageFields } from './stages';
import { removeStep } from './steps';
import { deleteTouchpoints } from './touchpoints';

type Remove = (draft: JourneyDraft, id: string) => void;

/** What deleting a target does, small things first, so that a selected note goes before its selected stage. */
const REMOVERS: readonly (readonly [JourneyTargetKind, Remove])[] = [
  ['quote', (draft, id) => clearQuote(draft, id)],
  ['figure', (draft, id) => clearFigure(draft, id)],
  ['jump', (draft, id) => deleteJump(draft, { id: id as JumpId })],
  ['note', (draft, id) => deleteNotes(draft, { ids: [id as NoteId] })],
  ['cluster', (draft, id) => removeCluster(draft, id as ClusterId)],
  ['touchpoint', (draft, id) => deleteTouchpoints(draft, { ids: [id as TouchpointId] })],
  ['emotion-point', (draft, id) => deleteEmotionPoints(draft, { ids: [id as EmotionPointId] })],
  ['indicator', (draft, id) => deleteIndicators(draft, { ids: [id as IndicatorId] })],
  ['step', (draft, id) => removeStep(draft, id as StepId)],
  ['stage', (draft, id) => removeStage(draft, id as StageId)],
  ['lane', (draft, id) => removeLane(draft, id as LaneId)],
];

/** The figure of a stage is taken back; the stage and the words of its duration stay. */
function clearFigure(draft: JourneyDraft, id: string): void {
  const place = figurePlace({ kind: 'figure', id });
  const kind = place && entity(draft.lanes, place.laneId)?.kind;
  if (!kind) return;
  const fields = kind === 'duration' ? { deadTime: null } : { entered: null, wentOn: null, left: null };
  setStageFields(draft, { id: place.stageId, fields });
}

/** A quote belongs to a point of the curve and carries its id. */
function clearQuote(draft: JourneyDraft, id: string): void {
  const point = entity(draft.emotionPoints, id);
  if (point && point.quote !== '') point.quote = '';
}

/**
 * Deletes a mixed selection. A quote is emptied, a figure taken back; a group goes with its notes; cells, the curve, the title and the sheet cannot be deleted; locked notes
 * stay unless their step, stage or row goes.
 */
export const deleteTargets = defineCommand<JourneyMapDoc, { readonly targets: readonly Target[] }>(
  'journey.deleteTargets',
  (draft, { targets }) => {
    for (const [kind, remove] of REMOVERS)
      for (const target of targets) if (target.kind === kind) remove(draft, target.id);
  },
);
