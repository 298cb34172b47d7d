import { describe, expect, it } from 'vitest';
import { firstTableRow, looksLikeHeader } from './headings';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split(';'));

describe('the first row of a table', () => {
  it.each([
    ['a title', 'Enquête 2026\nage;ville;note\n36;Nantes;9\n41;Rezé;8', 1],
    ['a title that was padded', 'Enquête 2026;;\nage;ville;note\n36;Nantes;9\n41;Rezé;8', 1],
    ['titles of two cells', 'Enquête\nPériode;octobre\nage;ville;note\n36;Nantes;9\n41;Rezé;8', 2],
    ['more titles than rows', 'a\nb\nc\nd\ne\nage;ville\n36;Nantes\n41;Rezé', 5],
    ['three words beside each other', 'Enquête;octobre;2026\na;b;c;d;e;f\n1;2;3;4;5;6\n7;8;9;1;2;3', 1],
    ['nothing, with questions over several columns', 'id;Q1;;;Q2;;;\n;a;b;c;d;e;f;g\n1;2;3;4;5;6;7;8', 0],
    ['nothing', 'age;ville\n36;Nantes\n41;Rezé', 0],
    ['nothing, of one column', 'avis\nbien\nbof; cher\nbien', 0],
    ['nothing, with a heading left empty', ';age\n0;36\n1;41', 0],
    ['nothing, with rows of another length', 'a;b\n1;2\nx;y;z\nseule', 0],
    ['nothing, with a longer half', `${'a;b;c;d;e\n'.repeat(20)}${'a;b;c;d;e;f\n'.repeat(25)}`.trimEnd(), 0],
  ] as const)('stands below %s', (_, text, first) => {
    expect(firstTableRow(rowsOf(text), false)).toBe(first);
  });

  it('is found in a workbook, whose rows end with their last cell', () => {
    const rows = rowsOf('Enquête\nage;ville;note;avis\n36;Nantes;9\n41;Rezé;8;bien\n28;Nantes;7\n30;Vertou');
    expect(firstTableRow(rows, true)).toBe(1);
  });
});

describe('a row that names the columns', () => {
  it.each([
    ['words', 'client;ville\nA;Nantes', true],
    ['years over amounts', 'client;2024;2025\nA;12,5;30\nB;7;2', true],
    ['years over years', 'A;2024\nB;2025\nC;2023', false],
    ['a word over figures', 'âge;2024\n36;2020\n41;2021', true],
    ['figures', '36;Nantes\n41;Rezé', false],
    ['a missing value over figures', 'NA;36\n12;41', false],
    ['nothing', '-;\n1;2', false],
  ] as const)('has %s', (_, text, expected) => {
    const [first = [], ...below] = rowsOf(text);
    expect(looksLikeHeader(first, below)).toBe(expected);
  });
});
