import type { EvidenceKind } from '../../model/evidence';
import type { CommonNoteFields, NoteColor } from '../../model/note';

/** Which notes a view shows. A list that is missing or empty asks for nothing; a note must meet everything that is asked. */
export interface NoteFilter {
  /** Kinds of evidence; `none` stands for notes without one. */
  readonly evidence?: readonly (EvidenceKind | 'none')[];
  readonly authors?: readonly string[];
  /** Papers as they are seen: a note's own colour, else that of the place it stands in. */
  readonly colors?: readonly NoteColor[];
  /** Any of these tags. */
  readonly tags?: readonly string[];
  /** Only notes that stand on more than a hypothesis. */
  readonly evidenceOnly?: boolean;
  /** Ids of notes that are shown whatever they say: those that were written or changed while the filter was on. */
  readonly also?: readonly string[];
  /** Ids of the notes that were found to meet it; given, nothing else of it is looked at. Made once for a poster, which may hide what the filter asks for. */
  readonly only?: ReadonlySet<string>;
}

/** What a filter looks at in a note. */
export type FilteredNote = Pick<CommonNoteFields, 'evidence' | 'author' | 'color'> & {
  readonly id: string;
  readonly tags?: readonly string[];
};

const asks = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

/** True when the filter asks for anything. */
export const filters = (filter: NoteFilter | undefined): filter is NoteFilter =>
  filter !== undefined &&
  (filter.evidenceOnly === true ||
    filter.only !== undefined ||
    [filter.evidence, filter.authors, filter.colors, filter.tags].some((list) => asks(list)));

/** True when a note meets a filter; `paper` is the colour of the place it stands in, if that has one. */
export function meets(note: FilteredNote, filter: NoteFilter, paper: NoteColor | null): boolean {
  const { evidence, authors, colors, tags, evidenceOnly, also, only } = filter;
  if (only) return only.has(note.id);
  if (also?.includes(note.id)) return true;
  if (evidenceOnly && (note.evidence === null || note.evidence === 'hypothesis')) return false;
  if (evidence && asks(evidence) && !evidence.includes(note.evidence ?? 'none')) return false;
  if (authors && asks(authors) && !authors.includes(note.author.trim())) return false;
  const color = note.color ?? paper;
  if (colors && asks(colors) && !(color && colors.includes(color))) return false;
  return !(tags && asks(tags) && !(note.tags ?? []).some((tag) => tags.includes(tag)));
}

const kept = new WeakMap<readonly object[], Map<unknown, readonly object[]>>();

/** The notes of a list that meet a filter: the very list where nothing is filtered, the same result for the same list. */
export function shownNotes<Note extends FilteredNote>(
  notes: readonly Note[],
  filter: NoteFilter | undefined,
  paperOf: (note: Note) => NoteColor | null,
): readonly Note[] {
  if (!filters(filter) || notes.length === 0) return notes;
  let results = kept.get(notes);
  if (!results) {
    results = new Map();
    kept.set(notes, results);
  }
  const key = filter.only ?? JSON.stringify(filter);
  const known = results.get(key);
  if (known) return known as readonly Note[];
  const shown = notes.filter((note) => meets(note, filter, paperOf(note)));
  results.set(key, shown);
  return shown;
}

type Notes = Readonly<Record<string, { readonly id: string }>>;
const keptRecords = new WeakMap<Notes, { readonly only: ReadonlySet<string>; readonly shown: Notes }>();

/** The notes of a map that its poster shows, for a legend that explains those and no others: the very record where all are, the same for the same record. */
export function notesOnPoster<Record extends Notes>(notes: Record, filter: NoteFilter | undefined): Record {
  const only = filter?.only;
  if (!only) return notes;
  const known = keptRecords.get(notes);
  if (known?.only === only) return known.shown as Record;
  const shown = Object.fromEntries(Object.entries(notes).filter(([, { id }]) => only.has(id)));
  keptRecords.set(notes, { only, shown });
  return shown as Record;
}
