import { describe, expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import type { EmotionPoint, JourneyMapDoc, Note, Stage, Step } from '../boards/journey-map/model';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { compareMaps } from './comparison';
import { frictionReport, LEAST_SHOWN } from './friction';
import { journeyFacts, momentRatings } from './journeyFacts';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

const sampleMaps = (): readonly JourneyMapDoc[] =>
  Object.values(sampleWorkshop({ lang: 'fr', newId: counter(), date: '2026-11-22' }).docs).filter(
    (doc): doc is JourneyMapDoc => doc.kind === 'journey-map',
  );

function current(): JourneyMapDoc {
  const [map] = sampleMaps();
  if (!map) throw new Error('the sample has a journey map');
  // Figures of stages that the sample may have come from the tests alone.
  const uncounted = { deadTime: undefined, entered: undefined, wentOn: undefined, left: undefined };
  const stages = Object.values<Stage>(map.stages).map((stage) => [stage.id, { ...stage, ...uncounted }]);
  return { ...map, stages: Object.fromEntries(stages) as JourneyMapDoc['stages'] };
}

describe('the facts of a stored map', () => {
  it('are all that stands on it, each once', () => {
    const map = current();
    const facts = journeyFacts(map);
    const size = (all: object) => Object.keys(all).length;
    expect(facts.stages).toHaveLength(size(map.stages));
    expect(facts.steps).toHaveLength(size(map.steps));
    expect(facts.emotions).toHaveLength(size(map.emotionPoints));
    expect(facts.touchpoints).toHaveLength(size(map.touchpoints));
    expect(facts.indicators).toHaveLength(size(map.indicators));
    expect(new Set(facts.notes.map(({ ref }) => ref.id)).size).toBe(size(map.notes));
    expect(facts.notes).toHaveLength(size(map.notes));
  });

  it('rank what hurts in the sample as the people in the room would', () => {
    const shown = frictionReport(journeyFacts(current())).filter(({ score }) => score >= LEAST_SHOWN);
    expect(shown.map(({ title }) => title.replaceAll('\u00A0', ' '))).toEqual([
      'Tchat du SAV',
      'Site du fabricant',
      'Sortie du dimanche',
      'Forum d’avis',
      'Réservation d’essai',
      'Affiche du tram',
      'Caisse',
    ]);
  });

  it('tell a map and its copy apart by what was changed alone', () => {
    const map = current();
    const [id] = Object.keys(map.emotionPoints) as (keyof JourneyMapDoc['emotionPoints'])[];
    const point = id && map.emotionPoints[id];
    if (!id || !point) throw new Error('the sample has a curve');
    const copy = { ...map, emotionPoints: { ...map.emotionPoints, [id]: { ...point, valence: point.valence + 1 } } };
    const differences = compareMaps(journeyFacts(map), journeyFacts(copy)).stages.flatMap((stage) => stage.differences);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ kind: 'changed', a: { ref: { id } }, b: { ref: { id } } });
    expect(differences[0]?.change).toBeCloseTo(1, 9);
  });

  it('take in what a later schema says: who leaves, dead time, plans, ratings; and leave out what is aimed at', () => {
    const map = current();
    const [stage] = Object.values<Stage>(map.stages);
    const [point] = Object.values<EmotionPoint>(map.emotionPoints);
    const [step] = Object.values<Step>(map.steps);
    const idea = Object.values<Note>(map.notes).find(({ impact }) => impact !== null);
    if (!stage || !point || !step || !idea) throw new Error('the sample has all of these');
    const later = {
      ...map,
      stages: { ...map.stages, [stage.id]: { ...stage, deadTime: 2880, entered: 100, wentOn: 62, left: null } },
      emotionPoints: { ...map.emotionPoints, [point.id]: { ...point, state: 'target' } },
      notes: { ...map.notes, [idea.id]: { ...idea, owner: 'Ana', due: '2026-12-15', decision: 'yes' } },
      ratings: {
        r1: { stepId: step.id, personaId: null, valence: -2 },
        r2: { stepId: step.id, personaId: map.info.personaIds[0], valence: 1 },
        r3: { stepId: step.id, personaId: 'other', valence: 2 },
      },
    } as unknown as JourneyMapDoc;
    const facts = journeyFacts(later);
    expect(facts.dropOuts).toMatchObject([{ stageId: stage.id, stepId: null, entered: 100, left: 38 }]);
    expect(facts.waits).toMatchObject([{ stageId: stage.id, days: 2 }]);
    expect(facts.emotions).toHaveLength(journeyFacts(map).emotions.length - 1);
    expect(facts.opportunities.find(({ ref }) => ref.id === idea.id)).toMatchObject({ owner: 'Ana', decision: 'yes' });
    expect(momentRatings(later, null)).toEqual([{ id: step.id, ratings: [-2, 1] }]);
    expect(momentRatings({ ...map, ratings: {} }, null)).toEqual([]);
  });
});
