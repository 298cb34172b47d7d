import { describe, expect, it } from 'vitest';
import type { EntryId, Id, NewId } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import { personaNamed, SAMPLE_PERSONAS } from '../sample/samplePersonas';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { searchedTexts } from './searchedTexts';
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

  it('finds names with two neighbouring letters swapped, and sharp s by ss and the other way round', () => {
    const index = createTextIndex();
    const named = personaNamed('runner', 'fr', newId);
    const names = ['Karim', 'Tiago', 'Odile', 'Perrin', 'Solène', 'Nantes', 'Gestion', 'Straße', 'Strasse'];
    for (const name of names) index.put(name, { ...named, info: { ...named.info, name } });
    const found = (query: string) => index.search(query).hits.map(({ id }) => id);
    const swapped = {
      kraim: 'Karim',
      karmi: 'Karim',
      tiaog: 'Tiago',
      odiel: 'Odile',
      perirn: 'Perrin',
      natnes: 'Nantes',
    };
    for (const [query, name] of Object.entries({ ...swapped, gestoin: 'Gestion', solnee: 'Solène' }))
      expect(found(query), query).toContain(name);
    for (const query of ['strasse', 'Straße', 'STRASSE'])
      expect(found(query).slice(0, 2).sort(), query).toEqual(['Strasse', 'Straße']);
  });

  it('finds every text of every sample: names, entries, sources, tags, notes of boards', () => {
    const index = sampleIndex();
    const persona = personaNamed('runner', 'fr', newId);
    for (const { text } of searchedTexts(persona)) {
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

  it('finds what a photograph shows, figures with their thousands apart or not, samples, and the kind in either language', () => {
    const index = sampleIndex();
    const persona = personaNamed('runner', 'fr', newId);
    const [id, entry] = Object.entries(persona.entries)[0] ?? [];
    if (!id || !entry) throw new Error('the sample has no entry');
    const figures = { text: 'Panier moyen', value: 12_650, unit: 'écus', sample: 319 };
    const doc: PersonaDoc = {
      ...persona,
      info: {
        ...persona.info,
        kind: 'negative',
        photo: {
          asset: 'a'.repeat(64) as NonNullable<PersonaDoc['info']['photo']>['asset'],
          width: 1,
          height: 1,
          alt: 'Un phare rouge',
        },
      },
      entries: { ...persona.entries, [id as EntryId]: { ...entry, ...figures } },
    };
    index.put('runner', doc);
    for (const query of ['phare', '12650', '12 650 ecus', '319', 'négatif', 'negative'])
      expect(
        index.search(query).hits.map((hit) => hit.id),
        query,
      ).toContain('runner');
    const { details } = index.search('12650');
    expect(details[0]?.found?.text).toBe('Panier moyen 12650 écus, n = 319');
  });

  it('says of further hits why they were found when it is asked', () => {
    const index = createTextIndex();
    for (let at = 0; at < 60; at += 1) {
      const doc = personaNamed('runner', 'fr', newId);
      index.put(`p${at}`, { ...doc, info: { ...doc.info, sector: 'Entretiens' } });
    }
    const { hits, details } = index.search('entretien');
    expect(hits).toHaveLength(60);
    const rest = hits.slice(details.length).map(({ id }) => id);
    expect(rest).toHaveLength(20);
    const more = index.explain('entretien', rest);
    expect(more.details.map(({ found }) => found?.text)).toEqual(rest.map(() => 'Entretiens'));
    expect(more.words).toContain('entretiens');
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
