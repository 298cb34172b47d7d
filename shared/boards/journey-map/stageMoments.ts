import type { BoardId, StageId } from '../../base/ids';
import type { EmotionPoint, JourneyMapDoc } from './model';
import { emotionPointsIn, lanesInOrder, stagesInOrder } from './order';

/** A stage with what is felt in it: what other boards take over from a journey. */
export interface StageMoments {
  readonly id: StageId;
  readonly title: string;
  readonly duration: string;
  /** Valences of its points from left to right, -2..+2. */
  readonly moments: readonly number[];
  /** The map that tells it in detail. */
  readonly detail: BoardId | null;
}

/** Stages of a map with the emotions of one persona: its first one, or the one that is asked for; points of nobody count for the first. */
export function stageMoments(doc: JourneyMapDoc, personaId = doc.info.personaIds[0] ?? null): readonly StageMoments[] {
  const isFirst = personaId === (doc.info.personaIds[0] ?? null);
  const isTheirs = (point: EmotionPoint) => point.personaId === personaId || (isFirst && point.personaId === null);
  const all = lanesInOrder(doc)
    .filter(({ kind }) => kind === 'emotion')
    .flatMap(({ id }) => emotionPointsIn(doc, id))
    .filter(isTheirs);
  // A map that shows both curves is about the one of its own state.
  const own = all.filter(({ state }) => state === doc.info.state);
  const points = own.length > 0 ? own : all;
  return stagesInOrder(doc).map(({ id, title, duration, linkedBoardId }) => ({
    id,
    detail: linkedBoardId,
    title,
    duration,
    moments: points.filter((point) => doc.steps[point.stepId]?.stageId === id).map(({ valence }) => valence),
  }));
}
