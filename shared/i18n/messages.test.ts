import { expect, test } from 'vitest';
import { translatorOf } from './messages';

const messages = {
  plain: 'Rien à dire',
  greeting: 'Bonjour {{name}}, {{name}} !',
  notes_zero: 'aucune note',
  notes_one: '{{count}} note',
  notes_many: '{{count}} de notes',
  notes_other: '{{count}} notes',
  steps_one: '{{count}} étape',
  steps_other: '{{count}} étapes',
  faults: { csv: 'ce n’est pas un tableau, {{name}}', unread: '{{name}} ne peut pas être lu : $t(faults.{{reason}}).' },
};
const fr = translatorOf<string>('fr', messages);

test('a message is said with its values, each as often as it is asked for', () => {
  expect(fr('plain')).toBe('Rien à dire');
  expect(fr('greeting', { name: 'Anouk' })).toBe('Bonjour Anouk, Anouk !');
  expect(fr('faults.unread', { name: 'a.csv', reason: 'csv' })).toBe(
    'a.csv ne peut pas être lu : ce n’est pas un tableau, a.csv.',
  );
});

test('what a user typed is never read as a message', () => {
  expect(fr('greeting', { name: '{{name}} $t(plain) $& $1' })).toContain('{{name}} $t(plain) $& $1, {{name}}');
  expect(fr('faults.unread', { name: '$t(plain)', reason: 'csv' })).toContain('$t(plain) ne peut pas');
});

test('the count chooses the form by the rules of the language', () => {
  const said = (count: number) => fr('notes', { count });
  expect([0, 1, 1.5, 2, 1_000_000].map(said)).toEqual([
    'aucune note',
    '1 note',
    '1.5 note',
    '2 notes',
    '1\u202F000\u202F000 de notes',
  ]);
  // Nothing is singular in French, plural in English.
  expect(fr('steps', { count: 0 })).toBe('0 étape');
  expect(translatorOf<string>('en', messages)('steps', { count: 0 })).toBe('0 étapes');
});

test('a value or a message that is missing is seen', () => {
  expect(fr('greeting')).toBe('Bonjour {{name}}, {{name}} !');
  expect(fr('no.such', { count: 2 })).toBe('no.such');
});
