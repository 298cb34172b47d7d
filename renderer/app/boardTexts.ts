import type { StageId } from '@shared/base/ids';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder as empathyStages } from '@shared/boards/empathy-map/order';
import { AREA_ICONS } from '@shared/boards/empathy-map/zones';
import { LANE_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { stagesInOrder } from '@shared/boards/journey-map/order';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';

/** A text of a board that the palette can find and go to. */
export interface BoardText {
  readonly target: Target;
  readonly text: string;
  readonly icon: IconName;
  /** Number of its stage, from 1; 0 when it has none. */
  readonly stage: number;
}

function journeyTexts(doc: JourneyMapDoc): readonly BoardText[] {
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
  ];
}

function empathyTexts(doc: EmpathyMapDoc): readonly BoardText[] {
  const number = new Map(empathyStages(doc).map((stage, at) => [stage.id, at + 1]));
  return [
    ...Object.values(doc.notes).map((note) => ({
      target: { kind: 'note', id: note.id },
      text: note.text,
      icon: AREA_ICONS[note.zone],
      stage: (note.stageId && number.get(note.stageId)) || 0,
    })),
    ...Object.values(doc.clusters).map((cluster) => ({
      target: { kind: 'cluster', id: cluster.id },
      text: cluster.title,
      icon: 'squares-four' as const,
      stage: 0,
    })),
    ...Object.values(doc.findings).map((finding) => ({
      target: { kind: 'finding', id: finding.id },
      text: finding.text,
      icon: 'not-equals' as const,
      stage: 0,
    })),
  ];
}

const TEXTS: Readonly<Record<BoardKindId, (doc: never) => readonly BoardText[]>> = {
  'journey-map': journeyTexts,
  'empathy-map': empathyTexts,
};

/** Every text of a board, empty ones left out. */
export function boardTexts(doc: AnyDoc): readonly BoardText[] {
  const texts = TEXTS[doc.kind as BoardKindId] as ((doc: AnyDoc) => readonly BoardText[]) | undefined;
  return (texts?.(doc) ?? []).filter(({ text }) => text.trim() !== '');
}
