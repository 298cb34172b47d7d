import type { BoardId, DocId, PersonaId, WorkshopId } from '@shared/base/ids';
import type { Portrait } from '@shared/boards/persona/portraitModel';
import { portraitText } from '@shared/boards/persona/portraitText';
import { BOARD_KINDS, type BoardKindId } from '@shared/model/document';
import type { PersonaSummary } from '@/storage/database';
import type { DocEntry } from './facts';
import type { LibraryState, PersonaCard, PersonaUse, TrashedPersona } from './library';

type Entries = ReadonlyMap<DocId, DocEntry>;

/** The cards of all personas, newest edit first, and of those in the trash; what did not change keeps its identity. */
export type PersonaCards = (all: Entries) => Pick<LibraryState, 'personas' | 'personaTrash'>;

interface Links {
  readonly uses: readonly PersonaUse[];
  readonly workshops: readonly WorkshopId[];
}

const NOWHERE: Links = { uses: [], workshops: [] };

/** What a row of before summaries shows until it is made anew. */
const UNKNOWN: PersonaSummary = {
  role: '',
  tagline: '',
  place: '',
  quote: '',
  tags: [],
  sector: '',
  kind: 'primary',
  template: '',
  squares: null,
  favourite: false,
  archived: false,
  portrait: '',
  photo: null,
};

export function createPersonaCards(): PersonaCards {
  const known = new Map<DocId, { readonly entry: DocEntry; readonly links: string; readonly card: PersonaCard }>();
  let last: readonly PersonaCard[] = [];
  let lastTrash: readonly TrashedPersona[] = [];
  return (all) => {
    const entries = [...all.values()];
    const links = linksOf(all, entries);
    const cards: PersonaCard[] = [];
    const trash: TrashedPersona[] = [];
    for (const entry of entries) {
      if (entry.kind !== 'persona') continue;
      const linked = links.get(entry.id as PersonaId) ?? NOWHERE;
      if (entry.trashedAt !== null) {
        trash.push({ ...cardOf(entry, linked), trashedAt: entry.trashedAt });
        continue;
      }
      const key = linked === NOWHERE ? '' : JSON.stringify(linked);
      const before = known.get(entry.id);
      const card = before?.entry === entry && before.links === key ? before.card : cardOf(entry, linked);
      if (card !== before?.card) known.set(entry.id, { entry, links: key, card });
      cards.push(card);
    }
    cards.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
    const isSame = cards.length === last.length && cards.every((card, at) => card === last[at]);
    if (!isSame) last = cards;
    trash.sort((a, b) => b.trashedAt - a.trashedAt || (a.id < b.id ? -1 : 1));
    if (trash.length > 0 || lastTrash.length > 0) lastTrash = trash;
    return { personas: last, personaTrash: lastTrash };
  };
}

function cardOf({ id, summary, createdAt, updatedAt }: DocEntry, links: Links): PersonaCard {
  const about = summary.persona ?? UNKNOWN;
  // Rows that are not made anew yet keep it as it was before it was a text.
  const portrait: unknown = about.portrait;
  const own = typeof portrait === 'string' ? about : { ...about, portrait: portraitText(portrait as Portrait | null) };
  // A name of spaces alone is none.
  return { ...own, ...links, id: id as PersonaId, name: summary.title.trim(), createdAt, updatedAt };
}

/** Where each persona stands: the workshops that link it and the boards of these that are about it. */
function linksOf(all: Entries, entries: readonly DocEntry[]): ReadonlyMap<PersonaId, Links> {
  const found = new Map<PersonaId, { uses: PersonaUse[]; workshops: WorkshopId[] }>();
  const of = (id: PersonaId) => {
    let links = found.get(id);
    if (!links) {
      links = { uses: [], workshops: [] };
      found.set(id, links);
    }
    return links;
  };
  for (const { id, summary, trashedAt } of entries) {
    const { workshop } = summary;
    if (!workshop || trashedAt !== null) continue;
    const workshopId = id as WorkshopId;
    for (const personaId of Object.keys(workshop.personas) as PersonaId[]) of(personaId).workshops.push(workshopId);
    for (const boardId of Object.keys(workshop.boards) as BoardId[]) {
      const board = all.get(boardId);
      const kind = BOARD_KINDS.find((known): known is BoardKindId => known === board?.kind);
      if (!kind) continue;
      for (const about of board?.summary.about ?? []) of(about).uses.push({ boardId, kind, workshopId });
    }
  }
  return found;
}
