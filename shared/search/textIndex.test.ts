import { describe, expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import { personaNamed, SAMPLE_PERSONAS } from '../sample/samplePersonas';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { docTexts } from './docTexts';
import { createTextIndex, wordsOf } from './textIndex';

let count = 0;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};

function sampleIndex() {
  const index = createTextIndex();
  for (const name of SAMPLE_PERSONAS) index.put(name, personaNamed(name, 'fr', newId));
  const { docs } = sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
  for (const [id, doc] of Object.entries(docs)) if (doc.kind !== 'persona') index.put(id, doc);
  return index;
}

const ids = (query: string) =>
  sampleIndex()
    .search(query)
    .hits.flatMap(({ id, kind }) => (kind === 'persona' ? [id] : []));

const foldedOf = (text: string) => wordsOf(text).flatMap(({ word }) => word ?? []);
const nameWords = (name: (typeof SAMPLE_PERSONAS)[number]) => foldedOf(personaNamed(name, 'fr', newId).info.name);

describe('searching texts', () => {
  it('finds a name without accents, in capitals, by its beginning and with a letter wrong', () => {
    for (const query of ['solene', 'SOLÈNE', 'Solè', 'marchand', 'marchnad', 'Soléne marchand'])
      expect(ids(query)[0], query).toBe('runner');
  });

  it('finds every text of every sample: names, entries, sources, tags, notes of boards', () => {
    const index = sampleIndex();
    const persona = personaNamed('runner', 'fr', newId);
    for (const { text } of docTexts(persona)) {
      const [longest = ''] = wordsOf(text)
        .flatMap(({ word }) => word ?? [])
        .sort((a, b) => b.length - a.length);
      expect(
        index.search(longest).hits.map(({ id }) => id),
        longest,
      ).toContain('runner');
    }
  });

  it('asks for all the words, and says which text holds them', () => {
    const index = sampleIndex();
    const answer = index.search('comparer avis');
    expect(answer.hits.length).toBeGreaterThan(0);
    for (const { found } of answer.details) expect(found === null || /avis|compar/i.test(found.text)).toBe(true);
    expect(index.search('comparer zzzzzzz').hits).toEqual([]);
  });

  it('looks for one letter in names alone, and marks nothing else', () => {
    const index = createTextIndex();
    for (const name of SAMPLE_PERSONAS) index.put(name, personaNamed(name, 'fr', newId));
    const { details, words } = index.search('s');
    expect(words).toContain('solene');
    const named = SAMPLE_PERSONAS.flatMap(nameWords);
    expect(words.filter((word) => !named.includes(word))).toEqual([]);
    expect(details.filter(({ found }) => found !== null)).toEqual([]);
  });

  it('forgets what was removed and takes in what changed', () => {
    const index = sampleIndex();
    const persona = personaNamed('runner', 'fr', newId);
    index.put('runner', { ...persona, info: { ...persona.info, name: 'Zéphyrine' } });
    expect(index.search('zephirine').hits.map(({ id }) => id)).toEqual(['runner']);
    index.remove('runner');
    expect(index.search('zephyrine').hits).toEqual([]);
  });

  it('cuts texts into words that join to the text again', () => {
    const text = '«\u00A0Œuvre, l’été\u202F! » — fin';
    expect(
      wordsOf(text)
        .map(({ piece }) => piece)
        .join(''),
    ).toBe(text);
    expect(wordsOf(text).flatMap(({ word }) => word ?? [])).toEqual(['oeuvre', 'l', 'ete', 'fin']);
  });
});
