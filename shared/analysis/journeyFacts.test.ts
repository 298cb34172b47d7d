import { describe, expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { compareMaps } from './comparison';
import { frictionReport, LEAST_SHOWN } from './friction';
import { journeyFacts } from './journeyFacts';

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
  return map;
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
    const differences = compareMaps(journeyFacts(map), journeyFacts(copy)).flatMap((stage) => stage.differences);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ kind: 'changed', a: { ref: { id } }, b: { ref: { id } } });
    expect(differences[0]?.change).toBeCloseTo(1, 9);
  });
});
