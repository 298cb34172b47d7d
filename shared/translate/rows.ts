import { unguarded } from '../exchange/formulaSafe';
import type { TextLang, TextPlace } from '../model/translation';
import type { TextLine } from './texts';

/** A text of a document of a workshop beside its translation. */
export interface SheetLine extends TextLine {
  /** Id and name of its document. */
  readonly sheet: string;
  readonly title: string;
}

/** Lines that a translation of one of them is for: the line itself; of a tag those of every sheet that bears it and says the same of it so far. */
export const linesSaidAlike = (lines: readonly SheetLine[], line: SheetLine): readonly SheetLine[] =>
  line.where === 'tags'
    ? lines.filter(({ where, source, text }) => where === 'tags' && source === line.source && text === line.text)
    : [line];

/** Words of the table in a reader's language. */
export interface RowWords {
  readonly headings: readonly [key: string, sheet: string, where: string, state: string];
  readonly langs: Readonly<Record<TextLang, string>>;
  readonly where: (where: string) => string;
  readonly state: (state: TextLine['state']) => string;
}

const KEY = /^[^\s/]+\/[A-Za-z]+\/[^\s/]*\/[A-Za-z]+$/;

/** Texts as a table for translators: the last column is theirs, the first brings each line back to its place. */
export function translationRows(
  lines: readonly SheetLine[],
  lang: TextLang,
  words: RowWords,
): readonly (readonly string[])[] {
  const other: TextLang = lang === 'fr' ? 'en' : 'fr';
  return [
    [...words.headings, words.langs[other], `${words.langs[lang]} (${lang})`],
    ...lines.map(({ sheet, title, where, entityId, field, state, source, text }) => [
      [sheet, where, entityId, field].join('/'),
      title,
      words.where(where),
      words.state(state),
      source,
      text,
    ]),
  ];
}

/** A translation that came back: of which text, and what that said when the table was made. */
export interface ReturnedText extends TextPlace {
  readonly sheet: string;
  readonly source: string;
  readonly text: string;
}

/** What a table of translations brings back, lines without translation left out; null for another table or another language. */
export function returnedTexts(rows: readonly (readonly string[])[], lang: TextLang): readonly ReturnedText[] | null {
  const [head = [], ...body] = rows;
  const column = head.findIndex((cell) => cell.trim().endsWith(`(${lang})`));
  if (column < 5) return null;
  return body.flatMap((cells): readonly ReturnedText[] => {
    // Ids may begin like a formula.
    const key = unguarded(cells[0] ?? '');
    const [source = '', text = ''] = [cells[column - 1], cells[column]].map((cell) =>
      unguarded(cell ?? '').replace(/\r\n?/g, '\n'),
    );
    // Readers of tables may leave the end of the line to its last cell.
    const said = text.replace(/\n+$/, '');
    if (!KEY.test(key) || said.trim() === '') return [];
    const [sheet = '', where = '', entityId = '', field = ''] = key.split('/');
    return [{ sheet, where, entityId, field, lang, source, text: said }];
  });
}
