import type { DocId } from '@shared/base/ids';
import { type FilteredNote, filters, meets, type NoteFilter } from '@shared/boards/pieces/noteFilter';
import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import { NOTE_COLORS, type NoteColor } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import type { Session } from '@/session/session';
import type { BoardController } from '../boardController';
import type { BoardEditing, EditedNote } from '../boardEditing';
import type { UiStore } from '../uiState';

/** The lists of a filter, by what they ask of a note. */
export interface Asked {
  readonly evidence: readonly NonNullable<NoteFilter['evidence']>[number][];
  readonly colors: readonly NoteColor[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

export type AskedKey = keyof Asked;

/** One thing that can be asked for, and how many notes of the board have it. */
export interface FilterOption<Key extends AskedKey = AskedKey> {
  readonly key: Key;
  readonly value: Asked[Key][number];
  readonly count: number;
  readonly isOn: boolean;
}

/** What a filter comes to on a board. */
export interface FilterFacts {
  readonly shown: number;
  readonly total: number;
  readonly options: { readonly [Key in AskedKey]: readonly FilterOption<Key>[] };
}

const EVIDENCE = [...EVIDENCE_KINDS, 'none'] as const;

const sortedTexts = (values: Iterable<string>): readonly string[] =>
  [...values].sort((a, b) => a.localeCompare(b, undefined, { sensitivity: 'base' }));

/** Options in their order: what some note has, and what is asked for. */
function optionsOf<Key extends AskedKey>(
  key: Key,
  order: (values: ReadonlySet<Asked[Key][number]>) => readonly Asked[Key][number][],
  values: readonly Asked[Key][number][],
  asked: readonly Asked[Key][number][] = [],
): readonly FilterOption<Key>[] {
  const counts = new Map<Asked[Key][number], number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = new Set([...counts.keys(), ...asked]);
  return order(all).map((value) => ({ key, value, count: counts.get(value) ?? 0, isOn: asked.includes(value) }));
}

/** Counts what can be asked of the notes of a board, and how many meet what is asked. */
export function filterFacts<Doc extends AnyDoc>(
  { notes }: Pick<BoardEditing<Doc>, 'notes'>,
  doc: Doc,
  filter: NoteFilter | undefined,
): FilterFacts {
  return factsOf(
    notes.all(doc).map((note) => ({ note, paper: notes.paper(doc, note) })),
    filter,
  );
}

/** A note with the paper of the place it stands in. */
export interface PaperedNote {
  readonly note: FilteredNote;
  readonly paper: NoteColor | null;
}

/** The same of some notes, wherever they come from. */
export function factsOf(notes: readonly PaperedNote[], filter: NoteFilter | undefined): FilterFacts {
  const all = notes.map(({ note }) => note);
  const papers = notes.map(({ note, paper }) => note.color ?? paper);
  const shown = filters(filter) ? notes.filter(({ note, paper }) => meets(note, filter, paper)).length : all.length;
  const inOrder =
    <T>(order: readonly T[]) =>
    (values: ReadonlySet<T>) =>
      order.filter((value) => values.has(value));
  return {
    shown,
    total: all.length,
    options: {
      evidence: optionsOf(
        'evidence',
        inOrder(EVIDENCE),
        all.map(({ evidence }) => evidence ?? 'none'),
        filter?.evidence,
      ),
      colors: optionsOf(
        'colors',
        inOrder(NOTE_COLORS),
        papers.flatMap((paper) => paper ?? []),
        filter?.colors,
      ),
      tags: optionsOf(
        'tags',
        sortedTexts,
        all.flatMap(({ tags = [] }) => tags),
        filter?.tags,
      ),
      authors: optionsOf(
        'authors',
        sortedTexts,
        all.flatMap(({ author }) => author.trim() || []),
        filter?.authors,
      ),
    },
  };
}

/** Everything that is asked for now. */
export const askedOptions = ({ options }: FilterFacts): readonly FilterOption[] =>
  Object.values(options).flatMap((list: readonly FilterOption[]) => list.filter(({ isOn }) => isOn));

/** What boards were last filtered by, until the app ends: a board that comes back shows what it showed. */
const remembered = new Map<DocId, NoteFilter>();

export const filterOf = (id: DocId): NoteFilter | undefined => remembered.get(id);

/** Filters the board, or with undefined shows all of it again. What is not shown any more is not chosen any more either. */
export function setFilter<Doc extends AnyDoc>(controller: BoardController<Doc>, filter: NoteFilter | undefined): void {
  const { session, ui } = controller;
  const next = filters(filter) ? { ...filter, also: [] } : undefined;
  controller.editing.finish();
  ui.setState({ filter: next });
  if (next) remembered.set(session.docId, next);
  else remembered.delete(session.docId);
  const { index } = controller.now();
  const kept = controller.selection().filter((target) => index.get(targetKey(target)) !== null);
  if (kept.length < controller.selection().length) controller.select(kept);
}

/** A filter that asks for one more thing, or no longer for it. */
export function toggled(
  filter: NoteFilter | undefined,
  { key, value }: Pick<FilterOption, 'key' | 'value'>,
): NoteFilter {
  const list = (filter?.[key] ?? []) as readonly string[];
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return { ...filter, [key]: next } as NoteFilter;
}

/** Asks for one more thing, or stops asking for it. */
export function toggleAsked<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  option: Pick<FilterOption, 'key' | 'value'>,
): void {
  setFilter(controller, toggled(controller.ui.getState().filter, option));
}

/** True for what a filter hides: notes that do not meet it. */
export function isFilteredOut<Doc extends AnyDoc>(
  { notes }: BoardEditing<Doc>,
  doc: Doc,
  target: Target,
  filter: NoteFilter | undefined,
): boolean {
  const note = filters(filter) ? notes.get(doc, target) : null;
  return note !== null && filters(filter) && !meets(note, filter, notes.paper(doc, note));
}

/** Keeps on show what is written or changed while a filter is on: nothing vanishes under the hand. Returns the way to stop. */
export function keepWritten<Doc extends AnyDoc>(
  plug: BoardEditing<Doc>,
  session: Session<Doc>,
  ui: UiStore,
): () => void {
  return session.store.subscribe((state, before) => {
    const { filter } = ui.getState();
    if (!filter || state.doc === before.doc) return;
    const known = new Map(plug.notes.all(before.doc).map((note) => [note.id, note]));
    const isNew = (note: EditedNote) => known.get(note.id) !== note;
    const also = filter.also ?? [];
    const fresh = plug.notes.all(state.doc).filter((note) => isNew(note) && !also.includes(note.id));
    if (fresh.length > 0) ui.setState({ filter: { ...filter, also: [...also, ...fresh.map(({ id }) => id)] } });
  });
}
