import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvBytes } from '../exchange/csvText';
import { returnedTexts, type SheetLine, translationRows } from './rows';

const line = (entityId: string, source: string, text: string): SheetLine => ({
  ...{ sheet: '-board_1', title: 'Parcours', where: 'notes', entityId, field: 'text', lang: 'en' },
  ...{ source, text, state: text === '' ? 'missing' : 'fresh', madeOf: source },
});
const words = {
  headings: ['Clé', 'Feuille', 'Place', 'État'] as const,
  langs: { fr: 'Français', en: 'Anglais' },
  where: () => 'note',
  state: (state: string) => state,
};

it('comes back as it left, formulas and line ends too, lines without translation left out', () => {
  const lines = [line('n1', '=2+3 ; « oui »', '-a\n"b"'), line('n2', 'Rien', ''), line('', 'Titre', "'=x")];
  for (const lang of ['fr', 'en'] as const) {
    const text = new TextDecoder().decode(csvBytes(translationRows(lines, 'en', words), lang));
    const rows = Papa.parse<string[]>(text.trimEnd()).data;
    expect(returnedTexts(rows, 'en')).toEqual(
      [lines[0]!, lines[2]!].map(({ sheet, where, entityId, field, lang: to, source, text: said }) => ({
        ...{ sheet, where, entityId, field, lang: to, source, text: said },
      })),
    );
  }
});

it('takes no other table, nor one for the other language', () => {
  expect(
    returnedTexts(
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      'en',
    ),
  ).toBeNull();
  expect(returnedTexts([], 'en')).toBeNull();
  expect(returnedTexts(translationRows([], 'en', words), 'fr')).toBeNull();
  expect(returnedTexts([...translationRows([], 'en', words), ['no key', '', '', '', 'a', 'b']], 'en')).toEqual([]);
});
