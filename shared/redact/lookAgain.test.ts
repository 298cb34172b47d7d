import { expect, it } from 'vitest';
import { lookAgain } from './lookAgain';

const texts = (...all: string[]) =>
  all.map((text, at) => ({
    place: {
      sheet: 's',
      sheetKind: 'journey-map' as const,
      title: 'Carte',
      where: 'notes',
      id: `n${at}`,
      field: 'text',
    },
    parts: [text],
  }));
const found = (...all: string[]) =>
  lookAgain(texts(...all), new Set(['rose']), true).map(({ reason, text, count }) => `${reason} ${text} ${count}`);

it('names what looks like a name, once, with how often it stands there', () => {
  expect(found('Elle appelle Zorblax.', 'Puis Zorblax rappelle', 'Zorblax, encore')).toEqual(['name Zorblax 2']);
  expect(found('avec Zorblax', 'chez Zorblax')).toEqual(['name Zorblax 2']);
});

it('leaves beginnings of sentences, everyday words, months, short capitals', () => {
  expect(found('Attendre. Rappeler le SAV', 'Le Conseil tarde', 'un conseil en Mai, le CRM')).toEqual([]);
});

it('knows first names wherever they stand, and names in capitals', () => {
  expect(found('Karim rappelle', 'voir Mme DUPONT')).toEqual(['name Karim 1', 'name DUPONT 1']);
});

it('tells of names that were left as words, and of what is quoted', () => {
  expect(found('une rose', 'Elle dit « je ne sais pas trop »', 'un « mot » seul')).toEqual([
    'lowercase rose 1',
    'quoted je ne sais pas trop 1',
  ]);
});
