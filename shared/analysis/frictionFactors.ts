import type { EvidenceKind } from '../model/evidence';
import type {
  DropOutFact,
  EmotionFact,
  FactRef,
  IndicatorFact,
  MetricKind,
  PainFact,
  Placed,
  WaitFact,
} from './mapFacts';

/** What makes a place hurt. `measure` is the worst of NPS, CSAT and CES; `effort` is CES once more, by itself, for teams that want it to weigh more. */
export const FACTORS = ['valley', 'drop', 'measure', 'severity', 'dropOut', 'wait', 'effort'] as const;
export type Factor = (typeof FACTORS)[number];

/** At these values a factor counts in full. */
export interface FullAt {
  /** Share of those who come, 0..1, that leaves. */
  readonly dropOut: number;
  /** Days of dead time. */
  readonly wait: number;
}
export const DEFAULT_FULL_AT: FullAt = { dropOut: 0.3, wait: 10 };

/** A fact that a score comes from. */
export interface FrictionFact {
  readonly factor: Factor;
  /** What it stands for on the map; a drop stands for the point it starts from and the one it ends at. */
  readonly refs: readonly FactRef[];
  /** What it says by itself: a quote, the text of a pain point. */
  readonly words: string;
  /** Valence, points of valence, score, severity, share 0..1, days; null where it was not rated. */
  readonly value: number | null;
  /** How much of the factor it makes up, 0..1. */
  readonly strength: number;
  readonly evidence: EvidenceKind | null;
  readonly metric: MetricKind | null;
  /** Answers behind a score; entries behind a drop-out. */
  readonly n: number | null;
  /** It is said of the whole stage, and counts where the stage hurts most. */
  readonly isStageWide: boolean;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

const fact = (factor: Factor, { ref, stepId }: Placed, rest: Partial<FrictionFact>): FrictionFact => ({
  factor,
  refs: [ref],
  words: '',
  value: null,
  strength: 0,
  evidence: null,
  metric: null,
  n: null,
  isStageWide: stepId === null,
  ...rest,
});

/** The lowest of some points; of equal ones the first. */
export const lowest = (points: readonly EmotionFact[]): EmotionFact | null =>
  points.reduce<EmotionFact | null>((low, point) => (low && low.valence <= point.valence ? low : point), null);

/** A valley: how far below 0 the lowest point lies, full at -2. */
export function valleyFact(points: readonly EmotionFact[]): readonly FrictionFact[] {
  const low = lowest(points);
  if (!low) return [];
  return [fact('valley', low, { words: low.words, value: low.valence, strength: within(-low.valence / 2) })];
}

/**
 * A drop: from the last point of the same curve before the place to the lowest one in it, full at 4 points (from +2 to -2). Of several curves the deepest counts.
 * `before` gives the last point before the place on a curve.
 */
export function dropFact(
  points: readonly EmotionFact[],
  before: (curve: string) => EmotionFact | null,
): readonly FrictionFact[] {
  let deepest: FrictionFact | null = null;
  for (const curve of new Set(points.map((point) => point.curve))) {
    const from = before(curve);
    const low = lowest(points.filter((point) => point.curve === curve));
    if (!from || !low) continue;
    const depth = from.valence - low.valence;
    if (depth <= 0 || (deepest && depth / 4 <= deepest.strength)) continue;
    deepest = fact('drop', low, {
      refs: [from.ref, low.ref],
      words: low.words,
      value: -depth,
      strength: within(depth / 4),
    });
  }
  return deepest ? [deepest] : [];
}

/** How bad a score is, 0 (the best there is) to 1 (the worst): the share of its scale that it falls short of. */
export function shortfall(metric: MetricKind, value: number): number {
  if (metric === 'nps') return within((100 - value) / 200);
  return within(metric === 'csat' ? (100 - value) / 100 : (7 - value) / 6);
}

const scoreFact = (factor: 'measure' | 'effort', item: IndicatorFact): readonly FrictionFact[] =>
  item.value === null
    ? []
    : [
        fact(factor, item, {
          value: item.value,
          strength: shortfall(item.metric, item.value),
          evidence: 'data',
          metric: item.metric,
          n: item.n,
        }),
      ];

export const measureFacts = (items: readonly IndicatorFact[]): readonly FrictionFact[] =>
  items.flatMap((item) => scoreFact('measure', item));

export const effortFacts = (items: readonly IndicatorFact[]): readonly FrictionFact[] =>
  items.filter(({ metric }) => metric === 'ces').flatMap((item) => scoreFact('effort', item));

/** Pain points: their severity over 5; one that nobody rated counts 0 and is listed all the same. */
export const severityFacts = (pains: readonly PainFact[]): readonly FrictionFact[] =>
  pains.map((pain) =>
    fact('severity', pain, {
      words: pain.words,
      value: pain.severity,
      strength: within((pain.severity ?? 0) / 5),
      evidence: pain.evidence,
    }),
  );

/** Drop-out: the share that leaves, full at `fullAt`. */
export const dropOutFacts = (items: readonly DropOutFact[], fullAt: number): readonly FrictionFact[] =>
  items
    .filter(({ entered }) => entered > 0)
    .map((item) => {
      const share = within(item.left / item.entered);
      const strength = fullAt > 0 ? within(share / fullAt) : within(share * Number.MAX_VALUE);
      return fact('dropOut', item, { value: share, strength, evidence: item.evidence, n: item.entered });
    });

/** Dead time: days of it, full at `fullAt`. */
export const waitFacts = (items: readonly WaitFact[], fullAt: number): readonly FrictionFact[] =>
  items.map((item) => {
    const days = Math.max(0, item.days);
    const strength = fullAt > 0 ? within(days / fullAt) : within(days * Number.MAX_VALUE);
    return fact('wait', item, { value: days, strength, evidence: item.evidence });
  });
