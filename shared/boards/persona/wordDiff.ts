/** A run of text that both versions have (`same`), or only one of them. */
export interface DiffPart {
  readonly text: string;
  readonly same: boolean;
}

export interface TextDiff {
  readonly before: readonly DiffPart[];
  readonly after: readonly DiffPart[];
  /** False when too much changed: each side is then one part that differs. */
  readonly byWord: boolean;
}

/** Words with the spaces behind them: joined they are the text again. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/\s*[^\s]+\s*?(?=\s|$)|\s+$/gu) ?? (text === '' ? [] : [text]);

/** Longest text, in words, that is compared word by word: beyond it the table of the comparison would be large. */
const MOST_WORDS = 3000;

/** Which words of each side belong to a longest common run of words (Needleman and Wunsch's table, kept as one matrix). */
function commonWords(
  a: readonly string[],
  b: readonly string[],
): { readonly a: readonly boolean[]; readonly b: readonly boolean[] } {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const same = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      table[here] = same(i, j)
        ? (table[here + width + 1] ?? 0) + 1
        : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) {
      inA[i++] = true;
      inB[j++] = true;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return { a: inA, b: inB };
}

/** Runs of words; the space before a run that differs stays with what is the same, so that only words are marked. */
function partsOf(words: readonly string[], kept: readonly boolean[]): readonly DiffPart[] {
  const parts: { text: string; same: boolean }[] = [];
  words.forEach((word, at) => {
    const same = kept[at] ?? false;
    const last = parts[parts.length - 1];
    if (last?.same === same) last.text += word;
    else if (same || !last) parts.push({ text: word, same });
    else {
      const marked = word.trimStart();
      last.text += word.slice(0, word.length - marked.length);
      if (marked !== '') parts.push({ text: marked, same });
    }
  });
  return parts;
}

const whole = (text: string, same: boolean): readonly DiffPart[] => (text === '' ? [] : [{ text, same }]);

/**
 * Two versions of a text, word by word when less than half of the words change (of both versions together), else whole against whole.
 * The parts of each side joined are its text.
 */
export function diffWords(before: string, after: string): TextDiff {
  if (before === after) return { before: whole(before, true), after: whole(after, true), byWord: true };
  const apart: TextDiff = { before: whole(before, false), after: whole(after, false), byWord: false };
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length === 0 || b.length === 0 || a.length > MOST_WORDS || b.length > MOST_WORDS) return apart;
  const kept = commonWords(a, b);
  const count = kept.a.filter(Boolean).length;
  if (2 * count <= (a.length + b.length) / 2) return apart;
  return { before: partsOf(a, kept.a), after: partsOf(b, kept.b), byWord: true };
}
