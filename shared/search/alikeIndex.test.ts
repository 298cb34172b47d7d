import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personaSaying } from '../../tests/support/personaCommands';
import { comparedWords, NEAR, similarity } from '../boards/persona/lint';
import type { PersonaDoc } from '../boards/persona/model';
import { createAlikeIndex } from './alikeIndex';

/** Few words, so that many personas are alike; among them short ones, capitals, ligatures, tabs and signs between letters. */
const WORDS = [
  ...'Compare longtemps avant choisir DEMANDE conseil boutique été Été cœur naïve fiches2 prix+bas trois’quatre 2026 samedi matin vendeur'.split(
    ' ',
  ),
  'usage\treel',
  'œuvre-libre',
  'élan\u00A0vital',
];
const TEXT = fc.subarray(WORDS).map((words) => words.join(' '));
const STEP = fc.record({ id: fc.nat({ max: 7 }).map(String), text: fc.option(TEXT) });

describe('which personas resemble one', () => {
  it('are all that a comparison one by one finds, whatever was put, changed and removed before', () => {
    let near = 0;
    fc.assert(
      fc.property(fc.array(STEP, { maxLength: 14 }), TEXT, fc.constantFrom(NEAR, 0.45, 0.2), (steps, text, least) => {
        const index = createAlikeIndex();
        const library = new Map<string, PersonaDoc>();
        for (const { id, text: own } of steps) {
          if (own === null) library.delete(id);
          else library.set(id, personaSaying(own));
          const doc = library.get(id);
          if (doc) index.put(id, comparedWords(doc));
          else index.remove(id);
        }
        const asked = personaSaying(text);
        const exact = [...library]
          .map(([id, doc]) => ({ id, similarity: similarity(asked, doc) }))
          .filter((each) => each.similarity >= least)
          .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
        near += exact.length;
        expect(index.find(comparedWords(asked), least)).toEqual(exact);
      }),
      { numRuns: 300 },
    );
    // The libraries were not such that nobody resembles anybody.
    expect(near).toBeGreaterThan(30);
  });

  it('keeps no number of a word that nobody uses any more', () => {
    const index = createAlikeIndex();
    index.put('a', new Set(['un', 'deux']));
    index.put('b', new Set(['deux']));
    index.remove('a');
    index.put('c', new Set(['trois', 'deux']));
    expect(index.find(new Set(['un', 'deux']), 0.1)).toEqual([
      { id: 'b', similarity: 0.5 },
      { id: 'c', similarity: 1 / 3 },
    ]);
  });
});
