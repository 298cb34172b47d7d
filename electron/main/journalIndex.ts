import type { JournalHead } from '@shared/ipc';
import type { PlacedEntry } from './journalFormat';

/** A live entry and the file that holds it. */
export interface LocatedEntry extends PlacedEntry {
  readonly file: string;
}

interface LiveDocument {
  entries: readonly LocatedEntry[];
  seq: number;
  at: number;
  /** Nothing of it can be missing: it began after the last damage, or was written anew since. */
  sound: boolean;
}

/** What the journal's files amount to, kept in memory: which entries are alive and where they lie. */
export interface JournalIndex {
  readonly add: (file: string, entries: readonly PlacedEntry[]) => void;
  /** Something between the entries added so far and those to come could not be read. */
  readonly damage: () => void;
  readonly heads: () => JournalHead[];
  readonly assets: () => string[];
  readonly records: () => LocatedEntry[];
  readonly lastSeq: () => number;
  readonly docCount: () => number;
  /** True when no document can miss an entry. */
  readonly isSound: () => boolean;
  /** Live entries with a higher number than `afterSeq`, of one document or asset, or of all documents; in the order they were written. */
  readonly entries: (docId: string | null, afterSeq: number) => LocatedEntry[];
  /** Live entries of these files: by document, and those that stand alone. */
  readonly entriesIn: (files: ReadonlySet<string>) => {
    readonly documents: ReadonlyMap<string, readonly LocatedEntry[]>;
    readonly single: readonly LocatedEntry[];
  };
  /** After compaction: entries of `files` now lie in `placed`; documents erased meanwhile stay erased. */
  readonly move: (files: ReadonlySet<string>, placed: readonly LocatedEntry[]) => void;
  readonly liveBytes: () => number;
}

export function createJournalIndex(): JournalIndex {
  const documents = new Map<string, LiveDocument>();
  /** Entries of which the last of an id counts, by their type. */
  const single = { asset: new Map<string, LocatedEntry>(), record: new Map<string, LocatedEntry>() };
  const erasedSinceDamage = new Set<string>();
  let damaged = false;
  let lastSeq = 0;

  const addUpdate = (entry: LocatedEntry): void => {
    const known = documents.get(entry.docId);
    if (!known) {
      const sound = !damaged || erasedSinceDamage.has(entry.docId);
      documents.set(entry.docId, { entries: [entry], seq: entry.seq, at: entry.at, sound });
      return;
    }
    // One array per document grows in place: this runs for every entry of every segment.
    (known.entries as LocatedEntry[]).push(entry);
    known.seq = Math.max(known.seq, entry.seq);
    known.at = Math.max(known.at, entry.at);
  };

  const add = (file: string, entries: readonly PlacedEntry[]): void => {
    for (const placed of entries) {
      const entry = { ...placed, file };
      lastSeq = Math.max(lastSeq, entry.seq);
      if (entry.type === 'update') addUpdate(entry);
      else if (entry.type !== 'erase') single[entry.type].set(entry.docId, entry);
      else {
        documents.delete(entry.docId);
        for (const map of Object.values(single)) map.delete(entry.docId);
        erasedSinceDamage.add(entry.docId);
      }
    }
  };

  const damage = (): void => {
    damaged = true;
    erasedSinceDamage.clear();
    for (const document of documents.values()) document.sound = false;
  };

  const entries = (docId: string | null, afterSeq: number): LocatedEntry[] => {
    const asset = docId === null ? undefined : single.asset.get(docId);
    const chosen = docId === null ? [...documents.values()] : [documents.get(docId)];
    const found = chosen.flatMap((document) => document?.entries ?? []);
    return (asset ? [...found, asset] : found).filter((entry) => entry.seq > afterSeq);
  };

  const entriesIn: JournalIndex['entriesIn'] = (files) => {
    const inside = (entry: LocatedEntry) => files.has(entry.file);
    const lists = [...documents].map(([docId, { entries: all }]) => [docId, all.filter(inside)] as const);
    return {
      documents: new Map(lists.filter(([, list]) => list.length > 0)),
      single: Object.values(single).flatMap((map) => [...map.values()].filter(inside)),
    };
  };

  const move = (files: ReadonlySet<string>, placed: readonly LocatedEntry[]): void => {
    const byDocument = groupByDocument(placed);
    for (const [docId, document] of documents) {
      const kept = document.entries.filter((entry) => !files.has(entry.file));
      if (kept.length < document.entries.length) document.entries = [...(byDocument.get(docId) ?? []), ...kept];
    }
    for (const map of Object.values(single)) {
      for (const [id, entry] of map) {
        if (!files.has(entry.file)) continue;
        const moved = byDocument.get(id)?.find((candidate) => candidate.type === entry.type);
        if (moved) map.set(id, moved);
        // It could not be read, and its file goes.
        else map.delete(id);
      }
    }
  };

  const all = function* (): Generator<LocatedEntry> {
    for (const document of documents.values()) yield* document.entries;
    for (const map of Object.values(single)) yield* map.values();
  };

  return {
    add,
    damage,
    heads: () => [...documents].map(([docId, { seq, at }]) => ({ docId, seq, at })),
    assets: () => [...single.asset.keys()],
    records: () => [...single.record.values()],
    lastSeq: () => lastSeq,
    docCount: () => documents.size,
    isSound: () => [...documents.values()].every((document) => document.sound),
    entries,
    entriesIn,
    move,
    liveBytes: () => {
      let sum = 0;
      for (const entry of all()) sum += entry.length;
      return sum;
    },
  };
}

function groupByDocument(entries: readonly LocatedEntry[]): Map<string, LocatedEntry[]> {
  const groups = new Map<string, LocatedEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.docId);
    if (group) group.push(entry);
    else groups.set(entry.docId, [entry]);
  }
  return groups;
}
