import { describe, expect, it } from 'vitest';
import { opinionFacts } from '../analysis/journeyFacts';
import { opinions } from '../analysis/opinions';
import type { Id, NewId, NoteId } from '../base/ids';
import { docType } from '../boards/docTypes';
import { emotionOf } from '../boards/empathy-map/emotions';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import { stagesInOrder } from '../boards/empathy-map/order';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { workshopType } from '../model/workshop';
import { boardsInOrder } from '../model/workshopCommands';
import { sampleWorkshop } from './sampleWorkshop';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

const sample = (lang: 'fr' | 'en') => sampleWorkshop({ lang, newId: counter(), date: '2026-11-22' });

const boardsOf = (lang: 'fr' | 'en') =>
  Object.values(sample(lang).docs).filter((doc): doc is JourneyMapDoc => doc.kind === 'journey-map');

/** The shape of a value, every text reduced to whether there is one. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : 'text';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
}

describe('sampleWorkshop', () => {
  it.each(['fr', 'en'] as const)(
    'is a valid workshop of three journeys, an empathy map and two personas in %s',
    (lang) => {
      const { workshop, docs } = sample(lang);
      expect(workshopType.schema.safeParse(workshop).error).toBeUndefined();
      const kinds = Object.values(docs).map((doc) => doc.kind);
      expect(kinds.filter((kind) => kind === 'journey-map')).toHaveLength(3);
      expect(kinds.filter((kind) => kind === 'empathy-map')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'persona')).toHaveLength(2);
      for (const doc of Object.values(docs)) {
        expect(docType(doc.kind).schema.safeParse(doc).error).toBeUndefined();
      }
      for (const id of [...Object.keys(workshop.boards), ...Object.keys(workshop.personas)])
        expect(docs).toHaveProperty(id);
      expect(workshop.info.sample).toBe(true);
    },
  );

  it('says the same things in both languages', () => {
    expect(shapeOf(sample('en').docs)).toEqual(shapeOf(sample('fr').docs));
  });

  it('gives the same documents for the same ids', () => {
    expect(sample('fr')).toEqual(sample('fr'));
  });

  it('says that it is invented', () => {
    for (const board of boardsOf('fr')) expect(board.info.sources).toContain('inventés');
    for (const board of boardsOf('en')) expect(board.info.sources).toContain('invented');
  });

  it('links the empathy map to the journey of the same person, and takes its emotions over', () => {
    const { docs, workshop } = sample('fr');
    const map = Object.values(docs).find((doc): doc is EmpathyMapDoc => doc.kind === 'empathy-map');
    const { journeyId, personaId } = map!.info;
    const journey = docs[journeyId!] as JourneyMapDoc;
    expect(
      boardsInOrder(workshop)
        .map(({ id, kind }) => [id === journeyId, kind])
        .slice(0, 2),
    ).toEqual([
      [true, 'journey-map'],
      [false, 'empathy-map'],
    ]);
    expect(journey.info.personaIds).toEqual([personaId]);
    const felt = stagesInOrder(map!).map((stage) => [stage.title, emotionOf(stage)?.valence]);
    expect(felt).toEqual([
      ['Prise de conscience', -0.9],
      ['Intérêt', 0.9],
      ['Considération', -1.4],
      ['Intention d’achat', 1.1],
      ['Achat', 0.9],
      ['Après-vente & fidélisation', 0.1],
    ]);
    const links = Object.values(map!.notes).flatMap((note) => note.links);
    expect(links.map(({ id }) => journey.notes[id as NoteId]?.text)).toEqual(['Des fiches techniques illisibles']);
  });

  it.each(['fr', 'en'] as const)(
    'has a round of ratings that agrees with its curve and is divided at the checkout, in %s',
    (lang) => {
      const [map] = boardsOf(lang);
      const facts = opinionFacts(map!, map!.info.personaIds[0] ?? null);
      const { moments } = opinions(facts);
      expect(facts.participants.map(({ name }) => name)).toEqual(['Anouk', 'Karim', 'Léa', 'Malik', 'Paul', 'Sabine']);
      expect(moments.map(({ of }) => of?.n)).toEqual(moments.map(() => 6));
      const split = moments.flatMap(({ title, of }) =>
        of?.split ? [[title, of.split.pleased, of.split.displeased]] : [],
      );
      expect(split).toEqual([[lang === 'fr' ? 'Caisse' : 'Checkout', 4, 2]]);
      for (const { id, of } of moments) {
        const drawn = facts.felt.find(({ stepId }) => stepId === id)?.valence ?? 0;
        expect(Math.abs((of?.median ?? 9) - drawn)).toBeLessThanOrEqual(0.5);
      }
    },
  );

  it('has only scores that their numbers of answers allow', () => {
    for (const { indicators } of boardsOf('fr')) {
      for (const { metric, value, n } of Object.values(indicators)) {
        expect(n).not.toBeNull();
        if (metric === 'ces' || value === null) continue;
        // A whole number of people stands behind it (promoters less detractors, or satisfied), within half a point.
        const people = (value / 100) * (n ?? 1);
        expect(Math.abs((Math.round(people) / (n ?? 1)) * 100 - value)).toBeLessThanOrEqual(0.5);
      }
    }
  });
});
