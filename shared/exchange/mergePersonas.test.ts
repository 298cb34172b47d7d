import { describe, expect, it } from 'vitest';
import { richPersona } from '../../tests/support/personaCommands';
import { personaChanges } from '../boards/persona/changes';
import type { PersonaDoc } from '../boards/persona/model';
import type { Translation, TranslationId } from '../model/translation';
import { mergePersonas } from './mergePersonas';

const saying = (id: string, field: string, text: string): Translation => ({
  id: id as TranslationId,
  where: 'info',
  entityId: '',
  field,
  lang: 'en',
  source: 'Je veux courir.',
  text,
});

const translated = (...all: readonly Translation[]): PersonaDoc => ({
  ...richPersona(),
  translations: Object.fromEntries(all.map((one) => [one.id, one])),
});

describe('translations of two copies', () => {
  const here = translated(saying('mine', 'quote', 'I run.'), saying('tag', 'tagline', 'A runner'));
  const file = translated(saying('theirs', 'quote', 'I want to run.'));

  it('are told as a difference, by what they translate', () => {
    const [change, ...more] = personaChanges(here, file).changes;
    expect(more).toEqual([]);
    expect(change?.field).toEqual({ kind: 'translations' });
    const texts = change && 'texts' in change ? change.texts : [];
    expect(texts.map(({ kind, after }) => [kind, after?.text])).toEqual([
      ['changed', 'I want to run.'],
      ['removed', undefined],
    ]);
    const renamed = translated(saying('other', 'quote', 'I want to run.'));
    expect(personaChanges(file, renamed).changes).toEqual([]);
  });

  it('are merged: one for each place, the one of the file where both have it', () => {
    const merged = Object.values<Translation>(mergePersonas(here, file).translations);
    expect(merged.map(({ field, text }) => [field, text]).sort()).toEqual([
      ['quote', 'I want to run.'],
      ['tagline', 'A runner'],
    ]);
  });
});
