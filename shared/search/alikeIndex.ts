/** A document that shares words with those that were asked about. */
export interface Alike {
  readonly id: string;
  /** Words of both over words of either, 0..1. */
  readonly similarity: number;
}

/** Which of many documents use nearly the same words. */
export interface AlikeIndex {
  /** Takes in the words of a document, in place of those it had; one without any resembles nothing. */
  readonly put: (id: string, words: ReadonlySet<string>) => void;
  readonly remove: (id: string) => void;
  /**
   * Every document whose similarity (Jaccard index) with these words is at least `least`, above 0, best first, equal ones by id. None is
   * missed: a document is only passed over without being counted where even all words of the smaller of the two sets in the other would
   * leave it below (shared words over all words is never more than the smaller size over the larger); the others are counted whole.
   */
  readonly find: (words: ReadonlySet<string>, least: number) => readonly Alike[];
}

/** Keeps words as numbers, a list a document: ten thousand of them are counted through in a few milliseconds. */
export function createAlikeIndex(): AlikeIndex {
  const lists = new Map<string, Uint32Array>();
  const numbers = createNumbers();

  const remove = (id: string): void => {
    const list = lists.get(id);
    if (!list) return;
    lists.delete(id);
    for (const number of list) numbers.drop(number);
  };

  return {
    put: (id, words) => {
      remove(id);
      if (words.size > 0) lists.set(id, Uint32Array.from(words, numbers.take));
    },
    remove,
    find: (words, least) => {
      const isAsked = new Uint8Array(numbers.size());
      for (const word of words) {
        const number = numbers.of(word);
        if (number !== undefined) isAsked[number] = 1;
      }
      const found: Alike[] = [];
      for (const [id, list] of lists) {
        if (Math.min(words.size, list.length) / Math.max(words.size, list.length) < least) continue;
        let both = 0;
        for (let at = 0; at < list.length; at += 1) both += isAsked[list[at] ?? 0] ?? 0;
        const similarity = both / (words.size + list.length - both);
        if (similarity >= least) found.push({ id, similarity });
      }
      return found.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
    },
  };
}

/** Numbers for words, for as long as a document has them: what nobody uses any more is not kept, and its number is given again. */
function createNumbers() {
  const numberOf = new Map<string, number>();
  const words: string[] = [];
  const uses: number[] = [];
  const free: number[] = [];
  return {
    size: () => words.length,
    of: (word: string) => numberOf.get(word),
    take: (word: string): number => {
      const number = numberOf.get(word) ?? free.pop() ?? words.length;
      numberOf.set(word, number);
      words[number] = word;
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    },
    drop: (number: number): void => {
      const left = (uses[number] ?? 0) - 1;
      uses[number] = left;
      if (left > 0) return;
      numberOf.delete(words[number] ?? '');
      words[number] = '';
      free.push(number);
    },
  };
}
