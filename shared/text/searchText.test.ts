import { describe, expect, it } from 'vitest';
import { foldText, matchText } from './searchText';

const found = (text: string, query: string) =>
  matchText(text, query)
    ?.pieces.filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('foldText', () => {
  it('folds accents and case without moving a letter', () => {
    expect(foldText('Été À Œuvre ŁÓDŹ')).toBe('ete a œuvre łodz');
    for (const text of ['Été', 'ﬁn ß İ', '👩‍🚀 déjà', 'e\u0301t\u00e9'])
      expect(foldText(text)).toHaveLength(text.length);
  });
});

describe('matchText', () => {
  it('finds words in any order, whatever their accents', () => {
    expect(found('Ajouter un irritant', 'irri')).toEqual(['irri']);
    expect(found('Déplacer vers la gauche', 'gauche DEPL')).toEqual(['Dépl', 'gauche']);
    expect(matchText('Ajouter un irritant', 'zut')).toBeNull();
    expect(matchText('Ajouter un irritant', 'irri zut')).toBeNull();
  });

  it('gives the whole text back in pieces', () => {
    const match = matchText('Montrer la ligne Irritants', 'ligne irri');
    expect(match?.pieces.map((piece) => piece.text).join('')).toBe('Montrer la ligne Irritants');
  });

  it('prefers the start of a word and of the text', () => {
    const score = (text: string) => matchText(text, 'note')?.score ?? 0;
    expect(score('Note libre')).toBeGreaterThan(score('Ajouter une note'));
    expect(score('Ajouter une note')).toBeGreaterThan(score('Dénoter'));
    expect(found('dénote la note', 'note')).toEqual(['note']);
  });

  it('matches everything with an empty query', () => {
    expect(matchText('abc', '  ')?.pieces).toEqual([{ text: 'abc', found: false }]);
  });
});
