import { PERSONA_ROLES } from '@shared/boards/persona/templates';
import type { PersonaCard } from '@/session/library';
import {
  ARCHIVED_CODE,
  type CodedCards,
  codeCount,
  codedCards,
  codeOf,
  codesOfFacet,
  FACETS,
  type Facet,
  facetOfCode,
  spellingOf,
  USED_CODE,
} from './facetCodes';

export type Choices = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const SORTS = ['recent', 'name', 'strength', 'maps', 'used'] as const;
export type Sort = (typeof SORTS)[number];
/** An order of cards; how well they fit the words is one only while something is searched. */
export type Order = Sort | 'relevance';

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What answers a question. A key press looks at a dozen of ten thousand: what nobody asks for is not made. */
export interface Found {
  /** How many cards answer. */
  readonly size: number;
  /** All that are not archived, or all archived ones while these are shown. */
  readonly total: number;
  /** The cards from one place of the order to before another. */
  readonly slice: (from: number, end: number) => readonly PersonaCard[];
  /** The place of a persona in the order; -1 where it does not answer. */
  readonly placeOf: (id: string) => number;
  /** Every card that answers; made when it is first asked for. */
  readonly cards: readonly PersonaCard[];
  /** How many each value would leave, given the choices in the other facets; counted when they are first asked for. */
  readonly counts: Readonly<Record<Facet, readonly FacetCount[]>>;
}

export interface Question {
  readonly choices: Choices;
  readonly sort: Order;
  /** Places among the cards of what the search found, the best first; null when nothing is searched. */
  readonly hits: Int32Array | null;
  /** Ids of personas, last opened first. */
  readonly used: readonly string[];
}

/** Orders of facets whose values are known ahead. */
const FIXED: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  state: ['favourite', 'used', 'archived'],
  role: [...PERSONA_ROLES, 'none'],
  kind: ['primary', 'secondary', 'negative'],
  strength: ['solid', 'partly', 'hypotheses', 'none'],
  maps: ['empathy-map', 'journey-map', 'none'],
};

/** The library as it is when nothing is asked, so that coming back to it costs nothing. */
const plain = new WeakMap<readonly PersonaCard[], Map<string, Found>>();

/** Cards that answer a question, in its order, with the counts of every facet. */
export function findPersonas(cards: readonly PersonaCard[], question: Question): Found {
  if (question.hits || chosenOf(question.choices).length > 0) return findAmong(cards, question);
  const key = `${question.sort} ${question.used.join(' ')}`;
  const all = plain.get(cards) ?? new Map<string, Found>();
  const found = all.get(key) ?? findAmong(cards, question);
  plain.set(cards, all.set(key, found));
  return found;
}

function findAmong(cards: readonly PersonaCard[], question: Question): Found {
  const { choices, hits } = question;
  const coded = codedCards(cards);
  const archivedShown = choices.state?.includes('archived') ?? false;
  const among = archivedShown ? 1 : 0;
  const total = archivedShown ? coded.archivedCount : cards.length - coded.archivedCount;
  const asked = askedOf(choices);
  const places = hits ?? coded.places;
  const looked = (): Looked => ({ ...coded, isUsed: usedPlaces(coded, question.used), among });
  const count = (counting: (counts: Uint32Array) => void): Found['counts'] => {
    const counts = new Uint32Array(codeCount());
    counting(counts);
    // Its box says how many there are; ticking it shows them.
    if (!archivedShown) counts[ARCHIVED_CODE] = coded.archivedCount;
    return listed(cards, counts, choices);
  };
  if (asked) {
    let kept = places;
    const counts = count((to) => {
      kept = keepAsked(looked(), places, to, asked);
    });
    return foundAt(cards, kept, question, total, () => counts);
  }
  const kept = keepAmong(coded.archived, places, among);
  return foundAt(cards, kept, question, total, () => count((to) => countAll(looked(), kept, to)));
}

/** What was found, by the places of its cards. */
function foundAt(
  cards: readonly PersonaCard[],
  kept: Int32Array,
  question: Question,
  total: number,
  count: () => Found['counts'],
): Found {
  let ordered: Int32Array | null = null;
  const places = (): Int32Array => {
    ordered ??= inOrder(cards, kept, question);
    return ordered;
  };
  const slice = (from: number, end: number): PersonaCard[] => {
    const some: PersonaCard[] = [];
    for (let next = from; next < Math.min(end, kept.length); next += 1) {
      const card = cards[places()[next] as number];
      if (card) some.push(card);
    }
    return some;
  };
  let all: readonly PersonaCard[] | null = null;
  let counts: Found['counts'] | null = null;
  return {
    size: kept.length,
    total,
    placeOf: (id) => {
      const place = codedCards(cards).placeOf.get(id);
      return place === undefined ? -1 : places().indexOf(place);
    },
    slice,
    get cards() {
      all ??= slice(0, kept.length);
      return all;
    },
    get counts() {
      counts ??= count();
      return counts;
    },
  };
}

function usedPlaces({ placeOf, places }: CodedCards, used: readonly string[]): Uint8Array {
  const isUsed = new Uint8Array(places.length);
  for (const id of used) {
    const place = placeOf.get(id);
    if (place !== undefined) isUsed[place] = 1;
  }
  return isUsed;
}

interface Looked extends CodedCards {
  /** By place: 1 for what was opened lately. */
  readonly isUsed: Uint8Array;
  /** 1 to look among archived cards, 0 among the others. */
  readonly among: 0 | 1;
}

/** Keeps the places of archived cards, or of the others. A key press calls it once, for ten thousand: arrays of numbers alone are fast at once. */
function keepAmong(archived: Uint8Array, places: Int32Array, among: 0 | 1): Int32Array {
  const kept = new Int32Array(places.length);
  let size = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    if (archived[place] !== among) continue;
    kept[size] = place;
    size += 1;
  }
  return kept.subarray(0, size);
}

/** Counts the values of the cards at some places. */
function countAll({ codes, starts, isUsed }: Looked, kept: Int32Array, counts: Uint32Array): void {
  for (let at = 0; at < kept.length; at += 1) {
    const place = kept[at] as number;
    const end = starts[place + 1] as number;
    for (let next = starts[place] as number; next < end; next += 1) {
      const code = codes[next] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    counts[USED_CODE] = (counts[USED_CODE] as number) + (isUsed[place] as number);
  }
}

const NONE_MISSED = -1;
const MORE_MISSED = -2;
const STATE = FACETS.indexOf('state');

interface Asked {
  /** By code: it is one of those chosen. */
  readonly chosen: Uint8Array;
  /** By facet: how many of the chosen values a card must have; 0 where nothing is chosen. */
  readonly needed: readonly number[];
}

/** The choices as codes; null when there are none. States are all asked for at once: a favourite that was used lately. */
function askedOf(choices: Choices): Asked | null {
  const all = chosenOf(choices);
  if (all.length === 0) return null;
  const codes = all.map(({ facet, value }) => codeOf(facet, value));
  const chosen = new Uint8Array(codeCount());
  for (const code of codes) chosen[code] = 1;
  const needed = FACETS.map((facet) => {
    const count = choices[facet]?.length ?? 0;
    return facet === 'state' ? count : Math.min(1, count);
  });
  return { chosen, needed };
}

/** Keeps the places that have what is asked, and counts the values of those that miss nothing but the value's own facet. */
function keepAsked(looked: Looked, places: Int32Array, counts: Uint32Array, { chosen, needed }: Asked): Int32Array {
  const { codes, starts, archived, isUsed, among } = looked;
  const kept = new Int32Array(places.length);
  const has = new Uint32Array(needed.length);
  let size = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    if (archived[place] !== among) continue;
    const [from, end] = [starts[place] as number, starts[place + 1] as number];
    has.fill(0);
    for (let next = from; next < end; next += 1) {
      const code = codes[next] as number;
      has[facetOfCode(code)] = (has[facetOfCode(code)] as number) + (chosen[code] as number);
    }
    if (isUsed[place]) has[STATE] = (has[STATE] as number) + (chosen[USED_CODE] as number);
    const missed = missedBy(has, needed);
    if (missed === MORE_MISSED) continue;
    if (missed === NONE_MISSED) {
      kept[size] = place;
      size += 1;
    }
    for (let next = from; next < end; next += 1) {
      const code = codes[next] as number;
      if (missed === NONE_MISSED || facetOfCode(code) === missed) counts[code] = (counts[code] as number) + 1;
    }
    if (isUsed[place] && (missed === NONE_MISSED || missed === STATE))
      counts[USED_CODE] = (counts[USED_CODE] as number) + 1;
  }
  return kept.subarray(0, size);
}

/** Which one facet a card misses: its place, or that it misses none or more. */
function missedBy(has: Uint32Array, needed: readonly number[]): number {
  let missed = NONE_MISSED;
  for (let facet = 0; facet < needed.length; facet += 1) {
    if ((has[facet] ?? 0) >= (needed[facet] ?? 0)) continue;
    if (missed !== NONE_MISSED) return MORE_MISSED;
    missed = facet;
  }
  return missed;
}

function listed(cards: readonly PersonaCard[], counts: Uint32Array, choices: Choices): Found['counts'] {
  const listOf = (facet: Facet): readonly FacetCount[] => {
    const chosen = new Set((choices[facet] ?? []).map((value) => codeOf(facet, value)));
    const count = (code: number) => counts[code] ?? 0;
    // A chosen value stays where it can be taken back, even when nothing is left of it.
    const shown = (code: number) => count(code) > 0 || chosen.has(code);
    const lines = (codes: readonly number[]) =>
      codes.filter(shown).map((code) => ({ value: spellingOf(code, cards), count: count(code) }));
    const fixed = FIXED[facet];
    return fixed
      ? lines(fixed.map((value) => codeOf(facet, value)))
      : lines(codesOfFacet(facet)).sort((a, b) => b.count - a.count);
  };
  return {
    state: listOf('state'),
    role: listOf('role'),
    sector: listOf('sector'),
    strength: listOf('strength'),
    maps: listOf('maps'),
    kind: listOf('kind'),
    occupation: listOf('occupation'),
    tags: listOf('tags'),
  };
}

const byText = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** All cards of a library in one order, as numbers: a search then sorts its hits by these alone. */
interface Ranks {
  readonly key: string;
  /** Places, first to last. */
  readonly order: Int32Array;
  /** By place: where it stands in `order`. */
  readonly rank: Int32Array;
}

const knownRanks = new WeakMap<readonly PersonaCard[], Ranks>();

/** Some places in the order that is asked for. Hits stand in their own, the best first. */
function inOrder(cards: readonly PersonaCard[], kept: Int32Array, { sort, hits, used }: Question): Int32Array {
  if (hits && sort === 'relevance') return kept;
  const { order, rank } = ranksOf(cards, sort === 'relevance' ? 'recent' : sort, used);
  return kept
    .map((place) => rank[place] ?? 0)
    .sort()
    .map((at) => order[at] ?? 0);
}

function ranksOf(cards: readonly PersonaCard[], sort: Sort, used: readonly string[]): Ranks {
  const key = sort === 'used' ? used.join(' ') : sort;
  const known = knownRanks.get(cards);
  if (known?.key === key) return known;
  const order = Int32Array.from(sorted(cards, sort, used));
  const rank = new Int32Array(order.length);
  order.forEach((place, at) => {
    rank[place] = at;
  });
  const made = { key, order, rank };
  knownRanks.set(cards, made);
  return made;
}

type Compare = (a: PersonaCard, b: PersonaCard) => number;

/** Places of all cards in an order. Sorting leaves equal ones newest first, as cards come. */
function sorted(cards: readonly PersonaCard[], sort: Sort, used: readonly string[]): readonly number[] {
  const recent = byTime(cards);
  if (sort === 'recent') return recent;
  const last = new Map(used.map((id, at) => [id, at]));
  const lastUse = ({ id }: PersonaCard) => last.get(id) ?? last.size;
  const orders: Readonly<Record<Exclude<Sort, 'recent'>, Compare>> = {
    name: (a, b) => byText.compare(a.name, b.name),
    strength: (a, b) => (b.squares ?? 0) - (a.squares ?? 0),
    maps: (a, b) => b.uses.length - a.uses.length,
    used: (a, b) => lastUse(a) - lastUse(b),
  };
  return recent.sort((a, b) => orders[sort](cards[a] as PersonaCard, cards[b] as PersonaCard));
}

/** Places, newest first; what stands so already is not sorted. */
function byTime(cards: readonly PersonaCard[]): number[] {
  const time = (place: number) => cards[place]?.updatedAt ?? 0;
  const places = cards.map((_, place) => place);
  const isSorted = places.every((place) => place === 0 || time(place - 1) >= time(place));
  return isSorted ? places : places.sort((a, b) => time(b) - time(a));
}

/** True where a value is among the choices, however it is written there. */
export const isChosen = (choices: Choices, facet: Facet, value: string): boolean =>
  (choices[facet] ?? []).some((chosen) => codeOf(facet, chosen) === codeOf(facet, value));

/** The choices with one value put in or taken out. */
export function toggled(choices: Choices, facet: Facet, value: string): Choices {
  const chosen = choices[facet] ?? [];
  const next = isChosen(choices, facet, value)
    ? chosen.filter((other) => codeOf(facet, other) !== codeOf(facet, value))
    : [...chosen, value];
  return { ...choices, [facet]: next };
}

/** Every chosen value, facet by facet. */
export const chosenOf = (choices: Choices): readonly { readonly facet: Facet; readonly value: string }[] =>
  FACETS.flatMap((facet) => (choices[facet] ?? []).map((value) => ({ facet, value })));
