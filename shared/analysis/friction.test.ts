import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, DEFAULT_WEIGHTS, frictionReport } from './friction';
import { FACTORS, type Factor } from './frictionFactors';
import { type EmotionFact, type MapFacts, NO_FACTS } from './mapFacts';

const at = (stageId: string, stepId: string | null, kind: string, id: string) => ({
  ref: { kind, id },
  stageId,
  stepId,
});
const felt = (stageId: string, stepId: string, valence: number, curve = 'solene', offset = 0.5): EmotionFact => ({
  ...at(stageId, stepId, 'emotion-point', `e-${stepId}-${curve}-${offset}`),
  stepId,
  curve,
  offset,
  valence,
  words: '',
  momentOfTruth: false,
});

/** Two stages of the drawing: reviews and site, then booking. */
const shoes: MapFacts = {
  ...NO_FACTS,
  stages: [
    { id: 'consider', title: 'Considération' },
    { id: 'intent', title: 'Intention' },
  ],
  steps: [
    { id: 'forum', stageId: 'consider', title: 'Forum' },
    { id: 'site', stageId: 'consider', title: 'Site' },
    { id: 'booking', stageId: 'intent', title: 'Réservation' },
  ],
  emotions: [felt('consider', 'forum', -0.8), felt('consider', 'site', -1.6), felt('intent', 'booking', 0.3)],
  indicators: [{ ...at('consider', 'site', 'indicator', 'i-site'), metric: 'ces', value: 2.9, n: 412 }],
  pains: [
    {
      ...at('consider', null, 'note', 'p-site'),
      words: 'Des fiches techniques illisibles',
      severity: 5,
      evidence: 'data',
      source: '',
    },
  ],
  dropOuts: [{ ...at('consider', 'site', 'drop-out', 'd-site'), entered: 640, left: 243, evidence: 'data' }],
  waits: [{ ...at('consider', 'site', 'wait', 'w-site'), days: 6, evidence: 'observation' }],
};

describe('friction report', () => {
  // The drawing's calculation: valley 20, drop 3, measure 14, severity 20, drop-out 10, wait 6.
  it('computes the site of the drawing as its legend does', () => {
    const [site] = frictionReport(shoes);
    expect(site?.title).toBe('Site');
    const rounded = Object.fromEntries(FACTORS.map((factor) => [factor, Math.round(site?.points[factor] ?? -1)]));
    expect(rounded).toEqual({ valley: 20, drop: 3, measure: 14, severity: 20, dropOut: 10, wait: 6, effort: 0 });
    expect(Math.round(site?.score ?? 0)).toBe(73);
    expect(site?.evidence).toEqual(['observation', 'data']);
    expect(site?.isHypothesis).toBe(false);
  });

  it('says from which facts a line was computed, strongest first', () => {
    const [site] = frictionReport(shoes);
    expect(site?.facts.map(({ factor, refs }) => [factor, ...refs.map(({ id }) => id)])).toEqual([
      ['valley', 'e-site-solene-0.5'],
      ['drop', 'e-forum-solene-0.5', 'e-site-solene-0.5'],
      ['measure', 'i-site'],
      ['severity', 'p-site'],
      ['dropOut', 'd-site'],
      ['wait', 'w-site'],
    ]);
    expect(site?.facts.find(({ factor }) => factor === 'severity')).toMatchObject({
      words: 'Des fiches techniques illisibles',
      value: 5,
      isStageWide: true,
    });
  });

  it('counts what is said of a whole stage where the stage hurts most', () => {
    const better = { ...shoes, emotions: [felt('consider', 'forum', -0.8), felt('consider', 'site', 1)] };
    const lines = frictionReport(better);
    expect(lines.find(({ title }) => title === 'Forum')?.points.severity).toBe(20);
    expect(lines.find(({ title }) => title === 'Site')?.points.severity).toBe(0);
  });

  it('marks what rests on suppositions alone', () => {
    const supposed: MapFacts = {
      ...shoes,
      indicators: [],
      dropOuts: [],
      waits: [],
      pains: shoes.pains.map((pain) => ({ ...pain, evidence: 'hypothesis' as const })),
    };
    expect(frictionReport(supposed)[0]).toMatchObject({ isHypothesis: true, evidence: ['hypothesis'] });
    const unsaid = { ...supposed, pains: supposed.pains.map((pain) => ({ ...pain, evidence: null })) };
    expect(frictionReport(unsaid)[0]).toMatchObject({ isHypothesis: true, evidence: [] });
  });

  it('counts nothing for what was not measured, and leaves out places without friction', () => {
    const unmeasured = { ...shoes, indicators: shoes.indicators.map((item) => ({ ...item, value: null })) };
    expect(frictionReport(unmeasured)[0]?.points.measure).toBe(0);
    expect(frictionReport(shoes).map(({ title }) => title)).toEqual(['Site', 'Forum']);
    expect(frictionReport(NO_FACTS)).toEqual([]);
  });

  it('normalises every metric to how far it falls short', () => {
    const scored = (metric: 'nps' | 'csat' | 'ces', value: number) =>
      frictionReport({
        ...shoes,
        indicators: [{ ...at('consider', 'site', 'indicator', 'i'), metric, value, n: 9 }],
      })[0]?.points.measure;
    expect(scored('nps', 100)).toBe(0);
    expect(scored('nps', -100)).toBe(20);
    expect(scored('nps', 0)).toBe(10);
    expect(scored('csat', 64)).toBeCloseTo(7.2, 10);
    expect(scored('ces', 7)).toBe(0);
    expect(scored('ces', 1)).toBe(20);
  });

  it('lets effort weigh by itself', () => {
    const [site] = frictionReport(shoes, { ...DEFAULT_OPTIONS, weights: { ...DEFAULT_WEIGHTS, effort: 20 } });
    expect(site?.points.effort).toBeCloseTo((100 * 20 * (4.1 / 6)) / 120, 10);
  });

  it('ranks stages as well as steps', () => {
    const lines = frictionReport(shoes, { ...DEFAULT_OPTIONS, by: 'stage' });
    expect(lines.map(({ place, title }) => [place.kind, title])).toEqual([['stage', 'Considération']]);
  });

  it('reads the curve of one persona alone when asked to', () => {
    const two = { ...shoes, emotions: [...shoes.emotions, felt('consider', 'forum', -2, 'ines')] };
    const forum = (curve: string | null) =>
      frictionReport(two, { ...DEFAULT_OPTIONS, curve }).find(({ title }) => title === 'Forum');
    expect(forum(null)?.valence).toBe(-2);
    expect(forum('solene')?.valence).toBe(-0.8);
  });
});

const STEPS = ['s1', 's2', 's3', 's4'];
const stageOf = (step: string) => (step < 's3' ? 'a' : 'b');
const tenths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 10);
const evidence = fc.constantFrom('verbatim', 'data', 'hypothesis', null);

const anyMap: fc.Arbitrary<MapFacts> = fc
  .record({
    felt: fc.array(
      fc.record({
        step: fc.constantFrom(...STEPS),
        valence: tenths(-20, 20),
        offset: tenths(0, 10),
        curve: fc.constantFrom('x', 'y'),
      }),
      { maxLength: 10 },
    ),
    scores: fc.array(
      fc.record({
        step: fc.constantFrom(...STEPS),
        metric: fc.constantFrom('nps' as const, 'csat' as const, 'ces' as const),
        share: tenths(0, 10),
      }),
      { maxLength: 5 },
    ),
    pains: fc.array(
      fc.record({
        step: fc.constantFrom(...STEPS),
        wide: fc.boolean(),
        severity: fc.integer({ min: 1, max: 5 }),
        evidence,
      }),
      { maxLength: 5 },
    ),
    left: fc.array(fc.record({ step: fc.constantFrom(...STEPS), left: fc.integer({ min: 0, max: 100 }), evidence }), {
      maxLength: 4,
    }),
    waits: fc.array(fc.record({ step: fc.constantFrom(...STEPS), days: fc.integer({ min: 0, max: 20 }), evidence }), {
      maxLength: 4,
    }),
  })
  .map(({ felt: points, scores, pains, left, waits }) => {
    const place = (step: string, kind: string, n: number) => at(stageOf(step), step, kind, `${kind}${n}`);
    return {
      ...NO_FACTS,
      stages: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
      steps: STEPS.map((id) => ({ id, stageId: stageOf(id), title: id })),
      emotions: points.map(({ step, valence, offset, curve }, n) => ({
        ...felt(stageOf(step), step, valence, curve, offset),
        ref: { kind: 'emotion-point', id: `e${n}` },
      })),
      indicators: scores.map(({ step, metric, share }, n) => ({
        ...place(step, 'indicator', n),
        metric,
        value: metric === 'nps' ? share * 200 - 100 : metric === 'csat' ? share * 100 : 1 + share * 6,
        n: 10,
      })),
      pains: pains.map(({ step, wide, severity, evidence: proof }, n) => ({
        ...at(stageOf(step), wide ? null : step, 'note', `p${n}`),
        words: 'p',
        severity,
        evidence: proof,
        source: '',
      })),
      dropOuts: left.map(({ step, left: gone, evidence: proof }, n) => ({
        ...place(step, 'drop-out', n),
        entered: 100,
        left: gone,
        evidence: proof,
      })),
      waits: waits.map(({ step, days, evidence: proof }, n) => ({ ...place(step, 'wait', n), days, evidence: proof })),
    };
  });

const scoreAt = (map: MapFacts, stepId: string | null): number =>
  frictionReport(map).find((line) => line.stepId === stepId)?.score ?? 0;

/** `list` with one of its things changed. */
const changed = <T>(list: readonly T[], index: number, change: (one: T) => T): readonly T[] =>
  list.map((one, place) => (place === index ? change(one) : one));

describe('friction report, whatever the map', () => {
  it.each(['emotions', 'indicators', 'pains', 'dropOuts', 'waits'] as const)(
    'never scores a place lower when its %s get worse',
    (kind) => {
      fc.assert(
        fc.property(anyMap, fc.nat(), fc.nat({ max: 10 }), (map, pick, much) => {
          const list = map[kind];
          if (list.length === 0) return;
          const index = pick % list.length;
          const by = much / 10;
          const worse: MapFacts = {
            ...map,
            emotions:
              kind === 'emotions'
                ? changed(map.emotions, index, (one) => ({ ...one, valence: Math.max(-2, one.valence - by) }))
                : map.emotions,
            indicators:
              kind === 'indicators'
                ? changed(map.indicators, index, (one) => ({ ...one, value: (one.value ?? 0) - by }))
                : map.indicators,
            pains:
              kind === 'pains'
                ? changed(map.pains, index, (one) => ({ ...one, severity: Math.min(5, (one.severity ?? 0) + 1) }))
                : map.pains,
            dropOuts:
              kind === 'dropOuts'
                ? changed(map.dropOuts, index, (one) => ({ ...one, left: one.left + much }))
                : map.dropOuts,
            waits:
              kind === 'waits' ? changed(map.waits, index, (one) => ({ ...one, days: one.days + much })) : map.waits,
          };
          const { stepId, stageId } = list[index] ?? { stepId: null, stageId: '' };
          // What is said of a whole stage may count at any of its steps.
          const steps = stepId === null ? STEPS.filter((step) => stageOf(step) === stageId) : [stepId];
          for (const step of steps) expect(scoreAt(worse, step)).toBeGreaterThanOrEqual(scoreAt(map, step) - 2e-6);
        }),
      );
    },
  );

  it('is the sum of its points, from 0 to 100, and every point comes from a fact', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        for (const { score, points, facts } of frictionReport(map)) {
          expect(FACTORS.reduce((sum, factor) => sum + points[factor], 0)).toBeCloseTo(score, 5);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
          for (const factor of FACTORS.filter((one) => points[one] > 0)) {
            expect(facts.some((fact) => fact.factor === factor && fact.refs.length > 0)).toBe(true);
          }
        }
      }),
    );
  });

  it('forgets a factor that weighs nothing', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom(...FACTORS), (map, factor: Factor) => {
        const weights = { ...DEFAULT_WEIGHTS, effort: 5, [factor]: 0 };
        const without: MapFacts = {
          ...map,
          pains: factor === 'severity' ? [] : map.pains,
          dropOuts: factor === 'dropOut' ? [] : map.dropOuts,
          waits: factor === 'wait' ? [] : map.waits,
        };
        const report = frictionReport(map, { ...DEFAULT_OPTIONS, weights });
        expect(report).toEqual(frictionReport(without, { ...DEFAULT_OPTIONS, weights }));
        expect(report.flatMap(({ facts }) => facts).filter((fact) => fact.factor === factor)).toEqual([]);
        expect(report.every(({ points }) => points[factor] === 0)).toBe(true);
      }),
    );
  });

  it('does not change when all weights grow alike', () => {
    fc.assert(
      fc.property(anyMap, fc.integer({ min: 2, max: 9 }), (map, times) => {
        const weights = Object.fromEntries(
          FACTORS.map((one) => [one, DEFAULT_WEIGHTS[one] * times]),
        ) as typeof DEFAULT_WEIGHTS;
        const scores = (list: ReturnType<typeof frictionReport>) =>
          list.map(({ stepId, score }) => [stepId, score.toFixed(4)]);
        expect(scores(frictionReport(map, { ...DEFAULT_OPTIONS, weights }))).toEqual(scores(frictionReport(map)));
      }),
    );
  });

  it('ranks by score, then by the order of the map, whatever order the facts come in', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const lines = frictionReport(map);
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1];
          if (!next) continue;
          expect(line.score).toBeGreaterThanOrEqual(next.score);
          if (line.score === next.score)
            expect(STEPS.indexOf(line.stepId ?? '')).toBeLessThan(STEPS.indexOf(next.stepId ?? ''));
        }
        const turned = {
          ...map,
          pains: [...map.pains].reverse(),
          waits: [...map.waits].reverse(),
          indicators: [...map.indicators].reverse(),
        };
        expect(frictionReport(turned).map(({ stepId }) => stepId)).toEqual(lines.map(({ stepId }) => stepId));
      }),
    );
  });
});
