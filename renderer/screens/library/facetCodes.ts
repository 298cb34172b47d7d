import type { PersonaCard } from '@/session/library';

/** What the library is filtered by; values of one facet widen the choice, facets narrow it. */
export const FACETS = ['state', 'kind', 'sector', 'strength', 'maps', 'tags'] as const;
export type Facet = (typeof FACETS)[number];

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
const facetsOfCodes: number[] = [];
const books = FACETS.map(() => new Map<string, number>());

/** The code of a value of a facet, for as long as the window lives. */
export function codeOf(facet: Facet, value: string): number {
  return codeIn(FACETS.indexOf(facet), value);
}

function codeIn(facet: number, value: string): number {
  const book = books[facet];
  const known = book?.get(value);
  if (known !== undefined) return known;
  const code = facetsOfCodes.push(facet) - 1;
  book?.set(value, code);
  return code;
}

/** The codes of the two states that are not read off a card alone. */
export const ARCHIVED_CODE = codeOf('state', 'archived');
export const USED_CODE = codeOf('state', 'used');

/** How many codes there are: every code is less. */
export const codeCount = (): number => facetsOfCodes.length;

/** The facet of a code, as its place in `FACETS`. */
export const facetOfCode = (code: number): number => facetsOfCodes[code] ?? 0;

/** Every value of a facet that has a code. */
export const valuesOfFacet = (facet: Facet): readonly string[] => [...(books[FACETS.indexOf(facet)]?.keys() ?? [])];

/** Cards keep their identity while nothing of them changes: their values are coded once. */
const knownCards = new WeakMap<PersonaCard, readonly number[]>();
const knownLists = new WeakMap<readonly PersonaCard[], CodedCards>();

function codesOf(card: PersonaCard): readonly number[] {
  const known = knownCards.get(card);
  if (known) return known;
  const codes = [codeIn(1, card.kind), codeIn(2, card.sector.trim()), codeIn(3, strengthOf(card))];
  if (card.favourite) codes.push(codeIn(0, 'favourite'));
  if (card.archived) codes.push(ARCHIVED_CODE);
  if (card.uses.length === 0) codes.push(codeIn(4, 'none'));
  else for (const kind of new Set(card.uses.map((use) => use.kind))) codes.push(codeIn(4, kind));
  for (const tag of new Set(card.tags)) codes.push(codeIn(5, tag));
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
