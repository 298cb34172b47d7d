import { distanceWithin, letterMask } from './nearWords';

/** What a search in words found. */
export interface WordHits {
  /** Best first. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** Words of the index that answered. */
  readonly words: ReadonlySet<string>;
}

export interface WordQuery {
  /** Folded; a document must answer every one of them. */
  readonly words: readonly string[];
  /** How many of the fields are looked at, from the first one on. */
  readonly fields: number;
  /** How many letters of a word may be wrong. */
  readonly lettersOff: (word: string) => number;
}

/** Which documents hold which words, and how often in each of their fields. Lists of numbers: a search in ten thousand documents makes no objects. */
export interface WordIndex {
  /** Takes in the words of each field, in the order of the boosts; at most 1,023 of a word count. Replaces what was there. */
  readonly add: (id: string, fields: readonly (readonly string[])[]) => void;
  readonly remove: (id: string) => void;
  readonly search: (query: WordQuery) => WordHits;
}

interface Posting {
  readonly word: string;
  readonly mask: number;
  /** Slots of the documents that hold the word; those of removed documents too, until the index is swept. */
  readonly slots: number[];
  /** Beside each slot: how often in each field, ten bits a field. */
  readonly counts: number[];
  /** In how many documents, by field. */
  readonly spread: number[];
}

const BITS = 10;
const MOST = (1 << BITS) - 1;
/** Slots of removed documents are taken out when there are this many, and a quarter of all. */
const SWEPT_AFTER = 500;

// BM25+ with the usual constants: how fast repeating a word stops helping, how much long fields are held back, the least a match is worth.
const SATURATION = 1.2;
const LENGTH = 0.7;
const LEAST = 0.5;
const BEGINNING = 0.6;
const NEAR = 0.25;

/** @param boosts what a word is worth in each field, at most three fields */
export function createWordIndex(boosts: readonly number[]): WordIndex {
  let postings: Posting[] = [];
  let wordAt = new Map<string, Posting>();
  let ids: (string | null)[] = [];
  let lengths: number[] = [];
  const slotOf = new Map<string, number>();
  const total = boosts.map(() => 0);

  const postingOf = (word: string): Posting => {
    let posting = wordAt.get(word);
    if (!posting) {
      posting = { word, mask: letterMask(word), slots: [], counts: [], spread: boosts.map(() => 0) };
      wordAt.set(word, posting);
      postings.push(posting);
    }
    return posting;
  };

  const enter = (posting: Posting, slot: number, packed: number): void => {
    posting.slots.push(slot);
    posting.counts.push(packed);
    for (let field = 0; field < boosts.length; field += 1)
      if ((packed >> (field * BITS)) & MOST) posting.spread[field] = (posting.spread[field] ?? 0) + 1;
  };

  const remove = (id: string): void => {
    const slot = slotOf.get(id);
    if (slot === undefined) return;
    slotOf.delete(id);
    ids[slot] = null;
    for (let field = 0; field < boosts.length; field += 1)
      total[field] = (total[field] ?? 0) - (lengths[slot * boosts.length + field] ?? 0);
    const gone = ids.length - slotOf.size;
    if (gone > SWEPT_AFTER && gone * 4 > ids.length) sweep();
  };

  /** Numbers the documents that are left anew. */
  const sweep = (): void => {
    const before = { postings, ids, lengths };
    [postings, wordAt, ids, lengths] = [[], new Map(), [], []];
    const moved = new Int32Array(before.ids.length).fill(-1);
    before.ids.forEach((id, slot) => {
      if (id === null) return;
      moved[slot] = ids.push(id) - 1;
      slotOf.set(id, ids.length - 1);
      for (let field = 0; field < boosts.length; field += 1)
        lengths.push(before.lengths[slot * boosts.length + field] ?? 0);
    });
    for (const { word, slots, counts } of before.postings)
      slots.forEach((slot, at) => {
        const to = moved[slot] ?? -1;
        if (to >= 0) enter(postingOf(word), to, counts[at] ?? 0);
      });
  };

  /** What each document gets for a posting, added to those that answered every word before. */
  const score = (posting: Posting, weight: number, fields: number, turn: number, to: Scores): void => {
    const { slots, counts, spread } = posting;
    const rare: number[] = [];
    const mean: number[] = [];
    for (let field = 0; field < fields; field += 1) {
      const n = Math.min(spread[field] ?? 0, slotOf.size);
      rare.push((boosts[field] ?? 1) * weight * Math.log(1 + (slotOf.size - n + 0.5) / (n + 0.5)));
      mean.push(Math.max(1, (total[field] ?? 0) / Math.max(1, slotOf.size)));
    }
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      if ((to.turns[slot] ?? 0) < turn || ids[slot] === null) continue;
      const packed = counts[at] ?? 0;
      let sum = 0;
      for (let field = 0; field < fields; field += 1) {
        const count = (packed >> (field * BITS)) & MOST;
        if (count === 0) continue;
        const held = 1 - LENGTH + (LENGTH * (lengths[slot * boosts.length + field] ?? 0)) / (mean[field] ?? 1);
        sum += (rare[field] ?? 0) * (LEAST + (count * (SATURATION + 1)) / (count + SATURATION * held));
      }
      if (sum === 0) continue;
      to.sums[slot] = (to.sums[slot] ?? 0) + sum;
      to.turns[slot] = turn + 1;
    }
  };

  return {
    add: (id, fields) => {
      remove(id);
      const slot = ids.push(id) - 1;
      slotOf.set(id, slot);
      const own = new Map<string, number>();
      boosts.forEach((_, field) => {
        const words = fields[field] ?? [];
        lengths.push(words.length);
        total[field] = (total[field] ?? 0) + words.length;
        for (const word of words) {
          const packed = own.get(word) ?? 0;
          if (((packed >> (field * BITS)) & MOST) < MOST) own.set(word, packed + (1 << (field * BITS)));
        }
      });
      for (const [word, packed] of own) enter(postingOf(word), slot, packed);
    },
    remove,
    search: ({ words, fields, lettersOff }) => {
      const to: Scores = { sums: new Float64Array(ids.length), turns: new Uint8Array(ids.length) };
      const answered = new Set<string>();
      words.forEach((word, turn) => {
        for (const { posting, weight } of answering(postings, word, lettersOff(word))) {
          answered.add(posting.word);
          score(posting, weight, fields, turn, to);
        }
      });
      const found: number[] = [];
      if (words.length > 0)
        for (let slot = 0; slot < ids.length; slot += 1) if (to.turns[slot] === words.length) found.push(slot);
      const slots = bestFirst(found, to.sums);
      return {
        hits: Array.from(slots, (slot) => ({ id: ids[slot] ?? '', score: to.sums[slot] ?? 0 })),
        words: answered,
      };
    },
  };
}

/** Slots by their sums, the highest first, equal ones as they come. Numbers alone are sorted several times as fast as with a comparison of our own. */
function bestFirst(slots: readonly number[], sums: Float64Array): Uint32Array {
  const sorted = Float64Array.from(slots, (slot) => sums[slot] ?? 0).sort();
  const taken = new Uint32Array(slots.length);
  const ordered = new Uint32Array(slots.length);
  for (const slot of slots) {
    const above = firstAbove(sorted, sums[slot] ?? 0);
    const from = slots.length - above;
    ordered[from + (taken[from] ?? 0)] = slot;
    taken[from] = (taken[from] ?? 0) + 1;
  }
  return ordered;
}

/** Where numbers above a value begin among ascending ones. */
function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Scores {
  /** By slot. */
  readonly sums: Float64Array;
  /** By slot: how many of the words it has answered, one after the other. */
  readonly turns: Uint8Array;
}

/** Words of the index that answer a word that was asked: the same, those that it begins, and those that are near. */
function answering(postings: readonly Posting[], word: string, off: number): readonly Answering[] {
  const found: Answering[] = [];
  const mask = letterMask(word);
  for (const posting of postings) {
    const other = posting.word;
    if (other.startsWith(word)) {
      const more = other.length - word.length;
      found.push({ posting, weight: more === 0 ? 1 : (BEGINNING * other.length) / (other.length + 0.3 * more) });
    } else if (off > 0) {
      const distance = distanceWithin(word, mask, other, posting.mask, off);
      if (distance !== null) found.push({ posting, weight: (NEAR * other.length) / (other.length + distance) });
    }
  }
  return found;
}

interface Answering {
  readonly posting: Posting;
  readonly weight: number;
}
