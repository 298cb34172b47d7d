import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap } from '../../tests/support/arbitraryJourneyMap';
import { compareMaps, type MapComparison, withOneCurve } from './comparison';
import { curveGaps } from './curveGaps';
import { journeyFacts } from './journeyFacts';
import { type EmotionFact, type MapFacts, NO_FACTS, type Placed } from './mapFacts';

const note = (id: string, words: string, stageId = 's1') => ({
  ref: { kind: 'note', id },
  stageId,
  stepId: null,
  lane: 'actions',
  words,
});
const point = (id: string, stepId: string, valence: number, curve = 'x', offset = 0.5): EmotionFact => ({
  ref: { kind: 'emotion-point', id },
  stageId: 's1',
  stepId,
  curve,
  offset,
  valence,
  words: '',
  momentOfTruth: false,
});
const base: MapFacts = {
  ...NO_FACTS,
  stages: [{ id: 's1', title: 'Achat' }],
  steps: [{ id: 't1', stageId: 's1', title: '' }],
};

/** A copy in which everything has another id. */
function fresh(map: MapFacts): MapFacts {
  const other = (id: string) => `other ${id}`;
  const placed = <T extends Placed>(one: T): T => ({
    ...one,
    ref: { ...one.ref, id: other(one.ref.id) },
    stageId: other(one.stageId),
    stepId: one.stepId === null ? null : other(one.stepId),
  });
  return {
    ...map,
    stages: map.stages.map((stage) => ({ ...stage, id: other(stage.id) })),
    steps: map.steps.map((step) => ({ ...step, id: other(step.id), stageId: other(step.stageId) })),
    emotions: map.emotions.map(placed),
    indicators: map.indicators.map(placed),
    pains: map.pains.map(placed),
    touchpoints: map.touchpoints.map(placed),
    notes: map.notes.map(placed),
  };
}

describe('comparison of two maps', () => {
  const count = ({ stages }: MapComparison, kind: string) =>
    stages.flatMap(({ differences }) => differences).filter((one) => one.kind === kind).length;

  it('pairs by id, and tells words and figures that differ with both sides', () => {
    const a: MapFacts = { ...base, notes: [note('n1', 'Paie'), note('n2', 'Part')], emotions: [point('e1', 't1', -1)] };
    const b: MapFacts = {
      ...base,
      notes: [note('n1', 'Paie en ligne'), note('n3', 'Revient')],
      emotions: [point('e1', 't1', 1.5)],
    };
    const [stage] = compareMaps(a, b).stages;
    expect(
      stage?.differences.map(({ kind, a: was, b: is, change }) => [
        kind,
        was?.ref.id ?? null,
        is?.ref.id ?? null,
        change,
      ]),
    ).toEqual([
      ['changed', 'e1', 'e1', 2.5],
      ['changed', 'n1', 'n1', null],
      ['removed', 'n2', null, null],
      ['added', null, 'n3', null],
    ]);
  });

  it('tells what stands at another stage as moved, once, where it stands now', () => {
    const stages = [...base.stages, { id: 's2', title: 'Suite' }];
    const a: MapFacts = { ...base, stages, notes: [note('n1', 'Paie'), note('n2', 'Attend'), note('n3', '')] };
    const b: MapFacts = {
      ...base,
      stages,
      notes: [note('n1', 'Paie en ligne', 's2'), note('q', 'attend', 's2'), note('r', '', 's2')],
    };
    const [first, second] = compareMaps(a, b).stages;
    expect(first?.differences.map(({ kind, a: was }) => [kind, was?.ref.id])).toEqual([['removed', 'n3']]);
    expect(
      second?.differences.map(({ kind, a: was, b: is, from }) => [kind, was?.ref.id, is?.ref.id, from?.id]),
    ).toEqual([
      ['moved', 'n1', 'n1', 's1'],
      ['moved', 'n2', 'q', 's1'],
      ['added', undefined, 'r', undefined],
    ]);
  });

  it('pairs by what things are called where ids differ, without minding capitals or spaces', () => {
    const other: MapFacts = {
      ...base,
      stages: [{ id: 'z', title: ' ACHAT ' }],
      steps: [],
      notes: [note('q', 'paie  en ligne', 'z')],
    };
    const [stage, more] = compareMaps({ ...base, steps: [], notes: [note('n', 'Paie en ligne')] }, other).stages;
    expect(more).toBeUndefined();
    expect(stage).toMatchObject({ isRenamed: false, differences: [], same: 1 });
  });

  it('tells stages that one map has alone', () => {
    const found = compareMaps(base, { ...base, stages: [{ id: 's9', title: 'Fidélité' }] }).stages;
    expect(found.map(({ a, b }) => [a?.title ?? null, b?.title ?? null])).toEqual([
      ['Achat', null],
      [null, 'Fidélité'],
    ]);
  });

  it('compares two personas of one map by their curves', () => {
    const both: MapFacts = { ...base, emotions: [point('e1', 't1', -1, 'x'), point('e2', 't1', 1, 'y')] };
    const [stage] = compareMaps(withOneCurve(both, 'x'), withOneCurve(both, 'y')).stages;
    expect(stage?.differences).toMatchObject([{ kind: 'changed', change: 2 }]);
  });

  const kinds = (a: MapFacts, b: MapFacts) =>
    compareMaps(a, b).stages.flatMap(({ differences }) =>
      differences.map(({ kind, a: was, b: is }) => [kind, was?.words ?? null, is?.words ?? null]),
    );

  it('brings together the only curves of two maps, whoever they are of', () => {
    const a: MapFacts = { ...base, emotions: [point('e1', 't1', -1, 'x')] };
    const b: MapFacts = { ...base, emotions: [point('e2', 't1', 0.5, 'y')] };
    expect(compareMaps(a, b).stages[0]?.differences).toMatchObject([{ kind: 'changed', change: 1.5 }]);
    const two: MapFacts = { ...base, emotions: [...b.emotions, point('e3', 't1', 2, 'z')] };
    expect(count(compareMaps(a, two), 'added')).toBe(2);
  });

  it('tells what stands in another moment of its stage as moved', () => {
    const steps = ['t1', 't2'].map((id) => ({ id, stageId: 's1', title: '' }));
    const at = (stepId: string) => ({ ...base, steps, notes: [{ ...note('n1', 'Paie'), stepId }] });
    const [stage] = compareMaps(at('t1'), at('t2')).stages;
    expect(stage?.differences).toMatchObject([{ kind: 'moved', from: { id: 't1' }, change: null }]);
  });

  it('tells moments that were added, taken out and named otherwise by the titles they were given', () => {
    const step = (id: string, ownTitle: string) => ({ id, stageId: 's1', title: ownTitle || 'Caisse', ownTitle });
    const a = { ...base, steps: [step('t1', 'Caisse'), step('t2', '')] };
    const b = { ...base, steps: [step('t1', 'Caisse rapide'), step('t3', 'Tapis')] };
    expect(kinds(a, b)).toEqual([
      ['changed', 'Caisse', 'Caisse rapide'],
      ['added', null, 'Tapis'],
    ]);
    // A stage that one map has alone says so itself.
    const more = { ...b, stages: [...b.stages, { id: 's2', title: 'Après' }] };
    expect(kinds(b, { ...more, steps: [...b.steps, { ...step('t4', 'Garantie'), stageId: 's2' }] })).toEqual([]);
  });

  it('puts a stage that only the second map has behind the one it follows there', () => {
    const stages = ['Avant', 'Achat', 'Après'].map((title, at) => ({ id: `s${at}`, title }));
    const [first, second, third] = stages;
    if (!first || !second || !third) throw new Error('three stages');
    const b = {
      ...base,
      stages: [{ id: 'x', title: 'Tout début' }, first, { id: 'y', title: 'Essai' }, second, third],
    };
    expect(compareMaps({ ...base, stages }, b).stages.map((one) => (one.b ?? one.a)?.title)).toEqual([
      'Tout début',
      'Avant',
      'Essai',
      'Achat',
      'Après',
    ]);
  });

  it('brings together what two maps made apart say in the same place: by titles, by words, then by what stands alone', () => {
    const a: MapFacts = {
      ...base,
      stages: [{ id: 's1', title: 'Après-vente et fidélisation' }],
      steps: [{ id: 't1', stageId: 's1', title: 'Tchat' }],
      emotions: [point('e1', 't1', -1.7)],
      touchpoints: [{ ref: { kind: 'touchpoint', id: 'p1' }, stageId: 's1', stepId: 't1', words: 'Tchat du SAV' }],
      notes: [note('n1', 'Signale une ampoule et attend une réponse'), note('n2', 'ÉCHANGE sans discuter !')],
    };
    const b: MapFacts = {
      ...base,
      stages: [{ id: 'z1', title: 'Après-vente, fidélisation' }],
      steps: [{ id: 'y1', stageId: 'z1', title: 'Appel' }],
      emotions: [{ ...point('f1', 'y1', 0.6), stageId: 'z1' }],
      touchpoints: [{ ref: { kind: 'touchpoint', id: 'q1' }, stageId: 'z1', stepId: 'y1', words: 'Réponse humaine' }],
      notes: [
        note('m1', 'Echange, sans discuter', 'z1'),
        note('m2', 'Signale une ampoule, reçoit un appel le soir', 'z1'),
        note('m3', 'Parraine une collègue', 'z1'),
      ],
    };
    const found = compareMaps(a, b);
    expect(found.areStrangers).toBe(true);
    expect([...found.steps]).toEqual([['t1', 'y1']]);
    expect(kinds(a, b)).toEqual([
      ['changed', 'Tchat', 'Appel'],
      ['changed', '', ''],
      ['changed', 'Tchat du SAV', 'Réponse humaine'],
      ['changed', 'ÉCHANGE sans discuter !', 'Echange, sans discuter'],
      ['changed', 'Signale une ampoule et attend une réponse', 'Signale une ampoule, reçoit un appel le soir'],
      ['added', null, 'Parraine une collègue'],
    ]);
    expect(found.stages[0]?.differences.find(({ a: one }) => one?.kind === 'emotion')?.change).toBeCloseTo(2.3);
    // A copy keeps its ids: there, what is gone and what came are two things.
    expect(kinds({ ...a, notes: [note('n1', 'Part')] }, { ...a, notes: [note('n9', 'Revient')] })).toEqual([
      ['removed', 'Part', null],
      ['added', null, 'Revient'],
    ]);
  });

  it('faces what stands alone in each moment of two maps made apart', () => {
    const map = (prefix: string, words: readonly string[]): MapFacts => ({
      ...base,
      stages: [{ id: `${prefix}s`, title: 'Achat' }],
      steps: words.map((_, at) => ({ id: `${prefix}t${at}`, stageId: `${prefix}s`, title: '' })),
      touchpoints: words.map((said, at) => ({
        ref: { kind: 'touchpoint', id: `${prefix}p${at}` },
        stageId: `${prefix}s`,
        stepId: `${prefix}t${at}`,
        words: said,
      })),
    });
    expect(kinds(map('a', ['Caisse', 'Ticket']), map('b', ['Borne', 'Reçu']))).toEqual([
      ['changed', 'Caisse', 'Borne'],
      ['changed', 'Ticket', 'Reçu'],
    ]);
    // With one moment more, nobody knows which of them belongs to which.
    expect(kinds(map('a', ['Caisse', 'Ticket']), map('b', ['Borne', 'Reçu', 'Retour']))).toHaveLength(5);
  });

  const anyMap = arbitraryJourneyMap({ stages: 4, steps: 3, notes: 14 }).map(journeyFacts);
  const sizeOf = ({ emotions, touchpoints, indicators, notes }: MapFacts) =>
    [emotions, touchpoints, indicators, notes].reduce((sum, list) => sum + list.length, 0);

  it('finds nothing between a map and itself, nor between it and a copy with other ids', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const differences = (other: MapFacts) => compareMaps(map, other).stages.flatMap((stage) => stage.differences);
        expect(differences(map)).toEqual([]);
        expect(differences(fresh(map))).toEqual([]);
      }),
    );
  });

  it('finds the same from either side, every piece once, whether the maps have ids in common or none', () => {
    fc.assert(
      fc.property(anyMap, anyMap, fc.boolean(), (a, given, isStray) => {
        const b = isStray ? fresh(given) : given;
        const [there, back] = [compareMaps(a, b), compareMaps(b, a)];
        expect(there.areStrangers).toBe(isStray);
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'removed')).toBe(count(back, 'added'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
        expect(count(there, 'moved')).toBe(count(back, 'moved'));
        const told = there.stages.flatMap(({ differences }) => differences.flatMap(({ a: was, b: is }) => [was, is]));
        const pieces = told.flatMap((piece) => (piece && piece.kind !== 'moment' ? [piece] : []));
        expect(new Set(pieces).size).toBe(pieces.length);
        const same = there.stages.reduce((sum, stage) => sum + stage.same, 0);
        expect(pieces.length + 2 * same).toBe(sizeOf(a) + sizeOf(b));
      }),
    );
  });
});

describe('where two curves differ most', () => {
  const steps = ['t1', 't2', 't3'].map((id) => ({ id, stageId: 's1', title: '' }));

  it('ranks the moments by the distance between the curves', () => {
    const ours = [point('a1', 't1', 0), point('a2', 't2', -1.6), point('a3', 't3', 1)];
    const theirs = [point('b1', 't1', 0.2, 'y'), point('b2', 't2', -0.5, 'y'), point('b3', 't3', 0.9, 'y')];
    expect(curveGaps(ours, theirs, steps).map(({ stepId, gap }) => [stepId, Math.round(gap * 10) / 10])).toEqual([
      ['t2', 1.1],
      ['t1', 0.2],
      ['t3', 0.1],
    ]);
  });

  it('reads the other curve where it passes by, and compares nothing where it is not', () => {
    const ours = [point('a1', 't1', 0), point('a2', 't2', 2), point('a3', 't3', 0)];
    const theirs = [point('b1', 't1', 0, 'y'), point('b2', 't2', 0, 'y')];
    expect(curveGaps(ours, theirs, steps)).toMatchObject([
      { stepId: 't2', a: 2, b: 0, gap: 2 },
      { stepId: 't1', gap: 0 },
    ]);
    expect(curveGaps(ours, [], steps)).toEqual([]);
    expect(curveGaps([point('a1', 't1', -1)], [point('b1', 't1', 1, 'y')], steps)).toMatchObject([{ gap: 2 }]);
  });
});
