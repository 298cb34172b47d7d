import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  changeOf,
  idsOf,
  type Seed,
  seeds,
  smallJourney,
} from '../../../../tests/support/journeyCommands';
import { journeyProblems } from '../../../../tests/support/journeyInvariants';
import type { LaneId, StageId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import type { JourneyMapDoc } from '../model';
import { lanesInOrder, notesIn, stagesInOrder } from '../order';
import { sweep } from './sweep';

const run = (doc: JourneyMapDoc, { command, args }: Change): JourneyMapDoc =>
  create(doc, (draft) => command(draft as never, args));

function play(
  start: JourneyMapDoc,
  all: readonly Seed[],
  writer: string,
  after: (doc: JourneyMapDoc) => void = () => {},
): JourneyMapDoc {
  const newId = idsOf(writer);
  return all.reduce((doc, seed) => {
    const next = run(doc, changeOf(doc, seed, newId));
    after(next);
    return next;
  }, start);
}

const firstCell = (doc: JourneyMapDoc) => ({
  laneId: (lanesInOrder(doc)[0]?.id ?? '') as LaneId,
  stageId: (stagesInOrder(doc)[0]?.id ?? '') as StageId,
});

describe('commands', () => {
  it('keep every map sound, whatever the sequence', () => {
    fc.assert(
      fc.property(seeds(60), (all) => {
        play(smallJourney(), all, 'w', (doc) => expect(journeyProblems(doc)).toEqual([]));
      }),
      { numRuns: 200 },
    );
  });

  it('write the same on a plain copy as on a draft', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const drafted = play(smallJourney(), all, 'w');
        const plain = structuredClone(smallJourney());
        const newId = idsOf('w');
        for (const seed of all) {
          const { command, args } = changeOf(plain, seed, newId);
          command(plain as never, args);
        }
        expect(plain).toEqual(drafted);
      }),
      { numRuns: 100 },
    );
  });

  it('write the same whether the map was read before or not', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const cold = play(smallJourney(), all, 'w');
        const start = smallJourney();
        const read = (doc: JourneyMapDoc) => notesIn(doc, { ...firstCell(doc), stepId: null });
        read(start);
        expect(play(start, all, 'w', read)).toEqual(cold);
      }),
      { numRuns: 100 },
    );
  });

  it('leave the sweep nothing to do', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const doc = play(smallJourney(), all, 'w');
        expect(create(doc, (draft) => sweep(draft as never, null))).toBe(doc);
      }),
      { numRuns: 100 },
    );
  });

  it('have a label each, in both languages', () => {
    const names = new Set<string>();
    for (let op = 0; op < 80; op += 1) {
      const seed = { op, a: 0, b: 0, c: 0, at: null, number: 0, text: '', flag: true };
      names.add(changeOf(smallJourney(), seed, idsOf('x')).command.name);
    }
    names.add(sweep.name);
    expect(names.size).toBeGreaterThan(35);
    for (const lang of ['fr', 'en'] as const)
      for (const name of names) expect(translator(lang)(`commands.${name}` as never)).not.toBe(`commands.${name}`);
  });
});

type Record2 = Record<string, Record<string, unknown>>;

/** What a merge of two copies does to their records: an entity survives when nobody deleted it; each field comes from one side. */
function merged(base: JourneyMapDoc, one: JourneyMapDoc, other: JourneyMapDoc): JourneyMapDoc {
  const result: Record<string, unknown> = { ...one };
  for (const name of [
    'stages',
    'steps',
    'lanes',
    'notes',
    'clusters',
    'touchpoints',
    'emotionPoints',
    'indicators',
  ] as const) {
    const [from, left, right] = [base[name] as Record2, one[name] as Record2, other[name] as Record2];
    const ids = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
      (id) => !(id in from) || (id in left && id in right),
    );
    result[name] = Object.fromEntries(
      ids.map((id) => {
        const before = from[id] ?? {};
        const mine = Object.entries(left[id] ?? {}).filter(([field, value]) => value !== before[field]);
        return [id, { ...before, ...right[id], ...Object.fromEntries(mine) }];
      }),
    );
  }
  return result as unknown as JourneyMapDoc;
}

describe('sweep', () => {
  const sweptMerge = (base: JourneyMapDoc, one: JourneyMapDoc, other: JourneyMapDoc) =>
    create(merged(base, one, other), (draft) => sweep(draft as never, null));

  it('makes any merge of two copies sound, loses nothing, and is done after one pass', () => {
    fc.assert(
      fc.property(seeds(30), seeds(30), seeds(30), (before, mine, yours) => {
        const base = play(smallJourney(), before, 'base');
        const one = play(base, mine, 'one');
        const other = play(base, yours, 'two');
        const raw = merged(base, one, other);
        const swept = sweptMerge(base, one, other);
        expect(journeyProblems(swept)).toEqual([]);
        for (const name of ['notes', 'touchpoints', 'emotionPoints', 'indicators'] as const)
          expect(Object.keys(swept[name]).sort()).toEqual(Object.keys(raw[name]).sort());
        expect(create(swept, (draft) => sweep(draft as never, null))).toBe(swept);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(seeds(30), seeds(30), (mine, yours) => {
        const base = smallJourney();
        const raw = merged(base, play(base, mine, 'one'), play(base, yours, 'two'));
        const turned = Object.fromEntries(
          Object.entries(raw).map(([name, value]) => [
            name,
            typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse()) : value,
          ]),
        ) as unknown as JourneyMapDoc;
        const swept = create(raw, (draft) => sweep(draft as never, null));
        expect(create(turned, (draft) => sweep(draft as never, null))).toEqual(swept);
      }),
      { numRuns: 100 },
    );
  });
});
