import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMaps, withOneCurve } from './comparison';
import { curveGaps } from './curveGaps';
import { type EmotionFact, type MapFacts, NO_FACTS } from './mapFacts';

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

describe('comparison of two maps', () => {
  it('pairs by id, and tells words and figures that differ with both sides', () => {
    const a: MapFacts = { ...base, notes: [note('n1', 'Paie'), note('n2', 'Part')], emotions: [point('e1', 't1', -1)] };
    const b: MapFacts = {
      ...base,
      notes: [note('n1', 'Paie en ligne'), note('n3', 'Revient')],
      emotions: [point('e1', 't1', 1.5)],
    };
    const [stage] = compareMaps(a, b);
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
    const [first, second] = compareMaps(a, b);
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
      notes: [note('q', 'paie  en ligne', 'z')],
    };
    const [stage, more] = compareMaps({ ...base, notes: [note('n', 'Paie en ligne')] }, other);
    expect(more).toBeUndefined();
    expect(stage).toMatchObject({ isRenamed: false, differences: [], same: 1 });
  });

  it('tells stages that one map has alone', () => {
    const found = compareMaps(base, { ...base, stages: [{ id: 's9', title: 'Fidélité' }] });
    expect(found.map(({ a, b }) => [a?.title ?? null, b?.title ?? null])).toEqual([
      ['Achat', null],
      [null, 'Fidélité'],
    ]);
  });

  it('compares two personas of one map by their curves', () => {
    const both: MapFacts = { ...base, emotions: [point('e1', 't1', -1, 'x'), point('e2', 't1', 1, 'y')] };
    const [stage] = compareMaps(withOneCurve(both, 'x'), withOneCurve(both, 'y'));
    expect(stage?.differences).toMatchObject([{ kind: 'changed', change: 2 }]);
  });

  const anyMap = fc
    .array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: fc.constantFrom('', 'un', 'deux') }), {
      maxLength: 6,
    })
    .map(
      (list): MapFacts => ({
        ...base,
        notes: [...new Map(list.map(({ id, words }) => [id, note(id, words)])).values()],
      }),
    );

  it('finds nothing between a map and itself, and the same from either side', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        expect(compareMaps(a, a).flatMap(({ differences }) => differences)).toEqual([]);
        const count = (list: ReturnType<typeof compareMaps>, kind: string) =>
          list.flatMap(({ differences }) => differences).filter((one) => one.kind === kind).length;
        const [there, back] = [compareMaps(a, b), compareMaps(b, a)];
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
        // Every piece of either map is told of once.
        expect(
          (there[0]?.same ?? 0) * 2 + count(there, 'changed') * 2 + count(there, 'added') + count(there, 'removed'),
        ).toBe(a.notes.length + b.notes.length);
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
