import { roleOfTemplate } from '@shared/boards/persona/templates';
import { foldValue } from '@shared/text/searchText';
import type { PersonaCard } from '@/session/library';

/** What the library is filtered by; values of one facet widen the choice, facets narrow it. */
export const FACETS = ['state', 'role', 'sector', 'strength', 'maps', 'kind', 'occupation', 'tags'] as const;
export type Facet = (typeof FACETS)[number];

/** Facets of what users wrote: spellings that differ by case, accents or spaces alone are one value. */
const WRITTEN: ReadonlySet<Facet> = new Set(['sector', 'occupation', 'tags']);

/** Cards as counting wants them: at every key press it looks at all that answer. */
export interface CodedCards {
  /** Codes of the values of all cards, one card after the other; what was opened lately is not among the states. */
  readonly codes: Uint32Array;
  /** Where the codes of each card begin, and where the last one's end. */
  readonly starts: Uint32Array;
  /** By place: 1 for an archived card. */
  readonly archived: Uint8Array;
  readonly archivedCount: number;
  /** Place of each card by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Every place, in order. */
  readonly places: Int32Array;
}

const STRENGTHS = ['', 'hypotheses', 'partly', 'solid'] as const;

const strengthOf = ({ squares }: PersonaCard): string => STRENGTHS[squares ?? 0] || 'none';

/** Each value that was ever seen has a number, so that counting is adding to an array. */
interface Book {
  /** By spelling, as it was written. */
  readonly codes: Map<string, number>;
  /** By what all spellings of a value have in common. */
  readonly folded: Map<string, number>;
  /** Codes in the order of their texts; made anew when there are more of them. */
  sorted: readonly number[];
}

const books: Readonly<Record<Facet, Book>> = {
  state: newBook(),
  role: newBook(),
  sector: newBook(),
  strength: newBook(),
  maps: newBook(),
  kind: newBook(),
  occupation: newBook(),
  tags: newBook(),
};
const facetsOfCodes: number[] = [];
/** By code: every spelling that was seen of it, the first one first. */
const spellings: string[][] = [];

function newBook(): Book {
  return { codes: new Map(), folded: new Map(), sorted: [] };
}

/** The code of a value of a facet, for as long as the window lives: the same for all its spellings. */
export function codeOf(facet: Facet, value: string): number {
  const book = books[facet];
  const known = book.codes.get(value);
  if (known !== undefined) return known;
  const text = WRITTEN.has(facet) ? foldValue(value) : value;
  const code = book.folded.get(text) ?? facetsOfCodes.push(FACETS.indexOf(facet)) - 1;
  book.folded.set(text, code);
  book.codes.set(value, code);
  spellings[code] = [...(spellings[code] ?? []), value];
  return code;
}

/** The codes of the two states that are not read off a card alone. */
export const ARCHIVED_CODE = codeOf('state', 'archived');
export const USED_CODE = codeOf('state', 'used');

/** How many codes there are: every code is less. */
export const codeCount = (): number => facetsOfCodes.length;

/** The facet of a code, as its place in `FACETS`. */
export const facetOfCode = (code: number): number => facetsOfCodes[code] ?? 0;

const byText = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Every code of a facet, in the order of their texts. */
export function codesOfFacet(facet: Facet): readonly number[] {
  const book = books[facet];
  if (book.sorted.length !== book.folded.size)
    book.sorted = [...book.folded].sort(([a], [b]) => byText.compare(a, b)).map(([, code]) => code);
  return book.sorted;
}

const knownSpellings = new WeakMap<readonly PersonaCard[], ReadonlyMap<number, string>>();

/** How a value is written: as most of the cards write it. */
export function spellingOf(code: number, cards: readonly PersonaCard[]): string {
  const all = spellings[code] ?? [];
  if (all.length < 2) return all[0] ?? '';
  const known = knownSpellings.get(cards) ?? usualSpellings(cards);
  knownSpellings.set(cards, known);
  return known.get(code) ?? all[0] ?? '';
}

/** Of values that are written in several ways, the most frequent one; of two, the one with a capital. */
function usualSpellings(cards: readonly PersonaCard[]): ReadonlyMap<number, string> {
  const tallies = new Map<number, Map<string, number>>();
  for (const card of cards)
    for (const [facet, value] of writtenOn(card)) {
      const code = codeOf(facet, value);
      if ((spellings[code]?.length ?? 0) < 2) continue;
      const tally = tallies.get(code) ?? new Map<string, number>();
      tallies.set(code, tally.set(value, (tally.get(value) ?? 0) + 1));
    }
  const usual = ([a, many]: readonly [string, number], [b, more]: readonly [string, number]) =>
    more - many || (a < b ? -1 : 1);
  return new Map([...tallies].map(([code, tally]) => [code, [...tally].sort(usual)[0]?.[0] ?? '']));
}

/** What a card says in words of its own. */
function writtenOn({ sector, role, tags }: PersonaCard): readonly (readonly [Facet, string])[] {
  return [['sector', sector.trim()], ['occupation', role.trim()], ...tags.map((tag) => ['tags', tag.trim()] as const)];
}

/** Cards keep their identity while nothing of them changes: their values are coded once. */
const knownCards = new WeakMap<PersonaCard, readonly number[]>();
const knownLists = new WeakMap<readonly PersonaCard[], CodedCards>();

function codesOf(card: PersonaCard): readonly number[] {
  const known = knownCards.get(card);
  if (known) return known;
  const maps = new Set(card.uses.map((use) => use.kind));
  const codes = [
    ...new Set([
      codeOf('role', roleOfTemplate(card.template) ?? 'none'),
      codeOf('kind', card.kind),
      codeOf('strength', strengthOf(card)),
      ...(maps.size === 0 ? [codeOf('maps', 'none')] : [...maps].map((kind) => codeOf('maps', kind))),
      ...writtenOn(card).map(([facet, value]) => codeOf(facet, value)),
      ...(card.favourite ? [codeOf('state', 'favourite')] : []),
      ...(card.archived ? [ARCHIVED_CODE] : []),
    ]),
  ];
  knownCards.set(card, codes);
  return codes;
}

/** The cards of a library, coded; made once for each list. */
export function codedCards(cards: readonly PersonaCard[]): CodedCards {
  const known = knownLists.get(cards);
  if (known) return known;
  const own = cards.map(codesOf);
  const starts = new Uint32Array(cards.length + 1);
  own.forEach((codes, at) => {
    starts[at + 1] = (starts[at] ?? 0) + codes.length;
  });
  const made: CodedCards = {
    codes: Uint32Array.from(own.flat()),
    starts,
    archived: Uint8Array.from(cards, ({ archived }) => (archived ? 1 : 0)),
    archivedCount: cards.filter(({ archived }) => archived).length,
    placeOf: new Map(cards.map(({ id }, place) => [id, place])),
    places: Int32Array.from(cards, (_, place) => place),
  };
  knownLists.set(cards, made);
  return made;
}
