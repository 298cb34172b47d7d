import type { StageId } from '@shared/base/ids';
import { LANE_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import type { JourneyMapDoc, Jump } from '@shared/boards/journey-map/model';
import { stagesInOrder } from '@shared/boards/journey-map/order';
import type { BoardText } from '../boardFace';

/** The texts of a journey that can be found: stages, notes, touchpoints, what is felt. */
export function journeyTexts(doc: JourneyMapDoc): readonly BoardText[] {
  const number = new Map(stagesInOrder(doc).map((stage, at) => [stage.id, at + 1]));
  const stageOf = (stageId: StageId | undefined) => (stageId && number.get(stageId)) || 0;
  const stageOfStep = (stepId: keyof typeof doc.steps) => stageOf(doc.steps[stepId]?.stageId);
  return [
    ...Object.values(doc.stages).map((stage) => ({
      target: { kind: 'stage', id: stage.id },
      text: stage.title,
      icon: 'path' as const,
      stage: stageOf(stage.id),
    })),
    ...Object.values(doc.notes).map((note) => ({
      target: { kind: 'note', id: note.id },
      text: note.text,
      icon: LANE_ICONS[doc.lanes[note.laneId]?.kind ?? 'notes'] ?? ('note' as const),
      stage: stageOf(note.stageId),
    })),
    ...Object.values(doc.touchpoints).map((touchpoint) => ({
      target: { kind: 'touchpoint', id: touchpoint.id },
      text: touchpoint.label,
      icon: 'signpost' as const,
      stage: stageOfStep(touchpoint.stepId),
    })),
    ...Object.values(doc.emotionPoints).map((point) => ({
      target: { kind: 'emotion-point', id: point.id },
      text: point.quote || point.word,
      icon: 'smiley' as const,
      stage: stageOfStep(point.stepId),
    })),
    ...(doc.info.form === 'path' ? Object.values<Jump>(doc.jumps) : []).map((jump) => ({
      target: { kind: 'jump', id: jump.id },
      text: jump.label,
      icon: 'path' as const,
      stage: stageOfStep(jump.fromStepId),
    })),
  ];
}
