import { asNumber } from '../../model/cleanFields';
import type { EmpathyStage } from './model';

/** Spread of the moments (in valence) beyond which a median hides two moods: both are shown then. */
export const WIDE_SPREAD = 3;

const tenths = asNumber(-2, 2, 10);

/** Median of valences in tenths, halves away from zero; null without any. */
export function medianValence(moments: readonly number[]): number | null {
  const ranked = [...moments].sort((a, b) => a - b);
  const half = ranked.length >> 1;
  const upper = ranked[half];
  if (upper === undefined) return null;
  const lower = ranked.length % 2 === 1 ? upper : (ranked[half - 1] ?? upper);
  const middle = (lower + upper) / 2;
  return Math.sign(middle) * (tenths(Math.abs(middle) + 1e-9) ?? 0) + 0;
}

export interface StageEmotion {
  /** -2..+2 in tenths. */
  readonly valence: number;
  readonly byHand: boolean;
  /** Lowest and highest moment, where they lie more than three points apart. */
  readonly spread: { readonly min: number; readonly max: number } | null;
}

/** What a stage feels like: the valence set by hand, else the median of its moments; null when there is neither. */
export function emotionOf({ hand, moments }: Pick<EmpathyStage, 'hand' | 'moments'>): StageEmotion | null {
  const valence = hand ?? medianValence(moments);
  if (valence === null) return null;
  const min = Math.min(...moments);
  const max = Math.max(...moments);
  return { valence, byHand: hand !== null, spread: max - min > WIDE_SPREAD ? { min, max } : null };
}

/** Where a stage is best cut in two: before the moment with the greatest jump from the one before; 0 with fewer than two. */
export function bestCut(moments: readonly number[]): number {
  let cut = 0;
  let most = -1;
  for (let at = 1; at < moments.length; at++) {
    const jump = Math.abs((moments[at] ?? 0) - (moments[at - 1] ?? 0));
    if (jump > most) {
      most = jump;
      cut = at;
    }
  }
  return cut;
}
