import type { EvidenceKind } from '../model/evidence';
import { EVIDENCE_KINDS } from '../model/evidence';
import {
  DEFAULT_FULL_AT,
  dropFact,
  dropOutFacts,
  effortFacts,
  FACTORS,
  type Factor,
  type FrictionFact,
  type FullAt,
  lowest,
  measureFacts,
  severityFacts,
  valleyFact,
  waitFacts,
} from './frictionFactors';
import type { EmotionFact, FactRef, MapFacts, Placed } from './mapFacts';

export type Weights = Readonly<Record<Factor, number>>;

/** What each factor weighs unless a team says otherwise; together 100. Not taken from any study: a starting point that the screen lets a team change. */
export const DEFAULT_WEIGHTS: Weights = {
  valley: 25,
  drop: 15,
  measure: 20,
  severity: 20,
  dropOut: 10,
  wait: 10,
  effort: 0,
};

/** Below this many points of 100 a place is no friction to speak of: a good score that is not perfect leaves a few. */
export const LEAST_SHOWN = 10;

export interface FrictionOptions {
  /** One line for every step, or one for every stage. */
  readonly by: 'step' | 'stage';
  readonly weights: Weights;
  readonly fullAt: FullAt;
  /** The curve (persona) whose emotions count; null takes the worst of all of them. */
  readonly curve: string | null;
}

export const DEFAULT_OPTIONS: FrictionOptions = {
  by: 'step',
  weights: DEFAULT_WEIGHTS,
  fullAt: DEFAULT_FULL_AT,
  curve: null,
};

export interface FrictionLine {
  /** Its step or its stage. */
  readonly place: FactRef;
  readonly stageId: string;
  readonly stepId: string | null;
  readonly title: string;
  /** 0 to 100, to a millionth. */
  readonly score: number;
  /** How much each factor adds to the score; together they are the score. */
  readonly points: Readonly<Record<Factor, number>>;
  /** What it comes from. Of each factor the strongest fact counts; it comes first among those of its factor. */
  readonly facts: readonly FrictionFact[];
  /** The lowest emotion there; null where nobody felt anything. */
  readonly valence: number | null;
  /** Kinds of proof behind it, each once. */
  readonly evidence: readonly EvidenceKind[];
  /** Nothing behind it was said, seen or measured. */
  readonly isHypothesis: boolean;
}

/** One place with everything that is said of it. */
interface PlaceFacts {
  readonly stageId: string;
  readonly stepId: string | null;
  readonly title: string;
  readonly has: (item: Placed) => boolean;
  readonly before: (curve: string) => EmotionFact | null;
  readonly emotions: readonly EmotionFact[];
}

/** Emotion points of the curves that count, from left to right. */
function readEmotions(map: MapFacts, curve: string | null): readonly EmotionFact[] {
  const columns = new Map(map.steps.map(({ id }, at) => [id, at]));
  return map.emotions
    .filter((point) => (curve === null || point.curve === curve) && columns.has(point.stepId))
    .map((point) => ({ point, column: columns.get(point.stepId) ?? 0 }))
    .sort((a, b) => a.column - b.column || a.point.offset - b.point.offset)
    .map(({ point }) => point);
}

/** The step of every stage at which it hurts most, by emotion; its first one where nobody feels anything. */
function worstSteps(map: MapFacts, emotions: readonly EmotionFact[]): ReadonlyMap<string, string> {
  const worst = new Map<string, string>();
  for (const stage of map.stages) {
    const steps = map.steps.filter(({ stageId }) => stageId === stage.id);
    const low = lowest(emotions.filter(({ stepId }) => steps.some(({ id }) => id === stepId)));
    const step = low?.stepId ?? steps[0]?.id;
    if (step) worst.set(stage.id, step);
  }
  return worst;
}

function places(map: MapFacts, by: FrictionOptions['by'], emotions: readonly EmotionFact[]): readonly PlaceFacts[] {
  const lastBefore = (first: EmotionFact | undefined, curve: string): EmotionFact | null => {
    const at = first ? emotions.indexOf(first) : -1;
    return emotions.slice(0, Math.max(0, at)).findLast((point) => point.curve === curve) ?? null;
  };
  const place = (stageId: string, stepId: string | null, title: string, has: PlaceFacts['has']): PlaceFacts => {
    const own = emotions.filter((point) => (stepId === null ? point.stageId === stageId : point.stepId === stepId));
    return { stageId, stepId, title, has, emotions: own, before: (curve) => lastBefore(own[0], curve) };
  };
  if (by === 'stage') return map.stages.map(({ id, title }) => place(id, null, title, (item) => item.stageId === id));
  const worst = worstSteps(map, emotions);
  return map.stages.flatMap((stage) => {
    const steps = map.steps.filter(({ stageId }) => stageId === stage.id);
    if (steps.length === 0) return [place(stage.id, null, stage.title, (item) => item.stageId === stage.id)];
    return steps.map(({ id, title }) =>
      place(stage.id, id, title, (item) =>
        item.stepId === null ? item.stageId === stage.id && worst.get(stage.id) === id : item.stepId === id,
      ),
    );
  });
}

function factsOf(map: MapFacts, { has, emotions, before }: PlaceFacts, fullAt: FullAt): readonly FrictionFact[] {
  const indicators = map.indicators.filter(has);
  return [
    ...valleyFact(emotions),
    ...dropFact(emotions, before),
    ...measureFacts(indicators),
    ...severityFacts(map.pains.filter(has)),
    ...dropOutFacts(map.dropOuts.filter(has), fullAt.dropOut),
    ...waitFacts(map.waits.filter(has), fullAt.wait),
    ...effortFacts(indicators),
  ];
}

const isProof = (evidence: EvidenceKind): boolean => evidence !== 'hypothesis';

function lineOf(place: PlaceFacts, all: readonly FrictionFact[], weights: Weights): FrictionLine {
  const total = FACTORS.reduce((sum, factor) => sum + Math.max(0, weights[factor]), 0);
  const points = Object.fromEntries(
    FACTORS.map((factor) => {
      const strongest = Math.max(0, ...all.filter((one) => one.factor === factor).map(({ strength }) => strength));
      return [factor, total > 0 ? (100 * Math.max(0, weights[factor]) * strongest) / total : 0];
    }),
  ) as Record<Factor, number>;
  // What does not weigh is no reason; a pain point names the line even where nobody rated it.
  const facts = FACTORS.filter((factor) => weights[factor] > 0).flatMap((factor) =>
    all
      .filter((one) => one.factor === factor && (one.strength > 0 || factor === 'severity'))
      .sort((a, b) => b.strength - a.strength),
  );
  const known = new Set(facts.flatMap(({ evidence }) => (evidence ? [evidence] : [])));
  const evidence = EVIDENCE_KINDS.filter((kind) => known.has(kind));
  const { stageId, stepId, title } = place;
  return {
    place: stepId === null ? { kind: 'stage', id: stageId } : { kind: 'step', id: stepId },
    stageId,
    stepId,
    title,
    // The dust of binary fractions must not decide who is first.
    score: Math.round(FACTORS.reduce((sum, factor) => sum + points[factor], 0) * 1e6) / 1e6,
    points,
    facts,
    valence: lowest(place.emotions)?.valence ?? null,
    evidence,
    isHypothesis: !evidence.some(isProof),
  };
}

/**
 * Where it hurts, worst first: score = 100 · Σ weight · strength / Σ weight, where the strength of a factor, 0 to 1, is that of its strongest fact at the place
 * (`frictionFactors.ts` says how each is computed). What was not measured counts 0 and is never estimated. What is said of a whole stage counts once, at the
 * step of the stage whose emotion is lowest. Places without any friction are left out; equal scores keep the order of the map.
 */
export function frictionReport(map: MapFacts, options: FrictionOptions = DEFAULT_OPTIONS): readonly FrictionLine[] {
  const emotions = readEmotions(map, options.curve);
  return places(map, options.by, emotions)
    .map((place) => lineOf(place, factsOf(map, place, options.fullAt), options.weights))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}
