import type { PersonaCard } from '@/session/library';

/** What the library is filtered by; values of one facet widen the choice, facets narrow it. */
export const FACETS = ['state', 'kind', 'sector', 'strength', 'maps', 'tags'] as const;
export type Facet = (typeof FACETS)[number];
export type Choices = Readonly<Partial<Record<Facet, readonly string[]>>>;

export const SORTS = ['recent', 'name', 'strength', 'maps', 'used'] as const;
export type Sort = (typeof SORTS)[number];

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface Found {
  readonly cards: readonly PersonaCard[];
  /** How many each value would leave, given the choices in the other facets. */
  readonly counts: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** All that are not archived, or all archived ones while these are shown. */
  readonly total: number;
}

export interface Question {
  readonly choices: Choices;
  readonly sort: Sort;
  /** Personas that the search found, with their place, the best first; null when nothing is searched. */
  readonly hits: ReadonlyMap<string, number> | null;
  /** Ids of personas, last opened first. */
  readonly used: readonly string[];
}

const STRENGTHS = ['', 'hypotheses', 'partly', 'solid'] as const;
/** Orders of facets whose values are known ahead. */
const FIXED: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  state: ['favourite', 'used', 'archived'],
  kind: ['primary', 'secondary', 'negative'],
  strength: ['solid', 'partly', 'hypotheses', 'none'],
  maps: ['empathy-map', 'journey-map', 'none'],
};

const strengthOf = ({ squares }: PersonaCard): string => STRENGTHS[squares ?? 0] || 'none';

function mapsOf({ uses }: PersonaCard): readonly string[] {
  return uses.length === 0 ? ['none'] : [...new Set(uses.map(({ kind }) => kind))];
}

/** Values of each facet in the order of `FACETS`; what was opened lately is not among the states yet. */
type Values = readonly (readonly string[])[];

/** Cards keep their identity while nothing of them changes: their values are made once, not at every key press. */
const known = new WeakMap<PersonaCard, Values>();

function valuesOf(card: PersonaCard): Values {
  const made = known.get(card);
  if (made) return made;
  const state = [...(card.favourite ? ['favourite'] : []), ...(card.archived ? ['archived'] : [])];
  const values = [state, [card.kind], [card.sector.trim()], [strengthOf(card)], mapsOf(card), card.tags];
  known.set(card, values);
  return values;
}

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
  const used = new Map(question.used.map((id, at) => [id, at]));
  const archivedShown = choices.state?.includes('archived') ?? false;
  const isAsked = chosenOf(choices).length > 0;
  const counts = FACETS.map(() => new Map<string, number>());
  const found: PersonaCard[] = [];
  let total = 0;
  for (const card of cards) {
    if (card.archived !== archivedShown) {
      // Its box says how many there are; ticking it shows them.
      if (card.archived) add(counts[0], 'archived');
      continue;
    }
    total += 1;
    if (hits && !hits.has(card.id)) continue;
    const own = valuesOf(card);
    const values = used.has(card.id) ? [[...(own[0] ?? []), 'used'], ...own.slice(1)] : own;
    const missed = isAsked ? missedBy(values, choices) : NONE_MISSED;
    if (missed === NONE_MISSED) found.push(card);
    if (missed === MORE_MISSED) continue;
    for (let at = 0; at < FACETS.length; at += 1) {
      if (missed !== NONE_MISSED && missed !== at) continue;
      for (const value of values[at] ?? []) add(counts[at], value);
    }
  }
  return {
    cards: ordered(found, question, used),
    counts: listed(new Map(FACETS.map((facet, at) => [facet, counts[at] ?? new Map()])), choices),
    total,
  };
}

const NONE_MISSED = -1;
const MORE_MISSED = -2;

/** Which one facet a card misses: its place, or that it misses none or more. */
function missedBy(values: Values, choices: Choices): number {
  let missed = NONE_MISSED;
  for (let at = 0; at < FACETS.length; at += 1) {
    const facet = FACETS[at] as Facet;
    if (fits(facet, choices[facet], values[at] ?? [])) continue;
    if (missed !== NONE_MISSED) return MORE_MISSED;
    missed = at;
  }
  return missed;
}

/** States are all asked for at once: a favourite that was used lately. */
function fits(facet: Facet, chosen: readonly string[] | undefined, values: readonly string[]): boolean {
  if (!chosen || chosen.length === 0) return true;
  return facet === 'state'
    ? chosen.every((value) => values.includes(value))
    : chosen.some((value) => values.includes(value));
}

function add(counts: Map<string, number> | undefined, value: string): void {
  counts?.set(value, (counts.get(value) ?? 0) + 1);
}

function listed(counts: ReadonlyMap<Facet, Map<string, number>>, choices: Choices): Found['counts'] {
  const listOf = (facet: Facet): readonly FacetCount[] => {
    const found = counts.get(facet) ?? new Map<string, number>();
    // A chosen value stays where it can be taken back, even when nothing is left of it.
    for (const value of choices[facet] ?? []) if (!found.has(value)) found.set(value, 0);
    const fixed = FIXED[facet];
    if (fixed) return fixed.flatMap((value) => (found.has(value) ? [{ value, count: found.get(value) ?? 0 }] : []));
    return [...found]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || byText.compare(a.value, b.value));
  };
  return {
    state: listOf('state'),
    kind: listOf('kind'),
    sector: listOf('sector'),
    strength: listOf('strength'),
    maps: listOf('maps'),
    tags: listOf('tags'),
  };
}

const byText = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

type Compare = (a: PersonaCard, b: PersonaCard) => number;

/** Cards come newest first, and sorting leaves equal ones as they stand. */
function ordered(
  cards: PersonaCard[],
  { sort, hits }: Question,
  used: ReadonlyMap<string, number>,
): readonly PersonaCard[] {
  // What fits the words best comes first, whatever the order was.
  if (hits) {
    const places: PersonaCard[] = new Array(hits.size);
    for (const card of cards) places[hits.get(card.id) ?? 0] = card;
    // Places of what the filters left out are empty, and passed over.
    return places.filter(() => true);
  }
  const recent = byTime(cards);
  const place = ({ id }: PersonaCard) => used.get(id) ?? used.size;
  const orders: Readonly<Record<Exclude<Sort, 'recent'>, Compare>> = {
    name: (a, b) => byText.compare(a.name, b.name),
    strength: (a, b) => (b.squares ?? 0) - (a.squares ?? 0),
    maps: (a, b) => b.uses.length - a.uses.length,
    used: (a, b) => place(a) - place(b),
  };
  return sort === 'recent' ? recent : recent.sort(orders[sort]);
}

/** Newest first; what stands so already is not sorted. */
function byTime(cards: PersonaCard[]): PersonaCard[] {
  const isSorted = cards.every((card, at) => at === 0 || (cards[at - 1]?.updatedAt ?? 0) >= card.updatedAt);
  return isSorted ? cards : cards.sort((a, b) => b.updatedAt - a.updatedAt);
}

/** The choices with one value put in or taken out. */
export function toggled(choices: Choices, facet: Facet, value: string): Choices {
  const chosen = choices[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...choices, [facet]: next };
}

/** Every chosen value, facet by facet. */
export const chosenOf = (choices: Choices): readonly { readonly facet: Facet; readonly value: string }[] =>
  FACETS.flatMap((facet) => (choices[facet] ?? []).map((value) => ({ facet, value })));
