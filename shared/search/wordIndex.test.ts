import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceWithin, letterMask } from './nearWords';
import { createWordIndex } from './wordIndex';

const WORDS = ['achat', 'achats', 'acheter', 'avis', 'essai', 'essayer', 'boutique'] as const;
const exact = () => 0;
const near = (word: string) => (word.length < 4 ? 0 : 1);
const ids = (found: { readonly hits: readonly { readonly id: string }[] }) => found.hits.map(({ id }) => id);

const step = fc.oneof(
  fc.record({
    id: fc.integer({ min: 0, max: 40 }),
    title: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
    body: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  }),
  fc.record({ id: fc.integer({ min: 0, max: 40 }), gone: fc.constant(true) }),
);

describe('an index of words', () => {
  it('is after any changes what it would be if it were made of what is left', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.constantFrom('ach', 'achat', 'essai', 'avis'),
        (steps, word) => {
          const index = createWordIndex([6, 1]);
          const left = new Map<string, readonly (readonly string[])[]>();
          for (const each of steps) {
            const id = `d${each.id}`;
            if ('gone' in each) {
              index.remove(id);
              left.delete(id);
            } else {
              index.add(id, [each.title, each.body]);
              left.set(id, [each.title, each.body]);
            }
          }
          // One that changes so often that removed documents are swept out.
          for (let at = 0; at < 700; at += 1) index.add('busy', [[`busy${at % 3}`], []]);
          const found = index.search({ words: [word], fields: 2, lettersOff: exact });
          const expected = [...left].filter(([, fields]) => fields.flat().some((other) => other.startsWith(word)));
          expect(new Set(ids(found))).toEqual(new Set(expected.map(([id]) => id)));
          const scores = found.hits.map(({ score }) => score);
          for (const score of scores) expect(score).toBeGreaterThan(0);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('puts names before texts, whole words before beginnings, and both before near misses', () => {
    const index = createWordIndex([6, 1]);
    index.add('near', [[], ['achut']]);
    index.add('begins', [[], ['achats']]);
    index.add('whole', [[], ['achat']]);
    index.add('name', [['achat'], []]);
    const found = index.search({ words: ['achat'], fields: 2, lettersOff: near });
    expect(ids(found)).toEqual(['name', 'whole', 'begins', 'near']);
    expect([...found.words].sort()).toEqual(['achat', 'achats', 'achut']);
  });

  it('leaves those that fit alike in the order they came', () => {
    const index = createWordIndex([6, 1]);
    for (const id of ['c', 'a', 'd', 'b']) index.add(id, [['avis'], []]);
    index.add('best', [['avis'], ['avis']]);
    expect(ids(index.search({ words: ['avis'], fields: 2, lettersOff: exact }))).toEqual(['best', 'c', 'a', 'd', 'b']);
  });

  it('wants every word, and looks only into the fields that are asked for', () => {
    const index = createWordIndex([6, 1]);
    index.add('both', [['avis'], ['essai']]);
    index.add('one', [['avis'], ['boutique']]);
    expect(ids(index.search({ words: ['avis', 'essai'], fields: 2, lettersOff: exact }))).toEqual(['both']);
    expect(ids(index.search({ words: ['essai'], fields: 1, lettersOff: exact }))).toEqual([]);
    expect(ids(index.search({ words: [], fields: 2, lettersOff: exact }))).toEqual([]);
  });
});

describe('near words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 });
  /** Optimal string alignment, by its definition; letters of a swap take part in nothing else. */
  const far = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const isSwap = a.length > 1 && a[0] === b[1] && a[1] === b[0];
    return Math.min(
      far(a.slice(1), b) + 1,
      far(a, b.slice(1)) + 1,
      far(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
      isSwap ? far(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
    );
  };

  it('have the distance that counting every way gives, or none', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, off) => {
        const distance = far(a, b);
        expect(distanceWithin(a, letterMask(a), b, letterMask(b), off)).toBe(distance <= off ? distance : null);
      }),
      { numRuns: 60 },
    );
  });
});
