import type { RedactChoices } from './choices';
import { drawsFrom } from './draw';
import type { TextRole } from './fields';
import type { Gathered } from './gather';
import { ALSO_WORDS } from './names';
import { dataFinder, dateFinder, fileFinder, numbering } from './patterns';
import { foldName, isTeam, listedNames, type Renaming, renamePeople, renamePersonas } from './people';
import { type Phrase, phraseFinder } from './phrases';
import { placeholder, sayingPhrases } from './placeholder';
import { redactWords } from './redactWords';
import { type ChangeKind, type Replaced, replaceAll } from './spans';
import { foldWord } from './tokens';

/** How the texts of one workshop are changed. */
export interface TextRedactor {
  readonly redact: (text: string, role: TextRole) => Replaced;
  /** Names that were left where they are written in small letters, folded. */
  readonly homographs: ReadonlySet<string>;
}

/** What a whole field becomes. */
const whole = (from: string, to: string, kind: ChangeKind): Replaced => ({
  text: to,
  kinds: new Set(from === to ? [] : [kind]),
  left: [],
});

/** Reads the choices once for a workshop. The same choices and workshop give the same changes. */
export function textRedactor(found: Gathered, client: string, choices: RedactChoices): TextRedactor {
  const { lang, people, verbatims, sources } = choices;
  const w = redactWords(lang);
  const personas = renamePersonas(found.personas, choices.names, drawsFrom(`${choices.seed}/names`), found.words);
  const named = renamePeople(found.people, choices, personas);
  const phrases: readonly Phrase[] = [
    ...(verbatims === 'keep' ? [] : sayingPhrases(found.sayings, lang)),
    ...choices.words.map(
      ({ from, to }): Phrase => ({
        from,
        to: to === '' ? '[…]' : to,
        kind: 'words',
        takesCase: true,
        inLowerCase: true,
      }),
    ),
    ...clientPhrases(client, choices.client, w('copy.client')),
    ...personas.phrases,
    ...named.phrases,
  ];
  const finders = [
    dataFinder(choices.data, lang),
    fileFinder(choices.files, lang),
    dateFinder(choices.dates),
    phraseFinder(phrases),
  ];
  const plain = (text: string): Replaced => replaceAll(text, finders);
  const number = numbering();
  const roles: Readonly<Record<Exclude<TextRole, 'text'>, (text: string) => Replaced>> = {
    personaName: (text) => nameOf(text, personas, 'names') ?? plain(text),
    person: (text) => {
      if (people === 'keep' || isTeam(text)) return plain(text);
      return people === 'drop' ? whole(text, '', 'people') : (nameOf(text, named, 'people') ?? plain(text));
    },
    people: (text) => {
      if (people === 'keep') return plain(text);
      const names = listedNames(text).map((name) => named.whole.get(foldName(name)) ?? name);
      return whole(text, people === 'drop' ? '' : [...new Set(names)].join(', '), 'people');
    },
    verbatim: (text) =>
      verbatims === 'keep'
        ? plain(text)
        : whole(text, verbatims === 'drop' ? '' : placeholder(text, lang), 'verbatims'),
    source: (text) => {
      if (sources === 'keep') return plain(text);
      return whole(text, sources === 'drop' ? '' : w('copy.source', { number: number(foldName(text)) }), 'sources');
    },
    sourceNote: (text) => (sources === 'keep' ? plain(text) : whole(text, '', 'sources')),
    client: (text) => {
      if (choices.client === 'keep') return plain(text);
      return whole(text, choices.client === 'drop' ? '' : w('copy.client'), 'client');
    },
    place: (text) => (choices.client === 'keep' ? plain(text) : whole(text, '', 'client')),
  };
  return {
    redact: (text, role) => {
      if (text.trim() === '') return { text, kinds: new Set(), left: [] };
      return role === 'text' ? plain(text) : roles[role](text);
    },
    homographs: new Set(phrases.map(({ from }) => foldWord(from)).filter((word) => ALSO_WORDS.has(word))),
  };
}

/** What a name becomes as a whole; null for one that is not renamed. */
function nameOf(text: string, renaming: Renaming, kind: ChangeKind): Replaced | null {
  const to = renaming.whole.get(foldName(text));
  return to === undefined ? null : whole(text, to, kind);
}

function clientPhrases(client: string, option: RedactChoices['client'], word: string): readonly Phrase[] {
  if (option === 'keep' || client.trim() === '') return [];
  const to = option === 'drop' ? '[…]' : word;
  return [{ from: client, to, kind: 'client', takesCase: true, inLowerCase: true }];
}
