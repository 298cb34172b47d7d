import type { ParticipantId, PersonaId, StepId } from '../base/ids';
import type { JourneyMapDoc, Participant, Rating } from '../boards/journey-map/model';
import { sorted } from '../model/reading';
import { type CurveGap, curveGaps } from './curveGaps';
import { type Disagreement, disagreement, peakEnd } from './disagreement';
import { emotionFacts, journeyFacts } from './journeyFacts';
import type { EmotionFact, MapFacts, StepFact } from './mapFacts';

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
  readonly participants: readonly Participant[];
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

/** Participants in the order they were written down. */
export const participantsOf = (doc: JourneyMapDoc): readonly Participant[] => sorted<Participant>(doc.participants);

const isAbout = (doc: JourneyMapDoc, personaId: PersonaId | null) => {
  const first = doc.info.personaIds[0] ?? null;
  // Ratings of nobody are the first persona's.
  return (rating: Rating) => (rating.personaId ?? first) === (personaId ?? first);
};

/** The rating that a participant gave a moment, for one persona; null when there is none. */
export function ratingOf(
  doc: JourneyMapDoc,
  of: { readonly participantId: ParticipantId; readonly stepId: StepId; readonly personaId: PersonaId | null },
): Rating | null {
  const isOne = isAbout(doc, of.personaId);
  const isIt = (one: Rating) => one.participantId === of.participantId && one.stepId === of.stepId && isOne(one);
  return Object.values<Rating>(doc.ratings).find(isIt) ?? null;
}

function pair(a: readonly EmotionFact[], b: readonly EmotionFact[], steps: readonly StepFact[]): CurvePair | null {
  return a.length > 0 && b.length > 0 ? { a, b, gaps: curveGaps(a, b, steps) } : null;
}

/** Two curves of as it is, of two personas of one map; null where one of them has no points. */
export function personaPair(facts: MapFacts, one: string, other: string): CurvePair | null {
  const of = (wanted: string) => facts.emotions.filter(({ curve }) => curve === wanted);
  return pair(of(one), of(other), facts.steps);
}

/** The opinions on a stored map; `personaId` null is the map's first persona. Ratings of moments or people that are gone count for nothing. */
export function opinions(doc: JourneyMapDoc, personaId: PersonaId | null): Opinions {
  const facts = journeyFacts(doc);
  const participants = participantsOf(doc);
  const known = new Set(participants.map(({ id }) => id));
  const all = Object.values<Rating>(doc.ratings).filter(isAbout(doc, personaId));
  const moments = facts.steps.map((step): OpinionMoment => {
    const ratings = new Map<ParticipantId, number>();
    for (const { participantId, stepId, valence } of all)
      if (stepId === step.id && known.has(participantId)) ratings.set(participantId, valence);
    return { ...step, ratings, of: disagreement([...ratings.values()]) };
  });
  const rated = moments.filter(({ of }) => of !== null);
  const peak = peakEnd(rated.map(({ of }) => of?.median ?? 0));
  const [top, end] = [peak && rated[peak.peak], rated.at(-1)];
  const curve = personaId ?? doc.info.personaIds[0] ?? '';
  const isOurs = (point: EmotionFact) => point.curve === curve;
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
    aims: pair(facts.emotions.filter(isOurs), emotionFacts(doc, 'target').filter(isOurs), facts.steps),
  };
}
