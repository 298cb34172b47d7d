import type { ParticipantId } from '../base/ids';
import { type CurveGap, curveGaps } from './curveGaps';
import { type Disagreement, disagreement, peakEnd } from './disagreement';
import type { EmotionFact, MapFacts, StepFact } from './mapFacts';

/** Somebody who rates moments. */
export interface ParticipantFact {
  readonly id: ParticipantId;
  readonly name: string;
}

/** What was said about the journey of one persona. */
export interface OpinionFacts {
  readonly facts: MapFacts;
  /** In the order they were written down. */
  readonly participants: readonly ParticipantFact[];
  readonly ratings: readonly {
    readonly participantId: ParticipantId;
    readonly stepId: string;
    readonly valence: number;
  }[];
  /** The persona's curves: as it is, as it should be. */
  readonly felt: readonly EmotionFact[];
  readonly aimed: readonly EmotionFact[];
}

/** A moment with what everybody says of it. */
export interface OpinionMoment extends StepFact {
  /** Valence by participant, of those who rated it. */
  readonly ratings: ReadonlyMap<ParticipantId, number>;
  /** null where nobody rated it. */
  readonly of: Disagreement | null;
}

export interface Remembered {
  readonly peak: OpinionMoment;
  readonly end: OpinionMoment;
  /** (peak + end) / 2, -2..+2. */
  readonly score: number;
}

export interface CurvePair {
  readonly a: readonly EmotionFact[];
  readonly b: readonly EmotionFact[];
  /** Widest first. */
  readonly gaps: readonly CurveGap[];
}

/** What the participants of a workshop think of a journey, for one persona, and how its curves compare. */
export interface Opinions {
  readonly facts: MapFacts;
  readonly participants: readonly ParticipantFact[];
  /** Every moment of the map, in order. */
  readonly moments: readonly OpinionMoment[];
  /** Moments on which opinions are split, the most polarised first. */
  readonly split: readonly OpinionMoment[];
  /** Of the medians; null where nobody rated. */
  readonly remembered: Remembered | null;
  /** Where people agree most, of the moments that enough of them rated for a band; null without one. */
  readonly agreed: OpinionMoment | null;
  /** As it is (a) and as it should be (b); null where nothing is aimed at, or nothing is felt. */
  readonly aims: CurvePair | null;
}

function pair(a: readonly EmotionFact[], b: readonly EmotionFact[], steps: readonly StepFact[]): CurvePair | null {
  return a.length > 0 && b.length > 0 ? { a, b, gaps: curveGaps(a, b, steps) } : null;
}

/** Two curves of as it is, of two personas of one map; null where one of them has no points. */
export function personaPair(facts: MapFacts, one: string, other: string): CurvePair | null {
  const of = (wanted: string) => facts.emotions.filter(({ curve }) => curve === wanted);
  return pair(of(one), of(other), facts.steps);
}

/** The opinions on a journey, moment by moment. Ratings of moments or people that are gone count for nothing. */
export function opinions({ facts, participants, ratings: all, felt, aimed }: OpinionFacts): Opinions {
  const known = new Set(participants.map(({ id }) => id));
  const moments = facts.steps.map((step): OpinionMoment => {
    const ratings = new Map<ParticipantId, number>();
    for (const { participantId, stepId, valence } of all)
      if (stepId === step.id && known.has(participantId)) ratings.set(participantId, valence);
    return { ...step, ratings, of: disagreement([...ratings.values()]) };
  });
  const rated = moments.filter(({ of }) => of !== null);
  const peak = peakEnd(rated.map(({ of }) => of?.median ?? 0));
  const [top, end] = [peak && rated[peak.peak], rated.at(-1)];
  return {
    facts,
    participants,
    moments,
    split: rated
      .filter(({ of }) => of?.split)
      .sort((one, other) => (other.of?.polarisation ?? 0) - (one.of?.polarisation ?? 0)),
    remembered: peak && top && end ? { peak: top, end, score: peak.score } : null,
    agreed: rated
      .filter(({ of }) => of?.band)
      .reduce<OpinionMoment | null>(
        (best, one) => (best && (best.of?.deviation ?? 0) <= (one.of?.deviation ?? 0) ? best : one),
        null,
      ),
    aims: pair(felt, aimed, facts.steps),
  };
}
