import { compareMaps } from '@shared/analysis/comparison';
import { allListed, signOf } from '@shared/analysis/differenceSigns';
import type { PersonaId } from '@shared/base/ids';
import { journeyMapKind } from '@shared/boards/journey-map/kind';
import type { EmotionPoint, JourneyMapDoc } from '@shared/boards/journey-map/model';
import { differenceKey } from '@shared/exchange/differenceWords';
import { translator } from '@shared/i18n/translate';
import { LIGHT } from '@shared/model/theme';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetIndex } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { arbitraryJourneyMap, plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { type Compared, factsOf, onlyCurve } from './comparedSides';
import { differencePicture } from './differencePicture';

function drawn(doc: JourneyMapDoc): SceneNow<JourneyMapDoc> {
  const view = { form: 'screen', focus: null, unfolded: [] } as const;
  const scene = journeyMapKind.layout(doc, {
    measure: plainMeasurer,
    t: translator('fr'),
    lang: 'fr',
    theme: LIGHT,
    personas: {},
    workshop: { title: '', client: '', place: '' },
    view,
  });
  const inputs = { doc, lang: 'fr', theme: 'light', compact: false } as SceneNow<JourneyMapDoc>['inputs'];
  return { inputs, scene, index: targetIndex(scene) };
}

/** Two maps, and the first or the second of them on screen. */
function pictured(a: JourneyMapDoc, b: JourneyMapDoc, here: 'a' | 'b', current: string | null = null) {
  const compared: Compared = {
    a: { name: 'a', facts: factsOf(a), isHere: here === 'a' },
    b: { name: 'b', facts: factsOf(b), isHere: here === 'b' },
  };
  const found = compareMaps(compared.a.facts, compared.b.facts);
  const all = allListed(found);
  const picture = differencePicture({ found, compared, all, current }, drawn(here === 'a' ? a : b));
  return { all, picture };
}

let ids = 0;
const newId = (() => `id${++ids}`) as Parameters<typeof sampleWorkshop>[0]['newId'];
const [current, target] = Object.values(sampleWorkshop({ lang: 'fr', newId, date: '2026-11-22' }).docs).filter(
  (doc): doc is JourneyMapDoc => doc.kind === 'journey-map',
);
if (!current || !target) throw new Error('the sample has a journey as it is and one as it should be');

describe('differences on a map', () => {
  it('have a sign each, wherever they stand, on either map', () => {
    const maps = arbitraryJourneyMap({ stages: 3, steps: 2, notes: 10 });
    fc.assert(
      fc.property(maps, maps, fc.constantFrom('a' as const, 'b' as const), (a, b, here) => {
        const { all, picture } = pictured(a, b, here);
        const told = picture.marks.flatMap(({ keys }) => keys);
        expect(told.toSorted()).toEqual(all.map(({ difference }) => differenceKey(difference)).toSorted());
        for (const mark of picture.marks) {
          expect([mark.box.x, mark.box.y, mark.box.w, mark.box.h].every(Number.isFinite)).toBe(true);
          for (const key of mark.keys) expect(picture.placed.get(key)?.listed.sign).toBe(mark.sign);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count what is gone in its cell, and tell its words when it is looked at', () => {
    const [gone] = Object.values(current.notes).filter(({ laneId }) => current.lanes[laneId]?.kind === 'pain-points');
    if (!gone) throw new Error('the sample has pain points');
    const { [gone.id]: _, ...notes } = current.notes;
    const { picture } = pictured(current, { ...current, notes }, 'b', `note:${gone.id} `);
    expect(picture.marks).toMatchObject([{ sign: 'removed', look: 'count', keys: [`note:${gone.id} `] }]);
    expect([...picture.placed.values()][0]?.target).toEqual({
      kind: 'cell',
      id: `${gone.laneId}/${gone.stageId}/`,
    });
    expect(picture.card).toMatchObject({ letter: 'A', isGhost: true });
    expect(picture.card?.words).toContain(gone.text);
  });

  it('draw the other curve over a map that has not got it, and not again over one that draws it', () => {
    const asIs = pictured(current, target, 'a');
    expect(asIs.picture.curve).toMatchObject({ letter: 'B' });
    expect(asIs.picture.curve?.points.size).toBe(12);
    expect(pictured(current, target, 'b').picture.curve).toBeNull();
    expect(asIs.all.filter(({ difference }) => signOf(difference) === 'higher')).toHaveLength(11);
  });

  it('draw the other curve only where it runs beside this one', () => {
    const points = Object.values<EmotionPoint>(current.emotionPoints);
    const { emotions } = factsOf(current);
    // A point bends the curve as far as the second one behind it.
    const [first, , third] = emotions;
    const point = points.find(({ id }) => id === first?.ref.id);
    if (!point || !third) throw new Error('the sample has a curve');
    const copy = { ...current, emotionPoints: { ...current.emotionPoints, [point.id]: { ...point, valence: 1.5 } } };
    const { picture } = pictured(current, copy, 'b');
    const end = drawn(copy).index.get(`emotion-point:${third.ref.id}`)?.box;
    const drawnTo = picture.curve?.items.flatMap((item) =>
      item.type === 'line' ? item.points.filter((_, at) => at % 2 === 0) : [],
    );
    expect(Math.max(...(drawnTo ?? []))).toBeLessThanOrEqual((end?.x ?? 0) + (end?.w ?? 0));
    expect(picture.marks).toMatchObject([{ sign: 'higher', look: 'face' }]);
  });

  it('stand at the points of the second of two personas, whose curves the map draws itself', () => {
    const all = Object.values<EmotionPoint>(current.emotionPoints);
    const others = all.map((point): EmotionPoint => {
      const id = `other ${point.id}` as EmotionPoint['id'];
      return { ...point, id, personaId: 'q1' as PersonaId, valence: point.valence - 0.2 };
    });
    const both = { ...current, emotionPoints: Object.fromEntries([...all, ...others].map((one) => [one.id, one])) };
    const facts = factsOf(both);
    const side = (curve: string) => ({ name: curve, facts: onlyCurve(facts, curve), isHere: true });
    const compared = { a: side(facts.emotions[0]?.curve ?? ''), b: side('q1') };
    const found = compareMaps(compared.a.facts, compared.b.facts);
    const picture = differencePicture({ found, compared, all: allListed(found), current: null }, drawn(both));
    expect(picture.curve).toBeNull();
    expect(picture.marks).toHaveLength(12);
    for (const { sign, look, keys } of picture.marks)
      expect([sign, look, keys[0]?.split(' emotion-point:')[1]?.startsWith('other')]).toEqual(['lower', 'face', true]);
  });
});
