import type { PersonaId } from '@shared/base/ids';
import { comparedWords, NEAR, similarity } from '@shared/boards/persona/lint';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { PersonaCard } from '@/session/library';
import type { Workspace } from '@/session/workspaceApi';

export type People = Readonly<Record<PersonaId, PersonaDoc>>;

/** So many of the library are read one by one, latest edits first; a larger library is looked through by the index of the search. */
export const MOST_READ = 400;
/** So many are named at most, the most alike: a hundred copies are merged a few at a time. */
const MOST_NAMED = 48;
const AT_ONCE = 12;
/** Personas that are nearly near are kept too: the next word typed may make them so. */
const NEARLY = NEAR * 0.75;

type Ports = Pick<Workspace, 'library' | 'search' | 'peek'>;

interface Near {
  readonly card: PersonaCard;
  readonly doc: PersonaDoc;
}

/** The cards of these ids, in their order; those that are not there are left out. */
function cardsOf(cards: readonly PersonaCard[], ids: readonly PersonaId[]): readonly PersonaCard[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The most alike first, as many as are named. */
function mostAlike(found: readonly Near[], doc: PersonaDoc): ReadonlyMap<PersonaId, Near> {
  const sorted = found
    .map((near) => ({ near, alike: similarity(doc, near.doc) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_NAMED);
  return new Map(sorted.map(({ near }) => [near.card.id, near]));
}

/**
 * Looks for the personas of the library that resemble one, when nothing else is to be done, and shows them: among those that were edited
 * last, and in a larger library among all of them as soon as the index is there. From then on it looks again at every change. Those that are
 * archived or deleted meanwhile go at once. Returns the way to stop.
 */
export function watchNear(
  { library, search, peek }: Ports,
  id: PersonaId,
  doc: () => PersonaDoc,
  show: (near: People) => void,
): () => void {
  let idle = 0;
  let turn = 0;
  let near: ReadonlyMap<PersonaId, Near> = new Map();

  const others = (): readonly PersonaCard[] =>
    library.getState().personas.filter((card) => card.id !== id && !card.archived);

  /** What was read of it, if it has not changed since: a card is another one after every change. */
  const known = (card: PersonaCard): PersonaDoc | null => {
    const before = near.get(card.id);
    return before?.card === card ? before.doc : null;
  };

  const keep = (found: ReadonlyMap<PersonaId, Near>): void => {
    const isSame = found.size === near.size && [...found].every(([key, { doc }]) => near.get(key)?.doc === doc);
    near = found;
    if (!isSame) show(Object.fromEntries([...found].map(([key, { doc }]) => [key, doc])));
  };

  /** Those among them that are near, read a few at a time, whenever there is time; null when another look began meanwhile. */
  const read = async (cards: readonly PersonaCard[], mine: number): Promise<readonly Near[] | null> => {
    const found: Near[] = [];
    for (let from = 0; from < cards.length; from += AT_ONCE) {
      if (from > 0) await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 3000 }));
      if (mine !== turn) return null;
      const some = cards.slice(from, from + AT_ONCE);
      const docs = await Promise.all(some.map((card) => known(card) ?? peek<PersonaDoc>(card.id)));
      some.forEach((card, at) => {
        const other = docs[at];
        if (other && similarity(doc(), other) >= NEARLY) found.push({ card, doc: other });
      });
    }
    return mine === turn ? found : null;
  };

  const look = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const everybody = others();
    if (everybody.length > MOST_READ && search.state.getState().status === 'off') search.start();
    const alike = await search.alike(comparedWords(doc()), NEARLY);
    const cards = alike ? cardsOf(everybody, alike).slice(0, MOST_NAMED) : everybody.slice(0, MOST_READ);
    const found = await read(cards, mine);
    if (!found) return;
    const here = new Set(others().map((card) => card.id));
    const still = found.filter(({ card }) => here.has(card.id));
    keep(mostAlike(still, doc()));
  };

  const lookSoon = (): void => {
    cancelIdleCallback(idle);
    idle = requestIdleCallback(() => void look(), { timeout: 3000 });
  };

  const stopSearch = search.state.subscribe((now, before) => {
    if (now.status === 'ready' && (before.status !== 'ready' || now.changes !== before.changes)) lookSoon();
  });
  const stopLibrary = library.subscribe(() => {
    if (near.size === 0) return;
    const here = new Set(others().flatMap((card) => (near.has(card.id) ? card.id : [])));
    if (here.size < near.size) keep(new Map([...near].filter(([key]) => here.has(key))));
  });
  lookSoon();
  return () => {
    turn += 1;
    cancelIdleCallback(idle);
    stopSearch();
    stopLibrary();
  };
}
