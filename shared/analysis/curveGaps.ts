import { curveAt, monotoneCurve } from '../boards/pieces/emotionCurve';
import type { EmotionFact, FactRef, StepFact } from './mapFacts';

/** Columns are this wide here: points of one step are told apart to a hundredth of it. */
const COLUMN = 100;

export interface CurveGap {
  readonly stepId: string;
  /** The point that the difference is told at, on whichever curve has one there. */
  readonly at: FactRef;
  readonly a: number;
  readonly b: number;
  /** |a − b|, 0 to 4. */
  readonly gap: number;
}

/** Points of a curve by column; those of a step that is gone are left out. */
function placed(points: readonly EmotionFact[], steps: readonly StepFact[]) {
  const columns = new Map(steps.map(({ id }, at) => [id, at]));
  return points
    .flatMap((point) => {
      const column = columns.get(point.stepId);
      return column === undefined ? [] : [{ point, x: (column + point.offset) * COLUMN, y: point.valence }];
    })
    .sort((one, other) => one.x - other.x);
}

/**
 * Where two curves of one map differ most, widest first, at the points of either: there one of them says something, between them both only lead over. The other curve is
 * read where it passes by (the monotone cubic that is drawn); where it has not begun or has ended, nothing is compared. Equal gaps keep the order of the map; a
 * step is told of once, by its widest.
 */
export function curveGaps(
  a: readonly EmotionFact[],
  b: readonly EmotionFact[],
  steps: readonly StepFact[],
): readonly CurveGap[] {
  const [ours, theirs] = [placed(a, steps), placed(b, steps)];
  const [first, second] = [monotoneCurve(ours), monotoneCurve(theirs)];
  const from = Math.max(ours[0]?.x ?? Number.POSITIVE_INFINITY, theirs[0]?.x ?? Number.POSITIVE_INFINITY);
  const to = Math.min(ours.at(-1)?.x ?? Number.NEGATIVE_INFINITY, theirs.at(-1)?.x ?? Number.NEGATIVE_INFINITY);
  const widest = new Map<string, CurveGap>();
  for (const { point, x } of [...ours, ...theirs].sort((one, other) => one.x - other.x)) {
    if (x < from || x > to) continue;
    const [one, other] = [curveAt(first, x), curveAt(second, x)];
    const gap = Math.abs(one - other);
    if (gap > (widest.get(point.stepId)?.gap ?? -1))
      widest.set(point.stepId, { stepId: point.stepId, at: point.ref, a: one, b: other, gap });
  }
  return [...widest.values()].sort((one, other) => other.gap - one.gap);
}
