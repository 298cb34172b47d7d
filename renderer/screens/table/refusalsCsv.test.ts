import { expect, it } from 'vitest';
import { refusalsCsv } from './refusalsCsv';

it('writes a list that no spreadsheet takes for formulas', () => {
  const list = [{ line: 3, column: 'a"b', value: '=cmd|calc!A1', reason: 'x;y' }];
  expect(refusalsCsv('ligne;colonne;valeur;raison', list)).toBe(
    '\uFEFFligne;colonne;valeur;raison\r\n3;"a""b";"\'=cmd|calc!A1";"x;y"\r\n',
  );
});
