import { describe, expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import { type JourneyMapDoc, journeyMapType } from '../boards/journey-map/model';
import { personaType } from '../boards/persona/model';
import { workshopType } from '../model/workshop';
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
  it.each(['fr', 'en'] as const)('is a valid workshop of three boards and two personas in %s', (lang) => {
    const { workshop, docs } = sample(lang);
    expect(workshopType.schema.safeParse(workshop).error).toBeUndefined();
    const kinds = Object.values(docs).map((doc) => doc.kind);
    expect(kinds.filter((kind) => kind === 'journey-map')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'persona')).toHaveLength(2);
    for (const doc of Object.values(docs)) {
      const type = doc.kind === 'persona' ? personaType : journeyMapType;
      expect(type.schema.safeParse(doc).error).toBeUndefined();
    }
    for (const id of [...Object.keys(workshop.boards), ...Object.keys(workshop.personas)])
      expect(docs).toHaveProperty(id);
    expect(workshop.info.sample).toBe(true);
  });

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
