import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import type { JourneyMapDoc, Note, Stage } from '../boards/journey-map/model';
import { stagesInOrder } from '../boards/journey-map/order';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { journeyDeck, type StageSlide } from './journeyDeck';
import { elapsedText, meaningOf, type Step, slideAfter } from './steps';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

function sample(): JourneyMapDoc {
  const { docs } = sampleWorkshop({ lang: 'fr', newId: counter(), date: '2026-11-22' });
  const map = Object.values(docs).find((doc): doc is JourneyMapDoc => doc.kind === 'journey-map');
  if (!map) throw new Error('the sample has a journey');
  return map;
}

const stagesOf = (doc: JourneyMapDoc) =>
  journeyDeck(doc).slides.filter((slide): slide is StageSlide => slide.kind === 'stage');
const plain = (text: string | null | undefined) => text?.replace(/[\u00A0\u202F]/g, ' ');

describe('the slides of a journey', () => {
  it('begin and end with the whole map, with one stage after the other between', () => {
    const doc = sample();
    const { slides } = journeyDeck(doc);
    expect(slides.map(({ kind }) => kind)).toEqual(['overview', ...Array(6).fill('stage'), 'overview']);
    expect(slides.filter((slide) => slide.kind === 'overview').map(({ isEnd }) => isEnd)).toEqual([false, true]);
    expect(stagesOf(doc).map(({ title }) => title)).toEqual(stagesInOrder(doc).map(({ title }) => title));
    expect(stagesOf(doc).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tell a stage by its quote, its figures, its pain point and its opportunity', () => {
    const stage = stagesOf(sample())[2];
    expect(stage?.title).toBe('Considération');
    expect(plain(stage?.duration)).toBe('12 jours');
    expect(plain(stage?.quote?.text)).toBe('Quatorze modèles, zéro réponse.');
    expect(plain(stage?.quote?.where)).toBe('Site du fabricant');
    expect(stage?.moments.map(plain)).toEqual([
      'Lit 40 avis de coureurs, note trois modèles',
      'Compare sur le site et se perd dans 14 fiches',
    ]);
    // Said once.
    expect(stage?.quote?.doing).toBe('');
    expect(stage?.indicators.map(({ label, metric, value }) => [label, metric, value])).toEqual([
      ['Forum d’avis', 'csat', 52],
      ['Site du fabricant', 'ces', 2.9],
    ]);
    expect(plain(stage?.pain)).toBe('Des fiches techniques illisibles');
    expect(plain(stage?.opportunity)).toBe('Trouver ma paire en quatre questions');
    expect(stage?.notes).not.toBe('');
  });

  it('call a moment by its name, and then tell what is done at the quote', () => {
    const doc = sample();
    const steps = Object.fromEntries(Object.values(doc.steps).map((step) => [step.id, { ...step, title: 'Le soir' }]));
    const stage = stagesOf({ ...doc, steps: steps as JourneyMapDoc['steps'] })[2];
    expect(stage?.moments).toEqual(['Le soir', 'Le soir']);
    expect(plain(stage?.quote?.doing)).toBe('Compare sur le site et se perd dans 14 fiches');
  });

  it('give what is thought where nothing is said', () => {
    expect(plain(stagesOf(sample())[1]?.quote?.text)).toBe('Elle court sans douleur. Pourquoi pas moi ?');
  });

  it('leave out what stands in hidden rows', () => {
    const doc = sample();
    const lanes = Object.fromEntries(Object.values(doc.lanes).map((lane) => [lane.id, { ...lane, hidden: true }]));
    const stage = stagesOf({ ...doc, lanes: lanes as JourneyMapDoc['lanes'] })[2];
    expect(stage).toMatchObject({ quote: null, indicators: [], pain: null, opportunity: null, actions: [] });
  });

  it('choose the gravest pain point, however many votes another has', () => {
    const doc = sample();
    const stage = stagesInOrder(doc)[2] as Stage;
    const pains = Object.values(doc.lanes).find(({ kind }) => kind === 'pain-points');
    const first = Object.values<Note>(doc.notes).find((one) => one.stageId === stage.id && one.laneId === pains?.id);
    if (!first) throw new Error('the sample has a pain point there');
    const notes = {
      ...doc.notes,
      [first.id]: { ...first, severity: 2, votes: 99 },
      grave: { ...first, id: 'grave', order: 'a5', text: 'Grave', severity: 3, votes: 0 },
    } as JourneyMapDoc['notes'];
    expect(stagesOf({ ...doc, notes })[2]?.pain).toBe('Grave');
  });

  it('show only the stages of the scope', () => {
    const doc = sample();
    const buyer = journeyDeck({ ...doc, info: { ...doc.info, scope: 'buyer' } });
    expect(buyer.slides).toHaveLength(2 + 5);
    expect(buyer.spans.at(-1)?.to).toBeCloseTo(1);
  });

  it('are one slide for a map without stages', () => {
    expect(journeyDeck({ ...sample(), stages: {} }).slides).toEqual([{ kind: 'overview', isEnd: false }]);
  });

  it('put every point of the curve inside its stage', () => {
    const { spans, points } = journeyDeck(sample());
    expect(points).toHaveLength(12);
    for (const point of points) {
      const span = spans.find(({ id }) => id === point.stageId);
      expect(point.x).toBeGreaterThanOrEqual(span?.from ?? 2);
      expect(point.x).toBeLessThanOrEqual((span?.to ?? -1) + 1e-9);
    }
  });
});

describe('stepping through slides', () => {
  it('stays inside, whatever is asked for', () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.constantFrom<Step>('next', 'back', 'first', 'last'),
      fc.record({ stage: fc.integer({ min: -3, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step), (count, steps) => {
        let at = 0;
        for (const one of steps) {
          at = slideAfter(at, one, count);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(count);
        }
        expect(slideAfter(at, 'first', count)).toBe(0);
        expect(slideAfter(at, 'last', count)).toBe(count - 1);
        if (at < count - 1) expect(slideAfter(slideAfter(at, 'next', count), 'back', count)).toBe(at);
      }),
    );
  });

  it('comes back inside when stages are gone, and goes to a stage by its number', () => {
    expect(slideAfter(7, 'back', 4)).toBe(2);
    expect(slideAfter(0, { stage: 3 }, 8)).toBe(3);
    expect(slideAfter(2, { stage: 7 }, 8)).toBe(2);
  });

  it('understands keyboards, clickers and pedals, and leaves keys that are held with others alone', () => {
    const key = (name: string, shift = false, held = false) => meaningOf({ key: name, shift, held });
    for (const name of ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'])
      expect(key(name)).toEqual({ step: 'next' });
    for (const name of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace']) expect(key(name)).toEqual({ step: 'back' });
    expect(key(' ', true)).toEqual({ step: 'back' });
    expect(key('Home')).toEqual({ step: 'first' });
    expect(key('4')).toEqual({ step: { stage: 4 } });
    expect(key('B')).toEqual({ wish: 'black' });
    expect(key('.')).toEqual({ wish: 'black' });
    expect(key('T')).toEqual({ wish: 'texts' });
    expect(key('Escape')).toEqual({ wish: 'end' });
    expect(key('c', false, true)).toBeNull();
    expect(key('constructor')).toBeNull();
  });

  it('tells the time that has gone by', () => {
    expect([0, 59_999, 61_000, 3_723_000].map(elapsedText)).toEqual(['0:00', '0:59', '1:01', '1:02:03']);
  });
});
