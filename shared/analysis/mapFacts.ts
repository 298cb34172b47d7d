import type { EvidenceKind } from '../model/evidence';

/**
 * What the analyses read of a journey map: small plain records, whatever the map is stored as. An adapter makes them of a document (`journeyFacts.ts`);
 * tests write them by hand.
 */

/** Something on the map that a fact stands for: its kind of target and its id, so that a reader can be led to it. */
export interface FactRef {
  readonly kind: string;
  readonly id: string;
}

export interface StageFact {
  readonly id: string;
  readonly title: string;
}

export interface StepFact {
  readonly id: string;
  readonly stageId: string;
  /** Its own title, else the names of its touchpoints; empty where it has neither. */
  readonly title: string;
  /** The title that somebody gave it, or empty; absent where `title` is that one. */
  readonly ownTitle?: string;
}

/** Where a fact stands: in a step, or across a whole stage when `stepId` is null. */
export interface Placed {
  readonly ref: FactRef;
  readonly stageId: string;
  readonly stepId: string | null;
}

/** A point of an emotion curve. Points of one `curve` follow one another from left to right in the list. */
export interface EmotionFact extends Placed {
  readonly stepId: string;
  /** The persona whose curve it is on; empty for nobody's. */
  readonly curve: string;
  /** Place inside the step, 0 to 1. */
  readonly offset: number;
  /** -2 (very unpleasant) to +2 (very pleasant). */
  readonly valence: number;
  /** The quote or the word of the moment. */
  readonly words: string;
  readonly momentOfTruth: boolean;
}

export const METRIC_KINDS = ['nps', 'csat', 'ces'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** NPS -100..100, CSAT 0..100 (%), CES 1..7 where 7 is easy; null is still to be measured. */
export interface IndicatorFact extends Placed {
  readonly metric: MetricKind;
  readonly value: number | null;
  readonly n: number | null;
}

export interface PainFact extends Placed {
  readonly words: string;
  /** 1 to 5; null when nobody has rated it. */
  readonly severity: number | null;
  readonly evidence: EvidenceKind | null;
  readonly source: string;
}

export type Decision = 'yes' | 'maybe' | 'no';

export interface OpportunityFact extends Placed {
  readonly words: string;
  readonly impact: number | null;
  readonly effort: number | null;
  readonly evidence: EvidenceKind | null;
  readonly author: string;
  readonly votes: number;
  /** Who takes care of it; empty when nobody was named. */
  readonly owner: string;
  /** Day it shall be done, `YYYY-MM-DD`, or empty. */
  readonly due: string;
  /** What was decided; null when nothing was. */
  readonly decision: Decision | null;
}

export interface TouchpointFact extends Placed {
  readonly stepId: string;
  readonly words: string;
}

/** How many came to a place and how many of them left there. */
export interface DropOutFact extends Placed {
  readonly entered: number;
  readonly left: number;
  readonly evidence: EvidenceKind | null;
}

/** Dead time: days without anything before the next moment. */
export interface WaitFact extends Placed {
  readonly days: number;
  readonly evidence: EvidenceKind | null;
}

/** Any note, with the kind of its row: what a comparison of two maps lists. */
export interface NoteFact extends Placed {
  readonly lane: string;
  readonly words: string;
}

/** One map. Stages and steps are in order; facts are in reading order. */
export interface MapFacts {
  readonly stages: readonly StageFact[];
  readonly steps: readonly StepFact[];
  readonly emotions: readonly EmotionFact[];
  readonly indicators: readonly IndicatorFact[];
  readonly pains: readonly PainFact[];
  readonly opportunities: readonly OpportunityFact[];
  readonly touchpoints: readonly TouchpointFact[];
  readonly dropOuts: readonly DropOutFact[];
  readonly waits: readonly WaitFact[];
  readonly notes: readonly NoteFact[];
}

export const NO_FACTS: MapFacts = {
  stages: [],
  steps: [],
  emotions: [],
  indicators: [],
  pains: [],
  opportunities: [],
  touchpoints: [],
  dropOuts: [],
  waits: [],
  notes: [],
};
