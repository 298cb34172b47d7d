import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../../tests/support/journeyCommands';
import { translator } from '../../i18n/translate';
import { figureText, flowsOf, paceOf, readFigure, throughput, wholePace } from './figures';
import type { JourneyMapDoc, Stage } from './model';
import { stagesInOrder } from './order';

/** The small map with these fields of its three stages. */
function withStages(...fields: readonly Partial<Stage>[]): JourneyMapDoc {
  const doc = smallJourney();
  const stages = stagesInOrder(doc).map((stage, at) => ({ ...stage, ...fields[at] }));
  return { ...doc, stages: Object.fromEntries(stages.map((stage) => [stage.id, stage])) as JourneyMapDoc['stages'] };
}

const flows = (doc: JourneyMapDoc) => stagesInOrder(doc).map(({ id }) => flowsOf(doc).get(id));
const t = translator('fr');

describe('conversion', () => {
  it('tells what is left out from the rest', () => {
    const doc = withStages({ entered: 1000 }, { entered: 820, left: 180 }, { entered: 640, wentOn: 310 });
    expect(flows(doc).map((flow) => [flow?.entered, flow?.wentOn, flow?.left])).toEqual([
      [1000, 820, 180],
      [820, 640, 180],
      [640, 310, 330],
    ]);
    expect(flows(doc).map((flow) => flow?.isWorst)).toEqual([false, false, true]);
    expect(flows(doc)[2]?.leaving).toBeCloseTo(330 / 640);
    expect(throughput(doc)).toEqual({ entered: 1000, arrived: 310 });
  });

  it('says nothing where nobody counted', () => {
    expect(flows(withStages()).every((flow) => flow?.entered === null && flow.leaving === null && !flow.isWorst)).toBe(
      true,
    );
    expect(throughput(withStages())).toEqual({ entered: null, arrived: null });
  });

  it('never makes people of nothing, whatever was counted', () => {
    const count = fc.option(fc.nat(5000), { nil: null });
    const stage = fc.record({ entered: count, wentOn: count, left: count });
    fc.assert(
      fc.property(fc.tuple(stage, stage, stage), (all) => {
        for (const flow of flows(withStages(...all))) {
          if (!flow) throw new Error('a stage has no flow');
          if (flow.leaving !== null) expect(flow.leaving).toBeGreaterThanOrEqual(0);
          if (flow.leaving !== null) expect(flow.leaving).toBeLessThanOrEqual(1);
          if (flow.wentOn !== null && flow.entered !== null) expect(flow.wentOn).toBeLessThanOrEqual(flow.entered);
          for (const value of [flow.entered, flow.wentOn, flow.left])
            if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('dead time', () => {
  it('is part of the duration, which it may not exceed', () => {
    const [one, two] = stagesInOrder(
      withStages({ duration: '12 jours', deadTime: 6 * 1440 }, { duration: '1 jour', deadTime: 3000 }),
    );
    expect(one && paceOf(one)).toEqual({ minutes: 12 * 1440, dead: 6 * 1440 });
    expect(two && paceOf(two)).toEqual({ minutes: 3000, dead: 3000 });
  });

  it('is summed over the journey', () => {
    const doc = withStages(
      { duration: '1 semaine', deadTime: 2880 },
      { duration: '3 jours' },
      { duration: 'longtemps' },
    );
    expect(wholePace(doc)).toEqual({ minutes: 10 * 1440, dead: 2880 });
  });
});

describe('a written figure', () => {
  it.each([
    ['640 → 310', { entered: 640, wentOn: 310, left: null }],
    ['1 000', { entered: 1000 }],
    ['1\u202F000 > 820', { entered: 1000, wentOn: 820, left: null }],
    ['', { entered: null, wentOn: null, left: null }],
    ['beaucoup', {}],
  ])('%s of people', (text, fields) => expect(readFigure(text, 'conversion')).toEqual(fields));

  it.each([
    ['12 jours, dont 6 j', { duration: '12 jours', deadTime: 8640 }],
    ['12 days, of which 6 d', { duration: '12 days', deadTime: 8640 }],
    ['12 jours', { duration: '12 jours', deadTime: null }],
    ['12 jours, dont pas mal', { duration: '12 jours' }],
  ])('%s of time', (text, fields) => expect(readFigure(text, 'duration')).toEqual(fields));

  it('is read as it is written', () => {
    const count = fc.option(fc.nat(2_000_000), { nil: null });
    fc.assert(
      fc.property(count, count, fc.constantFrom('fr' as const, 'en' as const), (entered, wentOn, lang) => {
        const [stage] = stagesInOrder(withStages({ entered, wentOn }));
        if (!stage) throw new Error('no stage');
        const read = readFigure(figureText(stage, 'conversion', translator(lang), lang), 'conversion');
        expect({ entered, wentOn, ...read }).toMatchObject({ entered, wentOn });
      }),
    );
    const [stage] = stagesInOrder(withStages({ duration: '12 jours', deadTime: 8640 }));
    expect(stage && readFigure(figureText(stage, 'duration', t, 'fr'), 'duration')).toEqual({
      duration: '12 jours',
      deadTime: 8640,
    });
  });
});
