import type { EmpathyMapDoc, EmpathyStage } from '../model';
import { stagesInOrder } from '../order';

export interface StageColumn {
  readonly stage: EmpathyStage;
  /** Place among all the stages of the map, from 0. */
  readonly index: number;
  readonly x: number;
  readonly w: number;
}

/** Columns of some stages, all equally wide, from a left edge. */
export const stageColumns = (
  doc: EmpathyMapDoc,
  stages: readonly EmpathyStage[],
  x: number,
  w: number,
): readonly StageColumn[] => {
  const all = stagesInOrder(doc);
  return stages.map((stage, at) => ({ stage, index: all.indexOf(stage), x: x + at * w, w }));
};
