/** Folds case and accents, letter by letter: the result has exactly one character per character of `text`, so that places match. */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    // Most letters have no accent to take off: that is the slow part.
    folded += letter < '\u0080' ? letter.toLowerCase() : foldLetter(letter);
  }
  return folded;
}

function foldLetter(letter: string): string {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === 1 ? plain : letter;
}

/** A piece of text, found or not. */
export interface TextPiece {
  readonly text: string;
  readonly found: boolean;
}

export interface TextMatch {
  /** Higher is better: a word that starts with the query beats one that holds it, which beats scattered words. */
  readonly score: number;
  readonly pieces: readonly TextPiece[];
}

const isWordStart = (folded: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '');

/** Ranges of each word of the query in the text, or null when one is absent. */
function rangesOf(folded: string, words: readonly string[]): readonly (readonly [number, number])[] | null {
  const ranges: (readonly [number, number])[] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    // The start of a word is worth looking for further on.
    for (let next = at; next >= 0 && !isWordStart(folded, at); next = folded.indexOf(word, next + 1)) {
      if (isWordStart(folded, next)) at = next;
    }
    if (at < 0) return null;
    ranges.push([at, at + word.length]);
  }
  return ranges;
}

function piecesOf(text: string, ranges: readonly (readonly [number, number])[]): readonly TextPiece[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const [from, to] of sorted) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) pieces.push({ text: text.slice(done, start), found: false });
    pieces.push({ text: text.slice(start, to), found: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false });
  return pieces;
}

/** Looks for every word of a query in a text, without regard to accents and case; null when one is not there. */
export function matchText(text: string, query: string): TextMatch | null {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { score: 0, pieces: [{ text, found: false }] };
  const folded = foldText(text);
  const ranges = rangesOf(folded, words);
  if (!ranges) return null;
  const starts = ranges.filter(([from]) => isWordStart(folded, from)).length / ranges.length;
  const first = Math.min(...ranges.map(([from]) => from));
  return { score: starts * 10 + (first === 0 ? 5 : 0) - Math.min(4, text.length / 60), pieces: piecesOf(text, ranges) };
}

/** What all spellings of a tag, a sector or an occupation have in common: they differ by case, accents or spaces alone. */
export const foldValue = (value: string): string => foldText(value.normalize('NFC')).trim().replace(/\s+/g, ' ');
