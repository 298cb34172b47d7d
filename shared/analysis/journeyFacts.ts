import type { ParticipantId, PersonaId, StepId } from '../base/ids';
import type { JourneyMapDoc, JourneyState, Note, Participant, Rating, Stage } from '../boards/journey-map/model';
import {
  columnsInOrder,
  emotionPointsIn,
  indicatorsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from '../boards/journey-map/order';
import { sorted } from '../model/reading';
import type { RatedMoment } from './disagreement';
import type { Decision, EmotionFact, MapFacts, NoteFact, Placed } from './mapFacts';
import type { OpinionFacts } from './opinions';
import type { TouchpointUse } from './register';

/** Fields that maps of a later schema have; where they are missing, nobody has said anything. */
interface LaterStage {
  readonly id: string;
  /** Minutes in which nothing happens. */
  readonly deadTime?: number | null;
  readonly entered?: number | null;
  readonly wentOn?: number | null;
  readonly left?: number | null;
}
interface LaterNote {
  readonly id: string;
  readonly owner?: string;
  readonly due?: string;
  readonly decision?: Decision | null;
}
interface LaterPoint {
  readonly id: string;
  /** A point that is aimed at is not felt. */
  readonly state?: 'current' | 'target';
}
interface LaterDoc {
  readonly ratings?: Readonly<
    Record<string, { readonly stepId: string; readonly personaId: string | null; readonly valence: number }>
  >;
}

const MINUTES_OF_A_DAY = 1440;

/** Who left a stage, of those who came: as counted, else those who did not go on. */
function dropOutsOf(stages: readonly Stage[]): MapFacts['dropOuts'] {
  return stages.flatMap((stage) => {
    const { entered, wentOn, left }: LaterStage = stage;
    const gone = left ?? (typeof wentOn === 'number' && typeof entered === 'number' ? entered - wentOn : null);
    if (typeof entered !== 'number' || entered <= 0 || gone === null) return [];
    const ref = { kind: 'stage', id: stage.id };
    return { ref, stageId: stage.id, stepId: null, entered, left: Math.max(0, gone), evidence: 'data' as const };
  });
}

const waitsOf = (stages: readonly Stage[]): MapFacts['waits'] =>
  stages.flatMap((stage) => {
    const { deadTime }: LaterStage = stage;
    if (typeof deadTime !== 'number') return [];
    const ref = { kind: 'stage', id: stage.id };
    // The team's own estimate: nobody says where it comes from.
    return { ref, stageId: stage.id, stepId: null, days: deadTime / MINUTES_OF_A_DAY, evidence: null };
  });

/** What participants say each moment feels like, for one persona: in the order of the moments, without those that nobody rated. */
export function momentRatings(doc: JourneyMapDoc, personaId: string | null): readonly RatedMoment[] {
  const first = doc.info.personaIds[0] ?? null;
  const all = Object.values((doc as LaterDoc).ratings ?? {}).filter(
    (rating) => (rating.personaId ?? first) === (personaId ?? first),
  );
  return columnsInOrder(doc).flatMap(({ id }) => {
    const ratings = all.filter(({ stepId }) => stepId === id).map(({ valence }) => valence);
    return ratings.length > 0 ? [{ id, ratings }] : [];
  });
}

/** Points of the emotion curves: what is felt, or what is aimed at; in order of rows, then from left to right. */
export function emotionFacts(doc: JourneyMapDoc, wanted: JourneyState): MapFacts['emotions'] {
  return lanesInOrder(doc)
    .filter(({ kind }) => kind === 'emotion')
    .flatMap(({ id }) =>
      emotionPointsIn(doc, id).flatMap((point) => {
        const step = doc.steps[point.stepId];
        const { state }: LaterPoint = point;
        if (!step || (state ?? 'current') !== wanted) return [];
        return {
          ref: { kind: 'emotion-point', id: point.id },
          stageId: step.stageId,
          stepId: point.stepId,
          // Points of nobody are the first persona's.
          curve: point.personaId ?? doc.info.personaIds[0] ?? '',
          offset: point.offset,
          valence: point.valence,
          words: point.quote.trim() || point.word.trim(),
          momentOfTruth: point.momentOfTruth,
        };
      }),
    );
}

/**
 * The facts of a stored journey map: the only file of the analyses that knows the shape of the document. Hidden rows count as well: hiding is for the eye. What is aimed at is left
 * out: it hurts nobody.
 */
export function journeyFacts(doc: JourneyMapDoc): MapFacts {
  const lanes = lanesInOrder(doc);
  const steps = columnsInOrder(doc);
  const of = (kind: string) => lanes.filter((lane) => lane.kind === kind);
  const touchpoints = steps.flatMap((step) =>
    of('touchpoints').flatMap(({ id: laneId }) =>
      touchpointsIn(doc, { laneId, stepId: step.id }).map(({ id, label }) => ({
        ref: { kind: 'touchpoint', id },
        stageId: step.stageId,
        stepId: step.id,
        words: label,
      })),
    ),
  );
  const names = new Map<string, string>();
  for (const { stepId, words } of touchpoints)
    if (words.trim()) names.set(stepId, names.has(stepId) ? `${names.get(stepId)}, ${words}` : words);
  const notes = (kind: string): readonly Note[] =>
    of(kind).flatMap(({ id: laneId }) =>
      stagesInOrder(doc).flatMap((stage) => [
        ...notesIn(doc, { laneId, stageId: stage.id, stepId: null }),
        ...stepsOf(doc, stage.id).flatMap((step) => notesIn(doc, { laneId, stageId: stage.id, stepId: step.id })),
      ]),
    );
  const placed = ({ id, stageId, stepId }: Note): Placed => ({ ref: { kind: 'note', id }, stageId, stepId });
  return {
    stages: stagesInOrder(doc).map(({ id, title }) => ({ id, title })),
    steps: steps.map(({ id, stageId, title }) => ({
      id,
      stageId,
      title: title.trim() ? title : (names.get(id) ?? ''),
      ownTitle: title.trim(),
    })),
    emotions: emotionFacts(doc, 'current'),
    indicators: steps.flatMap((step) =>
      of('indicators').flatMap(({ id: laneId }) =>
        indicatorsIn(doc, { laneId, stepId: step.id }).map(({ id, metric, value, n }) => ({
          ref: { kind: 'indicator', id },
          stageId: step.stageId,
          stepId: step.id,
          metric,
          value,
          n,
        })),
      ),
    ),
    pains: notes('pain-points').map((note) => ({
      ...placed(note),
      words: note.text,
      severity: note.severity,
      evidence: note.evidence,
      source: note.source,
    })),
    opportunities: notes('opportunities').map((note) => ({
      ...placed(note),
      ...plansOf(note),
      words: note.text,
      impact: note.impact,
      effort: note.effort,
      evidence: note.evidence,
      author: note.author,
      votes: note.votes,
    })),
    touchpoints,
    dropOuts: dropOutsOf(stagesInOrder(doc)),
    waits: waitsOf(stagesInOrder(doc)),
    notes: [...new Set(lanes.map(({ kind }) => kind))].flatMap((lane) =>
      notes(lane).map((note): NoteFact => ({ ...placed(note), lane, words: note.text })),
    ),
  };
}

/** What is planned for an opportunity. */
function plansOf(note: Note): Pick<MapFacts['opportunities'][number], 'owner' | 'due' | 'decision'> {
  const { owner = '', due = '', decision = null }: LaterNote = note;
  return { owner, due, decision };
}

/** Every touchpoint of a map, for the register of its workshop. `board` is the id of the map. */
export function touchpointUses(board: string, doc: JourneyMapDoc): readonly TouchpointUse[] {
  const lanes = lanesInOrder(doc).filter(({ kind }) => kind === 'touchpoints');
  return stagesInOrder(doc).flatMap((stage) =>
    stepsOf(doc, stage.id).flatMap((step) =>
      lanes.flatMap((lane) =>
        touchpointsIn(doc, { laneId: lane.id, stepId: step.id }).map(
          ({ id, label, channel, medium, owner, controlled, measure }): TouchpointUse => ({
            board,
            id,
            stageId: stage.id,
            label,
            channel,
            medium,
            owner,
            controlled,
            measure,
            // An indicator in the same moment measures it, whatever its own words say.
            indicators: columnIndicators(doc, step.id),
          }),
        ),
      ),
    ),
  );
}

const columnIndicators = (doc: JourneyMapDoc, stepId: StepId): number =>
  lanesInOrder(doc)
    .filter(({ kind }) => kind === 'indicators')
    .reduce(
      (sum, { id: laneId }) => sum + indicatorsIn(doc, { laneId, stepId }).filter(({ value }) => value !== null).length,
      0,
    );

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

/** What the participants of a workshop say of a stored map, for one persona; null is the map's first. */
export function opinionFacts(doc: JourneyMapDoc, personaId: PersonaId | null): OpinionFacts {
  const facts = journeyFacts(doc);
  const curve = personaId ?? doc.info.personaIds[0] ?? '';
  const isOurs = (point: EmotionFact) => point.curve === curve;
  return {
    facts,
    participants: sorted<Participant>(doc.participants),
    ratings: Object.values<Rating>(doc.ratings).filter(isAbout(doc, personaId)),
    felt: facts.emotions.filter(isOurs),
    aimed: emotionFacts(doc, 'target').filter(isOurs),
  };
}
