import type { DocId, WorkshopId } from '@shared/base/ids';
import type { BoardRef } from '@shared/model/workshop';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DocEntry, docIdsOf } from './facts';
import type { BoardCard, LibraryState, WorkshopCard } from './library';
import { createPersonaCards, type PersonaCards } from './personaCards';

/** The rows of all documents, in memory, and the library they make. */
export interface Catalog {
  readonly library: StoreApi<LibraryState>;
  readonly get: (id: DocId) => DocEntry | undefined;
  readonly entries: () => readonly DocEntry[];
  readonly put: (entries: readonly DocEntry[]) => void;
  readonly remove: (ids: readonly DocId[]) => void;
  /** Told the ids of documents whose rows changed or are gone, once that is stored. Returns the way to stop. */
  readonly watch: (listener: (ids: readonly DocId[]) => void) => () => void;
  /** The workshop, its boards and its personas, as far as they are here. */
  readonly documentsOf: (id: WorkshopId) => readonly DocId[];
  /** Workshops that a document belongs to, those in the trash left out. */
  readonly workshopsOf: (id: DocId) => readonly WorkshopId[];
}

export function createCatalog(entries: readonly DocEntry[]): Catalog {
  const all = new Map(entries.map((entry) => [entry.id, entry]));
  const personas = createPersonaCards();
  const library = createStore<LibraryState>(() => libraryOf(all, personas));
  const watchers = new Set<(ids: readonly DocId[]) => void>();
  const show = (ids: readonly DocId[]) => {
    library.setState(libraryOf(all, personas), true);
    for (const watch of watchers) watch(ids);
  };
  return {
    library,
    get: (id) => all.get(id),
    entries: () => [...all.values()],
    put: (changed) => {
      for (const entry of changed) all.set(entry.id, entry);
      if (changed.length > 0) show(changed.map(({ id }) => id));
    },
    remove: (ids) => {
      for (const id of ids) all.delete(id);
      if (ids.length > 0) show(ids);
    },
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    documentsOf: (id) => memberIds(all, all.get(id)),
    workshopsOf: (id) =>
      [...all.values()]
        .filter((entry) => entry.trashedAt === null && memberIds(all, entry).includes(id))
        .map((entry) => entry.id as WorkshopId),
  };
}

type Entries = ReadonlyMap<DocId, DocEntry>;

function memberIds(all: Entries, entry: DocEntry | undefined): readonly DocId[] {
  const workshop = entry?.summary.workshop;
  return entry && workshop ? docIdsOf(entry.id, workshop).filter((id) => all.has(id)) : [];
}

function libraryOf(all: Entries, personas: PersonaCards): LibraryState {
  const workshops = [...all.values()].filter((entry) => entry.kind === 'workshop');
  const cards = workshops.flatMap((entry) => {
    const card = cardOf(all, entry);
    return card ? [{ card, trashedAt: entry.trashedAt }] : [];
  });
  return {
    workshops: cards
      .filter(({ trashedAt }) => trashedAt === null)
      .map(({ card }) => card)
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1)),
    trash: cards
      .filter(({ trashedAt }) => trashedAt !== null)
      .sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0))
      .map(({ card }) => card),
    ...personas(all),
  };
}

function cardOf(all: Entries, entry: DocEntry): WorkshopCard | null {
  const { workshop } = entry.summary;
  if (!workshop) return null;
  const boards = Object.values(workshop.boards)
    .filter((ref) => all.has(ref.id))
    .sort(byOrder)
    .map((ref) => boardCard(all, ref));
  const sum = (collection: string) => boards.reduce((total, board) => total + (board.counts[collection] ?? 0), 0);
  return {
    id: entry.id as WorkshopId,
    title: workshop.info.title,
    client: workshop.info.client,
    place: workshop.info.place,
    date: workshop.info.date,
    sample: workshop.info.sample,
    boards,
    boardCount: boards.length,
    personaCount: Object.keys(workshop.personas).length,
    stageCount: sum('stages'),
    stepCount: sum('steps'),
    noteCount: sum('notes'),
    createdAt: entry.createdAt,
    updatedAt: Math.max(...memberIds(all, entry).map((id) => all.get(id)?.updatedAt ?? 0)),
  };
}

const boardCard = (all: Entries, { id, kind, title }: BoardRef): BoardCard => ({
  id,
  kind,
  title,
  counts: all.get(id)?.summary.counts ?? {},
});

const byOrder = (a: BoardRef, b: BoardRef): number =>
  a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1;
