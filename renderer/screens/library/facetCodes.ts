import type { PersonaCard } from '@/session/library';

/** What the library is filtered by; values of one facet widen the choice, facets narrow it. */
export const FACETS = ['state', 'kind', 'sector', 'strength', 'maps', 'tags'] as const;
export type Facet = (typeof FACETS)[number];

/** Cards as counting wants them: at every key press it looks at all that answer. */
export interface CodedCards {
  /** Codes of the values of each card, in the order of the cards; what was opened lately is not among the states. */
  readonly codes: readonly (readonly number[])[];
  /** Place of each card by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** How many are archived. */
  readonly archived: number;
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
  const made: CodedCards = {
    codes: cards.map(codesOf),
    placeOf: new Map(cards.map(({ id }, place) => [id, place])),
    archived: cards.reduce((total, card) => total + (card.archived ? 1 : 0), 0),
  };
  knownLists.set(cards, made);
  return made;
}
