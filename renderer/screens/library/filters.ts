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
  /** Personas that the search found, with how well; null when nothing is searched. */
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

type ValuesOf = (card: PersonaCard) => readonly string[];

const valuesOf = (used: ReadonlyMap<string, number>): Readonly<Record<Facet, ValuesOf>> => ({
  state: (card) => [
    ...(card.favourite ? ['favourite'] : []),
    ...(used.has(card.id) ? ['used'] : []),
    ...(card.archived ? ['archived'] : []),
  ],
  kind: (card) => [card.kind],
  sector: (card) => [card.sector.trim()],
  strength: (card) => [strengthOf(card)],
  maps: mapsOf,
  tags: (card) => card.tags,
});

/** Cards that answer a question, in its order, with the counts of every facet. */
export function findPersonas(cards: readonly PersonaCard[], question: Question): Found {
  const { choices, hits } = question;
  const used = new Map(question.used.map((id, at) => [id, at]));
  const values = valuesOf(used);
  const archivedShown = choices.state?.includes('archived') ?? false;
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  const found: PersonaCard[] = [];
  let total = 0;
  for (const card of cards) {
    if (card.archived !== archivedShown) {
      // Its box says how many there are; ticking it shows them.
      if (card.archived) add(counts, 'state', 'archived');
      continue;
    }
    total += 1;
    if (hits && !hits.has(card.id)) continue;
    const all = FACETS.map((facet) => values[facet](card));
    const missed = FACETS.filter((facet, at) => !fits(facet, choices[facet], all[at] ?? []));
    if (missed.length === 0) found.push(card);
    if (missed.length > 1) continue;
    for (const [at, facet] of FACETS.entries()) {
      if (missed.length === 1 && missed[0] !== facet) continue;
      for (const value of all[at] ?? []) add(counts, facet, value);
    }
  }
  found.sort(orderOf(question, used));
  return { cards: found, counts: listed(counts, choices), total };
}

/** States are all asked for at once: a favourite that was used lately. */
function fits(facet: Facet, chosen: readonly string[] | undefined, values: readonly string[]): boolean {
  if (!chosen || chosen.length === 0) return true;
  return facet === 'state'
    ? chosen.every((value) => values.includes(value))
    : chosen.some((value) => values.includes(value));
}

function add(counts: ReadonlyMap<Facet, Map<string, number>>, facet: Facet, value: string): void {
  const facetCounts = counts.get(facet);
  facetCounts?.set(value, (facetCounts.get(value) ?? 0) + 1);
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

function orderOf({ sort, hits }: Question, used: ReadonlyMap<string, number>): Compare {
  const recent: Compare = (a, b) => b.updatedAt - a.updatedAt;
  // What fits the words best comes first, whatever the order was.
  if (hits) return (a, b) => (hits.get(b.id) ?? 0) - (hits.get(a.id) ?? 0) || recent(a, b);
  const place = ({ id }: PersonaCard) => used.get(id) ?? used.size;
  const orders: Readonly<Record<Sort, Compare>> = {
    recent,
    name: (a, b) => byText.compare(a.name, b.name),
    strength: (a, b) => (b.squares ?? 0) - (a.squares ?? 0) || recent(a, b),
    maps: (a, b) => b.uses.length - a.uses.length || recent(a, b),
    used: (a, b) => place(a) - place(b) || recent(a, b),
  };
  return orders[sort];
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
