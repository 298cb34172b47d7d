import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvBytes } from '../exchange/csvText';
import { linesSaidAlike, returnedTexts, type SheetLine, translationRows } from './rows';

const line = (entityId: string, source: string, text: string): SheetLine => ({
  ...{ sheet: '-board_1', title: 'Parcours', where: 'notes', entityId, field: 'text', lang: 'en' },
  ...{ source, text, state: text === '' ? 'missing' : 'fresh', madeOf: source, most: 100 },
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

it('a tag is translated on every sheet that says the same of it; any other text where it stands', () => {
  const tag = (sheet: string, source: string, text: string) => ({ ...line('x1', source, text), sheet, where: 'tags' });
  const lines = [
    tag('a', 'terrain', ''),
    tag('b', 'terrain', ''),
    tag('c', 'terrain', 'on site'),
    tag('d', 'prix', ''),
  ];
  const sheets = (one: SheetLine) => linesSaidAlike([...lines, one], one).map(({ sheet }) => sheet);
  expect(linesSaidAlike(lines, lines[0]!).map(({ sheet }) => sheet)).toEqual(['a', 'b']);
  expect(sheets(line('n1', 'terrain', ''))).toEqual(['-board_1']);
});
