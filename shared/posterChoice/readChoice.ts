import type { LayoutContext } from '../boards/boardKind';
import type { FilteredNote, NoteFilter } from '../boards/pieces/noteFilter';
import { LANGUAGES, translator } from '../i18n/translate';
import type { AnyDoc } from '../model/document';
import { EVIDENCE_KINDS } from '../model/evidence';
import { NOTE_COLORS } from '../model/note';
import { CHOICE_LISTS, type ChoiceWords } from '../poster/posterSetup';
import { type BoardChoice, WHOLE_BOARD } from './boardChoice';
import { type ChoiceOption, type ChoiceOptions, choiceOptions } from './choiceOptions';

/** A word that names nothing on any board, and what it could have named. */
export interface UnknownWord {
  readonly list: keyof ChoiceWords;
  readonly word: string;
  readonly known: readonly string[];
}

/** A board in one of the languages that its texts are read in. */
type Readings = readonly AnyDoc[];

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a word can name: by what it is called here, in either language, as it was written or translated. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly names: ReadonlySet<string>;
}

type Personas = LayoutContext['personas'];

/** The options of a list in every reading and language, joined by their ids. */
function namedIn(
  readings: Readings,
  personas: Personas,
  pick: (options: ChoiceOptions) => readonly ChoiceOption[],
): readonly Named[] {
  const found = new Map<string, { name: string; names: Set<string> }>();
  for (const doc of readings)
    for (const lang of LANGUAGES)
      pick(choiceOptions(doc, { t: translator(lang), lang, personas })).forEach(({ id, name, word }, at) => {
        const known = found.get(id) ?? { name, names: new Set([id, `${at + 1}`]) };
        known.names.add(plain(name));
        if (word) known.names.add(word);
        found.set(id, known);
      });
  return [...found].map(([id, { name, names }]) => ({ id, name, names }));
}

/** The words of an option: a text that is a name as a whole, else what stands between its commas. */
const wordsIn = (texts: readonly string[], isName: (word: string) => boolean): readonly string[] =>
  texts
    .flatMap((text) => (isName(text) ? [text] : text.split(',')))
    .map((word) => word.trim())
    .filter(Boolean);

const names = ({ id, names: all }: Named, word: string): boolean => id === word.trim() || all.has(plain(word));

/** Ids that are left out where only those that were named are shown; nothing where none of the names is here. */
const leftOut = (all: readonly Named[], words: readonly string[]): readonly string[] => {
  const shown = all.filter((one) => words.some((word) => names(one, word)));
  return shown.length === 0 ? [] : all.filter((one) => !shown.includes(one)).map(({ id }) => id);
};

/** Words of a filter that mean the same on every board. */
const PROVEN = 'proven';
const EVIDENCE = [...EVIDENCE_KINDS, 'none'] as const;
const PREFIX = /^(evidence|meaning|tag|author):\s*(.+)$/i;

/** What a word asks of notes; null where it asks for nothing that is here. */
function askedBy(word: string, notes: readonly FilteredNote[]): NoteFilter | null {
  const [, prefix, rest] = PREFIX.exec(word) ?? [];
  const kind = prefix?.toLowerCase();
  const text = plain(rest ?? word);
  const may = (wanted: string) => kind === undefined || kind === wanted;
  if (may('evidence')) {
    if (text === PROVEN) return { evidenceOnly: true };
    const evidence = EVIDENCE.find((each) => each === text || namesEvidence(each, text));
    if (evidence) return { evidence: [evidence] };
  }
  const color = may('meaning') && NOTE_COLORS.find((each) => each === text || namesColor(each, text));
  if (color) return { colors: [color] };
  const bare = text.replace(/^#/, '');
  const tags = may('tag') ? new Set(notes.flatMap((note) => note.tags ?? []).filter((tag) => plain(tag) === bare)) : [];
  const authors = may('author') ? notes.map(({ author }) => author.trim()).filter((each) => plain(each) === text) : [];
  if ([...tags].length > 0) return { tags: [...tags] };
  return authors.length > 0 ? { authors: [...new Set(authors)] } : null;
}

const namesEvidence = (kind: (typeof EVIDENCE)[number], text: string): boolean =>
  LANGUAGES.some((lang) => {
    const t = translator(lang);
    return plain(kind === 'none' ? t('editing.filter.noEvidence') : t(`journey.evidence.${kind}`)) === text;
  });

const namesColor = (color: (typeof NOTE_COLORS)[number], text: string): boolean =>
  LANGUAGES.some((lang) => {
    const [name = '', meaning = ''] = translator(lang)(`editing.color.${color}`).split(/\s*:\s*/);
    return [name, meaning].some((each) => plain(each) === text);
  });

/** Several words ask for any of the same kind, and for all kinds. */
function filterOf(words: readonly string[], notes: readonly FilteredNote[]): NoteFilter | undefined {
  const asked = words.flatMap((word) => askedBy(word, notes) ?? []);
  if (asked.length === 0) return undefined;
  const any = <K extends 'evidence' | 'colors' | 'tags' | 'authors'>(key: K) => {
    const list = [...new Set(asked.flatMap((one) => (one[key] ?? []) as readonly string[]))];
    return list.length > 0 ? { [key]: list } : {};
  };
  return {
    ...any('evidence'),
    ...any('colors'),
    ...any('tags'),
    ...any('authors'),
    ...(asked.some(({ evidenceOnly }) => evidenceOnly) ? { evidenceOnly: true } : {}),
  } as NoteFilter;
}

/** What a command says, read on the boards that it is about. */
export interface ChoiceReader {
  /** What the poster of a board shows: a list applies where one of its names is. */
  readonly choiceOf: (readings: Readings) => BoardChoice;
  /** The first word that names nothing on any of the boards; null for none. */
  readonly unknown: UnknownWord | null;
}

/** Reads what posters show. Each board is given as it was written and as it is read, where its texts are translated. */
export function readChoice(boards: readonly Readings[], said: ChoiceWords, personas: Personas): ChoiceReader {
  const notesOf = (readings: Readings) =>
    readings.flatMap((doc) =>
      choiceOptions(doc, { t: translator('en'), lang: 'en', personas }).notes.map(({ note }) => note),
    );
  const lists = ['rows', 'stages', 'personas'] as const;
  const all = new Map(
    boards.map((readings) => [
      readings,
      {
        rows: namedIn(readings, personas, ({ rows }) => rows),
        stages: namedIn(readings, personas, ({ stages }) => stages),
        personas: namedIn(readings, personas, (options) => options.personas),
        notes: notesOf(readings),
      },
    ]),
  );
  const known = [...all.values()];
  const isNamed = (list: (typeof lists)[number]) => (word: string) =>
    known.some((one) => one[list].some((each) => names(each, word)));
  const isAsked = (word: string) => known.some(({ notes }) => notes.length > 0 && askedBy(word.trim(), notes) !== null);
  const words = {
    rows: wordsIn(said.rows, isNamed('rows')),
    stages: wordsIn(said.stages, isNamed('stages')),
    personas: wordsIn(said.personas, isNamed('personas')),
    filter: wordsIn(said.filter, isAsked),
  };
  const unknownOf = (list: keyof ChoiceWords): readonly UnknownWord[] => {
    const isKnown = list === 'filter' ? isAsked : isNamed(list);
    const word = words[list].find((each) => !isKnown(each));
    return word === undefined ? [] : [{ list, word, known: list === 'filter' ? askable(known) : namesOf(known, list) }];
  };
  return {
    unknown: CHOICE_LISTS.flatMap(unknownOf)[0] ?? null,
    choiceOf: (readings) => {
      const board = all.get(readings);
      if (!board) return WHOLE_BOARD;
      return {
        rows: leftOut(board.rows, words.rows),
        stages: leftOut(board.stages, words.stages),
        personas: leftOut(board.personas, words.personas),
        filter: board.notes.length > 0 ? filterOf(words.filter, board.notes) : undefined,
      };
    },
  };
}

const namesOf = (
  known: readonly Readonly<Record<'rows' | 'stages' | 'personas', readonly Named[]>>[],
  list: 'rows' | 'stages' | 'personas',
): readonly string[] => [...new Set(known.flatMap((one) => one[list].map(({ name }) => name)))];

const askable = (known: readonly { readonly notes: readonly FilteredNote[] }[]): readonly string[] => {
  const notes = known.flatMap((one) => one.notes);
  const tags = new Set(notes.flatMap((note) => note.tags ?? []).map((tag) => `tag:${tag}`));
  const authors = new Set(notes.flatMap(({ author }) => author.trim() || []).map((author) => `author:${author}`));
  return [...EVIDENCE, PROVEN, ...NOTE_COLORS.map((color) => `meaning:${color}`), ...tags, ...authors];
};
