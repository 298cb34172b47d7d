import type { StepId } from '../base/ids';
import type { JourneyMapDoc, Note } from '../boards/journey-map/model';
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
import type { MapFacts, NoteFact, Placed } from './mapFacts';
import type { TouchpointUse } from './register';

/**
 * The facts of a stored journey map: the only file of the analyses that knows the shape of the document. Hidden rows count as well: hiding is for the eye.
 * Conversion and dead times are not in the document yet: their lists stay empty.
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
    })),
    emotions: of('emotion').flatMap(({ id }) =>
      emotionPointsIn(doc, id).flatMap((point) => {
        const step = doc.steps[point.stepId];
        if (!step) return [];
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
    ),
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
      words: note.text,
      impact: note.impact,
      effort: note.effort,
      evidence: note.evidence,
      author: note.author,
      votes: note.votes,
    })),
    touchpoints,
    dropOuts: [],
    waits: [],
    notes: [...new Set(lanes.map(({ kind }) => kind))].flatMap((lane) =>
      notes(lane).map((note): NoteFact => ({ ...placed(note), lane, words: note.text })),
    ),
  };
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
