import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, parseTable, rowsOf, tableText } from './table';

describe('a table on the clipboard', () => {
  it('is one column of lines when it is plain text', () => {
    expect(parseTable('un\r\ndeux\rtrois\n\n')).toEqual([['un'], ['deux'], ['trois']]);
    expect(parseTable('')).toEqual([]);
    expect(parseTable('\n\nseul')).toEqual([[''], [''], ['seul']]);
  });

  it('is rows of cells, some in quotes', () => {
    expect(parseTable('a\tb\n"deux\nlignes"\t"dit ""oui"""\n')).toEqual([
      ['a', 'b'],
      ['deux\nlignes', 'dit "oui"'],
    ]);
    expect(parseTable('a\t')).toEqual([['a', '']]);
    expect(parseTable('\t\tx')).toEqual([['', '', 'x']]);
  });

  it('leaves quotes of a sentence alone', () => {
    expect(parseTable('"Oui" dit-elle\n"')).toEqual([['"Oui" dit-elle'], ['"']]);
    expect(parseTable('"jamais fermé\tb')).toEqual([['"jamais fermé', 'b']]);
  });

  it('reads back what it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', ' ', '\u{1F600}') });
    // A last row of empty cells, and a cell of one row and column that is empty, say nothing.
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
      .filter((rows) => rows.at(-1)?.some((one) => one !== '') === true);
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTable(tableText(rows))).toEqual(rows);
      }),
    );
  });

  it('never throws and keeps every character but separators, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r') }), (text) => {
        const count = (of: string) => of.replaceAll(/[^a]/g, '').length;
        expect(count(parseTable(text).flat().join(''))).toBe(count(text));
      }),
    );
  });

  it('turns between rows and columns', () => {
    expect(columnsOf([['a', ' x '], ['', 'y'], ['b']])).toEqual([
      ['a', 'b'],
      ['x', 'y'],
    ]);
    expect(rowsOf([['a', 'b'], ['x']])).toEqual([
      ['a', 'x'],
      ['b', ''],
    ]);
  });
});
