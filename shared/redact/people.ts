import type { Pick } from '../boards/persona/portraitMaker';
import type { RedactChoices } from './choices';
import { ALSO_WORDS, FIRST_NAMES, KNOWN_FIRST_NAMES, LAST_NAMES, PARTICLES, TEAM_WORDS } from './names';
import type { Phrase } from './phrases';
import type { ChangeKind } from './spans';
import { foldWord, isCapitalised, tokensOf } from './tokens';

/** A name as it compares: without accents, case, and what stands between its words. */
export const foldName = (name: string): string =>
  tokensOf(name)
    .map(({ folded }) => folded)
    .join(' ');

const known = new Set([KNOWN_FIRST_NAMES, ...Object.values(FIRST_NAMES)].join(' ').split(' ').map(foldWord));

/** True for what many people are called by. */
export const isFirstName = (word: string): boolean => known.has(foldWord(word));

/**
 * The words of a name that stand for it alone, the first name first: of `Solène Marchand` both, of `Marie la pressée` the first, of
 * `Assistante administrative` none.
 */
export function nameParts(name: string): readonly string[] {
  const words = name.split(/[\s,;()/]+/).filter(Boolean);
  const [first = '', second = ''] = words;
  if (/^(l[ae]s?|un|une|the|an?)$/i.test(first) || /^l['’]/i.test(first)) return [];
  const isTold = !second || isCapitalised(second) || !/^\p{L}/u.test(second) || PARTICLES.has(foldWord(second));
  if (!isTold && !isFirstName(first)) return [];
  return words
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((word) => word.length > 2 && isCapitalised(word) && !PARTICLES.has(foldWord(word)));
}

const phrase = (from: string, to: string, kind: ChangeKind, takesCase: boolean, inLowerCase = true): Phrase => ({
  from,
  to,
  kind,
  takesCase,
  inLowerCase: inLowerCase && foldWord(from).length > 2 && !ALSO_WORDS.has(foldWord(from)),
});

/** Names that are changed: what each becomes as a whole, and the phrases that are looked for in texts. */
export interface Renaming {
  /** By `foldName`. */
  readonly whole: ReadonlyMap<string, string>;
  readonly phrases: readonly Phrase[];
}

const NOBODY: Renaming = { whole: new Map(), phrases: [] };

const startsOpen = (name: string): boolean => /^[aeiouyh]/.test(foldWord(name));

/** The first name of a pool, from a drawn place on, that suits; undefined where none is left. */
function drawn(pool: string, pick: Pick, suits: (name: string) => boolean): string | undefined {
  const names = pool.split(' ');
  const from = pick(names.length);
  return [...names.slice(from), ...names.slice(0, from)].find(suits);
}

/** As the persona tells it, else as its first name is usually borne. */
function genderOf(told: string, firstName: string): keyof typeof FIRST_NAMES {
  const word = foldWord(told.trim());
  if (/^(f|w)/.test(word)) return 'f';
  if (/^(h|m)/.test(word)) return 'm';
  return (['f', 'm'] as const).find((gender) => FIRST_NAMES[gender].split(' ').includes(firstName)) ?? 'x';
}

/** `A` to `Z`, then `AA`. */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/**
 * What personas are called in the copy. A pseudonym is of the same gender where the persona tells it, has as many words, begins like the name
 * with a vowel or not (so that French keeps its d’ and de), and is no word of the workshop.
 */
export function renamePersonas(
  personas: readonly { readonly name: string; readonly gender: string }[],
  option: RedactChoices['names'],
  pick: Pick,
  words: ReadonlySet<string>,
): Renaming {
  if (option === 'keep') return NOBODY;
  const whole = new Map<string, string>();
  const phrases: Phrase[] = [];
  const used = new Set<string>();
  const isFree = (name: string) => !words.has(foldWord(name)) && !used.has(name);
  const invent = (parts: readonly string[], gender: string): readonly string[] | null => {
    const [first = '', last] = parts;
    const suits = (name: string) => isFree(name) && (first === '' || startsOpen(name) === startsOpen(first));
    const pool = FIRST_NAMES[genderOf(gender, first)];
    const firstName = drawn(pool, pick, suits) ?? drawn(pool, pick, isFree);
    const lastName = last === undefined ? undefined : drawn(LAST_NAMES, pick, (name) => isFree(name));
    for (const name of [firstName, lastName]) if (name) used.add(name);
    if (!firstName || (last !== undefined && !lastName)) return null;
    return lastName ? [firstName, lastName] : [firstName];
  };
  for (const { name, gender } of personas) {
    const key = foldName(name);
    if (key === '' || whole.has(key)) continue;
    const parts = nameParts(name);
    const letter = `Persona ${letterOf(whole.size)}`;
    const invented = option === 'letter' ? null : invent(parts, gender);
    const to = invented?.join(' ') ?? letter;
    whole.set(key, to);
    phrases.push(phrase(name, to, 'names', invented !== null));
    parts.forEach((part, at) => {
      const own = invented ? (invented[Math.min(at, invented.length - 1)] ?? to) : to;
      if (foldName(part) !== key) phrases.push(phrase(part, own, 'names', invented !== null));
    });
  }
  return { whole, phrases };
}

/** People of the workshop by where they are named: participants and authors, then those who own something. */
export interface PeopleNamed {
  readonly participants: readonly string[];
  readonly authors: readonly string[];
  readonly owners: readonly string[];
}

/** The names of a list that somebody typed: `Léa, Marc et Jo`. */
export const listedNames = (text: string): readonly string[] =>
  text
    .split(/[,;\n]|\s(?:et|and|&)\s/)
    .map((name) => name.trim())
    .filter(Boolean);

const isInitials = (name: string): boolean => /^(?:\p{Lu}[.\s-]*){1,4}$/u.test(name.trim());
const initialsOf = (name: string): string =>
  name
    .split(/[\s\-.]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

/** True for an owner that is a team: `Service client`. */
export const isTeam = (name: string): boolean => {
  const words = tokensOf(name).map(({ folded }) => folded);
  return words.length > 0 && words.every((word) => TEAM_WORDS.has(word) || PARTICLES.has(word));
};

/** `Anouk`, `Anouk B.` and `Anouk Bertin` are one person; who comes first counts where it could be several. */
const isSamePerson = (one: readonly string[], other: readonly string[]): boolean =>
  one[0] === other[0] &&
  one.slice(0, other.length).every((word, at) => {
    const [short = '', long = ''] = [word, other[at] ?? ''].sort((a, b) => a.length - b.length);
    return short === long || (at > 0 && short.length === 1 && long.startsWith(short));
  });

type PeopleChoices = Readonly<{ people: RedactChoices['people']; lang: RedactChoices['lang'] }>;

/**
 * What people are called in the copy: numbered, the same number for a name and for the initials that are its own. Initials are changed where they
 * sign, not in texts, where they could be anything.
 */
export function renamePeople(
  people: PeopleNamed,
  { people: option, lang }: PeopleChoices,
  personas: Renaming,
): Renaming {
  if (option === 'keep') return NOBODY;
  const whole = new Map<string, string>();
  const phrases: Phrase[] = [];
  const byInitials = new Map<string, number>();
  const numbered: { readonly words: readonly string[]; readonly number: number }[] = [];
  let count = 0;
  const give = (name: string, isOwner: boolean) => {
    const key = foldName(name);
    if (key === '' || whole.has(key) || (isOwner && isTeam(name))) return;
    const asPersona = personas.whole.get(key);
    if (asPersona) return void whole.set(key, asPersona);
    if (isInitials(name)) {
      const initials = name.replace(/[.\s-]/g, '');
      const number = byInitials.get(initials) ?? ++count;
      byInitials.set(initials, number);
      return void whole.set(key, `P${number}`);
    }
    const words = key.split(' ');
    const same = numbered.find((one) => isSamePerson(one.words, words));
    const number = same?.number ?? ++count;
    numbered.push({ words, number });
    const own = initialsOf(name);
    if (!byInitials.has(own)) byInitials.set(own, number);
    const label = isOwner ? (lang === 'fr' ? 'Responsable' : 'Owner') : 'Participant';
    const to = `${label}\u00A0${number}`;
    whole.set(key, to);
    const inText = option === 'drop' ? '[…]' : to;
    phrases.push(phrase(name, inText, 'people', false, !isOwner || key.includes(' ')));
    if (!isOwner)
      for (const part of nameParts(name))
        if (foldName(part) !== key) phrases.push(phrase(part, inText, 'people', false));
  };
  for (const name of people.participants) give(name, false);
  for (const name of people.authors) give(name, false);
  for (const name of people.owners) give(name, true);
  return { whole, phrases };
}
